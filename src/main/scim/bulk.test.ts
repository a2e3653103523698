import { describe, expect, test } from 'vitest'
import { BULK_REQUEST, ENTERPRISE_SCHEMA as E, PATCH_OP } from '../../shared/scim'
import type { Json, JsonObject } from '../../shared/scim'
import { MAX_BULK_OPERATIONS, planBulk } from './bulk'
import { completionOf, resolveReferences, withoutReferences } from './bulk-references'

const plan = (...Operations: Json[]) => planBulk({ schemas: [BULK_REQUEST], Operations }, 'rfc')
const order = (...operations: Json[]) =>
  plan(...operations).steps.map(
    ({ kind, index, heldBack }) =>
      `${kind} ${index}${heldBack.size > 0 ? ` without ${[...heldBack].join()}` : ''}`
  )

const post = (bulkId: string, data: JsonObject = {}, path = '/Users') => ({
  method: 'POST',
  bulkId,
  path,
  data
})
const managedBy = (bulkId: string) => ({ [E]: { manager: { value: `bulkId:${bulkId}` } } })

test('RFC 7644 §3.7.3: operations are read in their order', () => {
  const { operations, failOnErrors } = planBulk(
    {
      schemas: [BULK_REQUEST],
      failOnErrors: 1,
      Operations: [
        post('qwerty', { userName: 'Alice' }),
        { method: 'put', path: '/Users/b7c1', version: 'W/"4"', data: { userName: 'Bob' } },
        { method: 'PATCH', path: '/Users/5d86', data: { schemas: [PATCH_OP], Operations: [] } },
        { method: 'DELETE', path: '/Users/e917/', data: { ignored: true } }
      ]
    },
    'rfc'
  )
  expect(failOnErrors).toBe(1)
  expect(operations).toMatchObject([
    { index: 0, method: 'POST', bulkId: 'qwerty', endpoint: '/Users', id: null, problem: null },
    { index: 1, method: 'PUT', endpoint: '/Users', id: 'b7c1', version: 'W/"4"', problem: null },
    { index: 2, method: 'PATCH', id: '5d86', problem: null },
    { index: 3, method: 'DELETE', id: 'e917', data: null, problem: null }
  ])
})

describe('RFC 7644 §3.7.2: references', () => {
  test('without any, the order is the request’s', () =>
    expect(order(post('a'), post('b'))).toEqual(['run 0', 'run 1']))
  test('backward', () => expect(order(post('a'), post('b', managedBy('a')))).toEqual(['run 0', 'run 1']))
  test('forward: the target is made first', () =>
    expect(order(post('a', managedBy('c')), post('b'), post('c'))).toEqual(['run 2', 'run 0', 'run 1']))
  test('in a path', () =>
    expect(order({ method: 'PATCH', path: '/Users/bulkId:a', data: {} }, post('a'))).toEqual([
      'run 1',
      'run 0'
    ]))
  test('in the filter of a PATCH path', () => {
    const data = { Operations: [{ op: 'remove', path: 'members[value eq "bulkId:a"]' }] }
    expect(order({ method: 'PATCH', path: '/Groups/g', data }, post('a'))).toEqual(['run 1', 'run 0'])
    expect(resolveReferences(data, new Map([['a', '42']]))).toEqual({
      Operations: [{ op: 'remove', path: 'members[value eq "42"]' }]
    })
  })
  test('§3.7.1 circular: one is made without its reference, which follows', () =>
    expect(order(post('a', managedBy('b')), post('b', managedBy('a')))).toEqual([
      'run 1 without a',
      'run 0',
      'complete 1 without a'
    ]))
  test('to itself', () =>
    expect(order(post('a', managedBy('a')))).toEqual(['run 0 without a', 'complete 0 without a']))
  test('a circle of three, entered in the middle', () =>
    expect(
      order(
        post('x', managedBy('b')),
        post('a', managedBy('b')),
        post('b', managedBy('c')),
        post('c', managedBy('a'))
      )
    ).toEqual(['run 1 without b', 'run 3', 'run 2', 'complete 1 without b', 'run 0']))
  test('a chain of 1,000 in the worst order', () => {
    const chain = Array.from({ length: 1000 }, (_, n) =>
      post(`u${n}`, n === 999 ? {} : managedBy(`u${n + 1}`))
    )
    const { steps } = plan(...chain)
    expect(steps.map(step => step.index)).toEqual(chain.map((_, n) => 999 - n))
  })
  test('to nothing: the operation has a problem', () =>
    expect(plan(post('a', managedBy('nobody'))).operations[0]?.problem).toMatchObject({
      status: 400,
      scimType: 'invalidValue'
    }))
  test('to what was not made is 409', () =>
    expect(() => resolveReferences(managedBy('a'), new Map())).toThrow(
      expect.objectContaining({ status: 409 })
    ))
  test('resolved, held back and completed', () => {
    const data: JsonObject = {
      displayName: 'G',
      members: [{ value: 'bulkId:a', type: 'User' }, { value: 'bulkId:b' }, { value: '1' }],
      ...managedBy('b')
    }
    const ids = new Map([
      ['a', '11'],
      ['b', '22']
    ])
    expect(resolveReferences(withoutReferences(data, new Set(['b'])), ids)).toEqual({
      displayName: 'G',
      members: [{ value: '11', type: 'User' }, { value: '1' }],
      [E]: {}
    })
    expect(resolveReferences(completionOf(data, new Set(['b'])), ids)).toEqual({
      schemas: [PATCH_OP],
      Operations: [
        {
          op: 'replace',
          value: {
            members: [{ value: '11', type: 'User' }, { value: '22' }, { value: '1' }],
            [E]: { manager: { value: '22' } }
          }
        }
      ]
    })
  })
})

test.each<[string, Json]>([
  ['no object', 'x'],
  ['no method', { path: '/Users', bulkId: 'a', data: {} }],
  ['another method', { method: 'GET', path: '/Users/1' }],
  ['no path', { method: 'DELETE' }],
  ['POST to a resource', { method: 'POST', bulkId: 'a', path: '/Users/1', data: {} }],
  ['POST without bulkId', { method: 'POST', path: '/Users', data: {} }],
  ['PUT to a type', { method: 'PUT', path: '/Users', data: {} }],
  ['PATCH without data', { method: 'PATCH', path: '/Users/1' }],
  ['a path with a query', { method: 'DELETE', path: '/Users/1?x=1' }],
  ['a path too deep', { method: 'DELETE', path: '/Users/1/2' }]
])('RFC 7644 §3.7: %s is a problem of that operation only', (_title, operation) => {
  const { operations } = plan(operation, post('ok'))
  expect(operations.map(({ problem }) => problem?.status ?? null)).toEqual([400, null])
})

test.each<[string, Json, number]>([
  ['no object', [], 400],
  ['no operations', { schemas: [BULK_REQUEST] }, 400],
  ['an empty list', { schemas: [BULK_REQUEST], Operations: [] }, 400],
  ['the wrong message', { schemas: [PATCH_OP], Operations: [post('a')] }, 400],
  [
    'failOnErrors of another type',
    { schemas: [BULK_REQUEST], failOnErrors: 'x', Operations: [post('a')] },
    400
  ],
  ['a bulkId twice', { schemas: [BULK_REQUEST], Operations: [post('a'), post('a')] }, 400],
  [
    '1,001 operations',
    {
      schemas: [BULK_REQUEST],
      Operations: Array.from({ length: MAX_BULK_OPERATIONS + 1 }, (_, n) => post(`${n}`))
    },
    413
  ]
])('RFC 7644 §3.7.4: %s refuses the whole request', (_title, body, status) =>
  expect(() => planBulk(body, 'rfc')).toThrow(expect.objectContaining({ status }))
)
