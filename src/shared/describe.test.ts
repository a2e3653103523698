import { expect, test } from 'vitest'
import { describe, sentenceText } from './describe'
import type { Story } from './exchange'
import { de } from './words/de/stories'
import { en } from './words/en'

const alice = { type: 'User', id: 'u1', name: 'Alice Ng' }
const bo = { type: 'User', id: 'u2', name: 'Bo' }
const finance = { type: 'Group', id: 'g1', name: 'Finance' }
const members = (added: number, removed: number): Story => ({
  kind: 'members-changed',
  resource: finance,
  added: [alice, bo].slice(0, added),
  addedCount: added,
  removed: [bo, alice].slice(0, removed),
  removedCount: removed
})
const refused = (refusal: (Story & { kind: 'refused' })['refusal']): Story => ({ kind: 'refused', refusal })
const AT = new Date(2026, 4, 3, 12).getTime()

const CASES: [Story, string][] = [
  [{ kind: 'pending' }, 'Waiting for the answer'],
  [
    { kind: 'tested-connection', type: 'User', attribute: 'userName', value: '7d3a' },
    'Entra tested the connection (userName "7d3a")'
  ],
  [
    { kind: 'looked-up', type: 'User', attribute: 'userName', value: 'x', found: null, count: 0 },
    'Looked up userName "x" – no match'
  ],
  [
    { kind: 'looked-up', type: 'User', attribute: 'userName', value: 'x', found: alice, count: 1 },
    'Looked up userName "x" – found Alice Ng'
  ],
  [
    { kind: 'looked-up', type: 'User', attribute: 'userName', value: 'x', found: alice, count: 2 },
    'Looked up userName "x" – 2 matches'
  ],
  [
    { kind: 'checked-member', group: finance, member: alice, isMember: true },
    'Checked whether Alice Ng is in Finance – yes'
  ],
  [
    { kind: 'checked-manager', user: bo, manager: alice, isManager: false },
    'Checked whether Alice Ng is the manager of Bo – no'
  ],
  [
    { kind: 'searched', type: 'User', filter: 'title co "x"', count: 1 },
    'Searched users where title co "x" – 1 match'
  ],
  [{ kind: 'listed', type: null, returned: 100, total: 2000 }, 'Listed all resources – 100 of 2,000'],
  [{ kind: 'listed', type: 'Device', returned: 1, total: 1 }, 'Listed Device resources – 1 of 1'],
  [{ kind: 'read', resource: alice }, 'Read Alice Ng'],
  [{ kind: 'discovered', what: 'Schemas' }, 'Asked what this server can do (Schemas)'],
  [{ kind: 'created', resource: alice }, 'Created Alice Ng'],
  [{ kind: 'created', resource: finance }, 'Created group Finance'],
  [{ kind: 'updated', resource: alice, attributes: ['title'] }, 'Updated title of Alice Ng'],
  [
    {
      kind: 'updated',
      resource: alice,
      attributes: ['title', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department']
    },
    'Updated title and department of Alice Ng'
  ],
  [{ kind: 'updated', resource: alice, attributes: ['a', 'b', 'c'] }, 'Updated a, b and c of Alice Ng'],
  [
    { kind: 'updated', resource: alice, attributes: ['a', 'b', 'c', 'd'] },
    'Updated 4 attributes of Alice Ng'
  ],
  [{ kind: 'renamed', resource: finance, from: 'Money', to: 'Finance' }, 'Renamed Money to Finance'],
  [{ kind: 'disabled', resource: alice }, 'Disabled Alice Ng'],
  [{ kind: 'enabled', resource: alice }, 'Enabled Alice Ng'],
  [{ kind: 'deleted', resource: alice }, 'Deleted Alice Ng'],
  [{ kind: 'unchanged', resource: bo }, 'Nothing changed for Bo'],
  [{ kind: 'manager-changed', resource: bo, manager: alice }, 'Made Alice Ng the manager of Bo'],
  [{ kind: 'manager-changed', resource: bo, manager: null }, 'Removed the manager of Bo'],
  [members(1, 0), 'Added Alice Ng to Finance'],
  [members(3, 0), 'Added 3 members to Finance'],
  [members(0, 1), 'Removed Bo from Finance'],
  [members(0, 1200), 'Removed 1,200 members from Finance'],
  [members(2, 1), 'Added 2 members to Finance and removed 1'],
  [members(0, 0), 'Nothing changed for Finance'],
  [{ kind: 'bulk', operations: 1, failed: 0 }, 'Ran 1 bulk operation'],
  [{ kind: 'bulk', operations: 10, failed: 2 }, 'Ran 10 bulk operations, 2 failed'],
  [refused({ reason: 'missing-token' }), 'Refused: no token was sent'],
  [refused({ reason: 'not-bearer', scheme: 'Basic' }), 'Refused: "Basic" instead of a bearer token'],
  [refused({ reason: 'doubled-bearer' }), 'Refused: the word "Bearer" is part of the token'],
  [refused({ reason: 'white-space' }), 'Refused: white space inside the token'],
  [refused({ reason: 'truncated', length: 30 }), 'Refused: the token is cut off after 30 characters'],
  [refused({ reason: 'unknown-token' }), 'Refused: unknown token'],
  [
    refused({ reason: 'revoked-token', tokenName: 'Contoso lab', at: AT }),
    'Refused: the token "Contoso lab" was revoked on Sunday, 3 May 2026'
  ],
  [
    refused({ reason: 'expired-token', tokenName: 'Contoso lab', at: AT }),
    'Refused: the token "Contoso lab" expired on Sunday, 3 May 2026'
  ],
  [
    refused({ reason: 'expired-token', tokenName: 'Lab', isClient: true, at: AT }),
    'Refused: the client "Lab" expired on Sunday, 3 May 2026'
  ],
  [
    refused({ reason: 'expired-access-token', tokenName: 'Lab', at: AT }),
    'Refused: the access token of the client "Lab" has ended'
  ],
  [
    refused({ reason: 'client-secret', tokenName: 'Lab' }),
    'Refused: the secret of the client "Lab" came in place of an access token'
  ],
  [refused({ reason: 'missing-client' }), 'Refused: no client identifier and secret were sent'],
  [refused({ reason: 'unknown-client' }), 'Refused: unknown client'],
  [
    refused({ reason: 'wrong-client-secret', tokenName: 'Lab' }),
    'Refused: this is not the secret of the client "Lab"'
  ],
  [
    { kind: 'failed', status: 409, scimType: 'uniqueness', detail: 'userName is taken.', resource: null },
    'Failed (409): userName is taken.'
  ],
  [
    {
      kind: 'failed',
      status: 409,
      scimType: 'uniqueness',
      detail: 'userName "bo@contoso.example" is taken by User 1.',
      resource: null,
      taken: { attribute: 'userName', value: '"bo@contoso.example"', by: bo }
    },
    'Failed (409): userName "bo@contoso.example" is taken by Bo'
  ],
  [
    { kind: 'failed', status: 400, scimType: null, detail: 'x'.repeat(500), resource: bo },
    `Failed for Bo (400): ${'x'.repeat(159)}…`
  ],
  [{ kind: 'not-http', isTls: true }, 'Refused: somebody spoke HTTPS to the plain HTTP port'],
  [{ kind: 'not-http', isTls: false }, 'Refused: the bytes that arrived are not HTTP'],
  [{ kind: 'health' }, 'Answered a health check'],
  [{ kind: 'token-created', tokenId: 't', tokenName: 'Contoso' }, 'Created the token "Contoso"'],
  [{ kind: 'token-revoked', tokenId: 't', tokenName: 'Contoso' }, 'Revoked the token "Contoso"'],
  [{ kind: 'token-rotated', tokenId: 't', tokenName: 'Contoso' }, 'Rotated the token "Contoso"'],
  [{ kind: 'token-created', tokenId: 't', tokenName: 'Lab', isClient: true }, 'Created the client "Lab"'],
  [{ kind: 'token-revoked', tokenId: 't', tokenName: 'Lab', isClient: true }, 'Revoked the client "Lab"'],
  [{ kind: 'token-rotated', tokenId: 't', tokenName: 'Lab', isClient: true }, 'Rotated the client "Lab"'],
  [
    { kind: 'access-granted', tokenId: 't', tokenName: 'Lab', until: AT },
    'Gave the client "Lab" an access token'
  ],
  [{ kind: 'server-started', port: 7643 }, 'Started the server on port 7643'],
  [{ kind: 'server-stopped', port: 7643 }, 'Stopped the server on port 7643'],
  [
    { kind: 'backup-restored', name: 'by-hand-1.db', keptAs: 'backups/b.db' },
    'Restored the backup by-hand-1.db; what was there before is kept as backups/b.db'
  ],
  [{ kind: 'directory-reset', users: 12, groups: 1 }, 'Reset the directory: 12 users and 1 group deleted'],
  [
    { kind: 'read', resource: bo, told: { kind: 'status', status: 429, retryAfterS: 1 } },
    'Answered as told: 429'
  ],
  [{ kind: 'pending', told: { kind: 'html' } }, 'Answered as told: a web page'],
  [{ kind: 'pending', told: { kind: 'drop', isWorkDone: false } }, 'The connection was cut, as told'],
  [
    { kind: 'disabled', resource: bo, told: { kind: 'drop', isWorkDone: true } },
    'Disabled Bo; the connection was cut before the answer, as told'
  ],
  [{ kind: 'read', resource: bo, told: { kind: 'delay', delayMs: 2500 } }, 'Read Bo, 2.5 s late as told'],
  [{ kind: 'read', resource: bo, told: { kind: 'truncated' } }, 'Read Bo; the answer was cut short, as told']
]

test.each(CASES)('%j is told as %s', (story, sentence) => {
  expect(sentenceText(story)).toBe(sentence)
})

test('every kind of story is in the table above', () => {
  expect(new Set(['told', ...CASES.map(([story]) => story.kind)])).toEqual(new Set(Object.keys(en)))
})

test('people and groups in a sentence can be linked', () => {
  expect(describe(members(1, 0))).toEqual(['Added ', { link: alice }, ' to ', { link: finance }])
  expect(describe({ kind: 'renamed', resource: { ...alice, name: 'Old' }, from: 'Old', to: 'New' })).toEqual([
    'Renamed Old to ',
    { link: { ...alice, name: 'New' } }
  ])
})

test.each(CASES)('%j is told in German with the same people and groups', story => {
  const linksOf = (words: typeof en) =>
    describe(story, words)
      .filter(part => typeof part !== 'string')
      .map(part => part.link.name)
  expect(linksOf(de).toSorted()).toEqual(linksOf(en).toSorted())
  expect(sentenceText(story, de)).not.toBe(sentenceText(story, en))
  expect(sentenceText(story, de)).not.toMatch(/undefined|NaN|\[object/)
})

test('German sentences', () => {
  expect(sentenceText({ kind: 'created', resource: alice }, de)).toBe('Alice Ng angelegt')
  expect(sentenceText(members(2, 1), de)).toBe('2 Mitglieder zu Finance hinzugefügt, 1 entfernt')
  expect(sentenceText(refused({ reason: 'expired-token', tokenName: 'Contoso', at: AT }), de)).toBe(
    'Abgewiesen: das Token „Contoso“ ist am Sonntag, 3. Mai 2026 abgelaufen'
  )
})
