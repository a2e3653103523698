import { describe, expect, test } from 'vitest'
import { PATCH_OP, USER_SCHEMA, type JsonObject } from '../../src/shared/scim'
import { MODES, startServer } from './server.fixture'

const user = (userName: string): JsonObject => ({ schemas: [USER_SCHEMA], userName })

// What is exponential in these never ends.
describe.each(MODES)('hostile filters, %s', mode => {
  test.each([
    ['20,000 parentheses', '('.repeat(20_000) + 'userName pr' + ')'.repeat(20_000), 400],
    ['a literal of 1 MB', `userName eq "${'x'.repeat(1_000_000)}"`, 400],
    ['5,000 or-terms', Array(5_000).fill('userName eq "a"').join(' or '), 400],
    ['200 or-terms', Array(200).fill('userName eq "a"').join(' or '), 200],
    [
      '40 groups (a or b) joined by and',
      Array(40).fill('(userName eq "a" or title eq "b")').join(' and '),
      200
    ],
    ['50 nots', 'not ('.repeat(50) + 'userName pr' + ')'.repeat(50), 200],
    ['51 nots', 'not ('.repeat(51) + 'userName pr' + ')'.repeat(51), 400],
    ['__proto__', '__proto__ eq "x"', 400],
    ['constructor.prototype', 'constructor.prototype eq "x"', 400],
    ['emails[__proto__ eq 1]', 'emails[__proto__ eq 1]', 400],
    ['a NUL', 'userName eq "a\\u0000b"', 200],
    ['a lone surrogate', 'userName eq "\\ud800"', 200],
    ['LIKE’s own characters', 'userName co "%_\\\\"', 200],
    ['SQL', `userName eq "' OR 1=1; DROP TABLE resources; --"`, 200]
  ])('%s', async (_name, filter, status) => {
    const { send, create } = await startServer(mode)
    await create('/Users', user('b'))
    const answer = await send('POST', '/Users/.search', { filter })
    expect(answer.status).toBe(status)
    if (status === 400) expect(answer.json.scimType).toBe('invalidFilter')
    expect((await send('GET', '/Users')).json.totalResults).toBe(1)
  })
})

describe('hostile bodies', () => {
  test.each([
    ['__proto__ as a key', '{"schemas":["S"],"userName":"a","__proto__":{"active":false}}', 201],
    [
      '__proto__ in a part',
      '{"schemas":["S"],"userName":"a","name":{"__proto__":{"givenName":"x"},"familyName":"L"}}',
      201
    ],
    ['constructor as a key', '{"schemas":["S"],"userName":"a","constructor":{"prototype":{"x":1}}}', 201],
    ['a key given twice: the last counts', '{"schemas":["S"],"userName":"x","userName":"a"}', 201],
    ['a lone surrogate in a key attribute', '{"schemas":["S"],"userName":"\\ud800"}', 400],
    ['NUL in a key attribute', '{"schemas":["S"],"userName":"a\\u0000"}', 400],
    ['a blank userName', '{"schemas":["S"],"userName":"  "}', 400],
    ['a userName of 2,000 characters', `{"schemas":["S"],"userName":"${'a'.repeat(2_000)}"}`, 400],
    ['100 levels', `{"schemas":["S"],"userName":"a","x":${'['.repeat(100)}${']'.repeat(100)}}`, 400],
    ['1e999', '{"schemas":["S"],"userName":"a","x":1e999}', 400],
    ['an array', '[{"userName":"a"}]', 400],
    ['null', 'null', 400],
    ['half a body', '{"userName":"a"', 400]
  ])('%s', async (_name, template, status) => {
    const { send } = await startServer()
    const answer = await send('POST', '/Users', template.replace('"S"', JSON.stringify(USER_SCHEMA)))
    expect(answer.status, answer.text).toBe(status)
    expect(({} as Record<string, unknown>).active).toBeUndefined()
    if (status === 201) {
      expect(answer.json.userName).toBe('a')
      expect(answer.text).not.toMatch(/__proto__|constructor/)
    }
  })

  test.each([
    '__proto__',
    '__proto__.polluted',
    'constructor.prototype',
    'emails[type eq "x"].__proto__',
    'name.__proto__',
    'toString'
  ])('PATCH of the path %s changes nothing', async path => {
    const { create, patch, read } = await startServer()
    const at = `/Users/${await create('/Users', user('a'))}`
    const before = await read(at)
    const answer = await patch(at, { op: 'add', path, value: { polluted: true } })
    expect(answer.status).toBeLessThan(500)
    expect(await read(at)).toEqual(before)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('10,000 operations on one list of 3,000 e-mails are answered', async () => {
    const { create, send } = await startServer()
    const path = `/Users/${await create('/Users', user('a'))}`
    const patched = async (Operations: JsonObject[]) =>
      (await send('PATCH', path, { schemas: [PATCH_OP], Operations })).status
    const emails = Array.from({ length: 3_000 }, (_, at) => ({ type: 'other', value: `${at}@b.example` }))
    expect(await patched([{ op: 'add', path: 'emails', value: emails }])).toBe(200)
    const operations = Array.from({ length: 10_000 }, (_, at) => ({
      op: 'replace',
      path: 'emails[type eq "work"].value',
      value: `${at}`
    }))
    expect(await patched(operations)).toBe(200)
  })
})
