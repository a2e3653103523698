import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DeckStep } from '../../src/shared/deck'
import { DECK_FORMAT } from '../../src/shared/deck'
import type { Json } from '../../src/shared/scim'
import { startEngine } from '../../src/main/engine/started.fixture'
import { anonymise } from '../../src/main/simulator/decks/anonymise'
import { recordDeck } from '../../src/main/simulator/decks/record-deck'
import { createDeckShelf, readDeck } from '../../src/main/simulator/decks/shelf'
import { type ConversationName, CONVERSATIONS, replay } from '../conversations/replay'
import { injectInto } from '../conversations/senders'
import { TOKEN } from '../../src/main/engine/started.fixture'

type Started = Awaited<ReturnType<typeof startEngine>>

async function record(name: ConversationName) {
  const started = await startEngine()
  const server = started.engine.newServer()
  const entry = CONVERSATIONS.find(conversation => conversation.name === name)
  if (entry?.startsAfter) await replay(entry.startsAfter, injectInto(server), TOKEN)
  await replay(name, injectInto(server), TOKEN)
  await server.close()
  const rows = await started.rows()
  const { journal } = started.engine.console
  const exchanges = await Promise.all(rows.map(({ id }) => journal.get(id, { isWhole: true })))
  return { started, ...recordDeck(exchanges.filter(exchange => exchange !== null)) }
}

/** Everything in the directory that does not differ by chance: people and groups with each other's names for ids. */
async function stateOf({ send }: Started): Promise<Json[]> {
  const lists = await Promise.all(['/Users?count=1000', '/Groups?count=1000'].map(path => send('GET', path)))
  const resources = lists.flatMap(({ json }) => json.Resources as { id: string; [name: string]: Json }[])
  const names = new Map(resources.map(one => [one.id, String(one.userName ?? one.displayName)]))
  const text = JSON.stringify(
    resources
      .map(({ meta: _, id: _id, ...rest }) => rest)
      .sort((a, b) => String(a.userName ?? a.displayName).localeCompare(String(b.userName ?? b.displayName)))
  )
  return JSON.parse(
    [...names]
      .reduce((told, [id, name]) => told.replaceAll(id, name), text)
      .replaceAll(/http:\/\/[^"]*\/scim\/v2/g, '')
  ) as Json[]
}

async function play(steps: DeckStep[]): Promise<Started> {
  const started = await startEngine()
  const { simulator } = started.engine.console
  const ended = Promise.withResolvers<void>()
  simulator.playDeck(deckOf(steps), 0)
  const poll = () => (simulator.isUnderWay() ? void setImmediate(poll) : ended.resolve())
  poll()
  await ended.promise
  expect(simulator.state()?.state).toBe('complete')
  return started
}

const deckOf = (steps: DeckStep[]) => ({
  id: 'd',
  name: 'Recorded',
  about: '',
  isAnonymised: false,
  isShipped: false,
  stepCount: steps.length,
  lengthMs: 0,
  steps
})

test.each<ConversationName>([
  'entra-initial-cycle',
  'entra-incremental-cycle',
  'entra-provision-on-demand',
  'okta-lifecycle'
])('a deck recorded from %s and played into an empty directory ends with the same state', async name => {
  const { started, steps } = await record(name)
  expect(await stateOf(await play(steps))).toEqual(await stateOf(started))
})

/** Words of the protocol that are also parts of somebody's names. */
const PROTOCOL =
  /operations|\/users|\/groups|:user|:group|"group"|"user"|resourcemanagement.adscim.2.0.group|windowsazureactivedirectoryrole/g

/** Every text of a body or query that tells about somebody, as a reader would look for it. */
function secretsOf(steps: DeckStep[]): string[] {
  const found = new Set<string>()
  const look = (value: Json, name: string): void => {
    if (typeof value === 'string') {
      if (
        /^(userName|displayName|givenName|familyName|formatted|nickName|externalId|display|value|department|title|streetAddress|employeeNumber|postalCode)$/.test(
          name
        ) &&
        !/^(True|False|true|false|Users?)$/.test(value) &&
        !value.startsWith('{{') &&
        value.length >= 3
      )
        found.add(value)
    } else if (Array.isArray(value)) value.forEach(one => look(one, name))
    else if (value !== null && typeof value === 'object')
      for (const [key, inner] of Object.entries(value)) look(inner, key.split(/[.:]/).at(-1) ?? key)
  }
  for (const step of steps) {
    if (step.body !== null) look(step.body, '')
    for (const [, literal] of decodeURIComponent(step.path.replaceAll('+', ' ')).matchAll(/"([^"]+)"/g))
      if (literal && literal.length >= 3 && !/^(\{\{|work$|mobile$)/.test(literal)) found.add(literal)
  }
  return [...found]
}

test.each<ConversationName>([
  'entra-initial-cycle',
  'entra-incremental-cycle',
  'entra-provision-on-demand',
  'okta-lifecycle'
])(
  'an anonymised deck of %s has none of the names, addresses and ids of its source, and is the same story',
  async name => {
    const { started, steps } = await record(name)
    const told = anonymise(steps)
    const text = `${JSON.stringify(told)} ${told.map(({ path }) => decodeURIComponent(path)).join(' ')}`
      .toLowerCase()
      .replaceAll(PROTOCOL, '')
    const secrets = secretsOf(steps)
    expect(secrets.length).toBeGreaterThan(8)
    const people = secrets
      .flatMap(secret => (/^[\p{L}' ]+$/u.test(secret) ? secret.split(' ') : [secret]))
      .filter(one => one.length > 3)
    expect([...secrets, ...people].filter(secret => text.includes(secret.toLowerCase()))).toEqual([])
    expect(anonymise(steps)).toEqual(told)

    const [before, after] = [await stateOf(started), await stateOf(await play(told))]
    expect(after.length).toBe(before.length)
  }
)

test.each([
  ['', 'it is no JSON'],
  ['{}', 'it does not say that it is one (format usher-deck/1)'],
  ['[]', 'it does not say that it is one'],
  [JSON.stringify({ format: DECK_FORMAT, steps: [] }), 'it has no name'],
  [JSON.stringify({ format: DECK_FORMAT, name: 'x', steps: [] }), 'it holds no requests, or too many'],
  [
    JSON.stringify({ format: DECK_FORMAT, name: 'x', steps: [{ method: 'BREW', path: '/Users' }] }),
    'in its request 1, method is not as it should be'
  ],
  [
    JSON.stringify({
      format: DECK_FORMAT,
      name: 'x',
      steps: [{ method: 'GET', path: 'http://elsewhere', body: null, pauseMs: 0, status: 200, captures: [] }]
    }),
    'in its request 1, path is not as it should be'
  ]
])('what is no deck is told: %s', (text, problem) => {
  const read = readDeck(text)
  expect('problem' in read && read.problem).toContain(problem)
})

const shelf = createDeckShelf({
  folder: join(tmpdir(), 'usher-no-such-folder'),
  shippedFolder: join(import.meta.dirname, '../../resources/decks'),
  warn: problem => expect.unreachable(problem)
})

test('three decks come with the product, all about invented people', () => {
  expect(shelf.list().map(({ name, isShipped, isAnonymised }) => [name, isShipped, isAnonymised])).toEqual([
    ['Entra: the first sync', true, true],
    ['Entra: a working day', true, true],
    ['Okta: from hire to leave', true, true]
  ])
})

test.each(shelf.list())(
  'the deck “$name” plays into an empty directory as it was recorded',
  async ({ id }) => {
    const { steps = [] } = shelf.find(id) ?? {}
    const started = await play(steps)
    const answered = (await started.rows()).filter(({ origin }) => origin === 'scim')
    expect(answered.map(({ status }) => status)).toEqual(steps.map(({ status }) => status))
  }
)
