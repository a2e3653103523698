import { describe, expect, test } from 'vitest'
import { sentenceText } from '../../shared/describe'
import { openConsole, refusal } from './opened.fixture'

const HOUR = 3_600_000
const DAY = 24 * HOUR

async function openAt(start: number) {
  let now = start
  const opened = await openConsole({ clock: { now: () => now } })
  const statusFor = async (secret: string) =>
    (await opened.sendRaw('/scim/v2/Users', { headers: { Authorization: `Bearer ${secret}` } })).status
  return { ...opened, statusFor, pass: (ms: number) => void (now += ms) }
}

describe('rotation', () => {
  const START = Date.UTC(2026, 10, 21, 12)

  test.each([
    ['now', 0, 401],
    ['1h', HOUR - 1, 200],
    ['1h', HOUR, 401],
    ['24h', DAY - 1, 200],
    ['24h', DAY, 401],
    ['until-revoked', 20 * DAY, 200]
  ] as const)('with overlap %s the old secret gets, %i ms later, %i', async (overlap, later, status) => {
    const { client, statusFor, pass } = await openAt(START)
    const old = await client.tokens.create({ name: 'Entra', expiresAt: START + 30 * DAY })
    pass(DAY)
    const fresh = await client.tokens.rotate({ id: old.token.id, overlap })
    pass(later)
    expect([await statusFor(old.secret), await statusFor(fresh.secret)]).toEqual([status, 200])
    expect(fresh.token).toMatchObject({
      name: 'Entra',
      rotatedFrom: old.token.id,
      expiresAt: START + 31 * DAY
    })
  })

  test('an overlap can be ended early; what has ended cannot be rotated; a row tells of each', async () => {
    const { client, statusFor, rows } = await openAt(START)
    const old = await client.tokens.create({ name: 'Entra', expiresAt: null })
    const fresh = await client.tokens.rotate({ id: old.token.id, overlap: '24h' })
    expect(fresh.previous.revokedAt).toBe(START + DAY)
    await client.tokens.revoke({ id: old.token.id })
    expect(await statusFor(old.secret)).toBe(401)
    expect(await refusal(client.tokens.rotate({ id: old.token.id, overlap: 'now' }))).toContain(
      'ALREADY_REVOKED'
    )
    expect(await refusal(client.tokens.rotate({ id: 'environment', overlap: 'now' }))).toContain(
      'FROM_ENVIRONMENT'
    )

    const told = (await rows()).filter(row => row.origin === 'console').map(row => sentenceText(row.story))
    expect(told.slice(1)).toEqual([
      'Created the token "Entra"',
      expect.stringMatching(/^Rotated the token "Entra"; the old secret works until 22 Nov/),
      'Revoked the token "Entra"'
    ])
  })
})

test('every form of a wrong token has a sentence of its own, which names the token where that is known', async () => {
  const { client, sendRaw, pass, rows } = await openAt(Date.UTC(2026, 10, 17, 12))
  const lab = await client.tokens.create({ name: 'Contoso lab', expiresAt: null })
  const short = await client.tokens.create({ name: 'Short', expiresAt: Date.UTC(2026, 10, 18, 12) })
  const live = await client.tokens.create({ name: 'Live', expiresAt: null })
  await client.tokens.revoke({ id: lab.token.id })
  pass(4 * DAY)

  const { secret } = live
  const forms: [authorization: string | null, sentence: string][] = [
    [null, 'Refused: no token was sent'],
    ['Bearer ', 'Refused: no token was sent'],
    ['Basic dXNlcjpwYXNz', 'Refused: "Basic" instead of a bearer token'],
    [secret, 'Refused: the word "Bearer" is missing (it is "Live")'],
    [`Bearer Bearer ${secret}`, 'Refused: the word "Bearer" is part of the token (it is "Live")'],
    [
      `Bearer ${secret.slice(0, 9)} ${secret.slice(9)}`,
      'Refused: white space inside the token (it is "Live")'
    ],
    [`Bearer ${secret.slice(0, 30)}`, 'Refused: the token is cut off after 30 characters'],
    [`Bearer usher_${'0'.repeat(40)}`, 'Refused: unknown token'],
    [`Bearer ${lab.secret}`, 'Refused: the token "Contoso lab" was revoked on Tuesday, 17 Nov 2026'],
    [`Bearer ${short.secret}`, 'Refused: the token "Short" expired on Wednesday, 18 Nov 2026']
  ]
  for (const [Authorization] of forms) {
    pass(2 * 60_000) // so that nobody is slowed down
    const answer = await sendRaw('/scim/v2/Users', {
      headers: Authorization === null ? {} : { Authorization }
    })
    expect(answer.status).toBe(401)
  }
  const sentences = (await rows())
    .filter(row => row.story.kind === 'refused')
    .map(row => sentenceText(row.story))
  expect(sentences).toEqual(forms.map(([, sentence]) => sentence))
})
