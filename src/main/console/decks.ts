import { DECK_FORMAT, type Deck, type DeckSummary, MOST_DECK_STEPS } from '../../shared/deck'
import type { ExchangeDetail } from '../../shared/exchange'
import { parseLogQuery } from '../../shared/log-query'
import type { ConsoleJournal } from '../journal/types'
import { anonymise } from '../simulator/decks/anonymise'
import { inWords } from '../simulator/decks/deck-entry'
import { recordDeck } from '../simulator/decks/record-deck'
import { fileOfDeck, readDeck } from '../simulator/decks/shelf'
import { answers } from './contract'
import { begun } from './simulator'

export const decks = {
  list: answers.decks.list.handler(({ context }) => context.decks.list()),

  get: answers.decks.get.handler(({ context, input, errors }) => {
    const deck = context.decks.find(input.id)
    if (!deck) throw errors.NOT_FOUND({ message: GONE })
    return { ...deck, titles: deck.steps.map(inWords) }
  }),

  record: answers.decks.record.handler(async ({ context, input, errors }) => {
    const { from, name, isAnonymised } = input
    if ('query' in from) {
      const [problem] = parseLogQuery(from.query).problems
      if (problem) throw errors.BAD_QUERY({ message: problem.message })
    }
    const exchanges = await wholeExchanges(context.journal, from)
    if (exchanges === 'too many')
      throw errors.TOO_MANY({ message: `A deck has at most ${MOST_DECK_STEPS} requests. Filter for fewer.` })
    const { steps, leftOut } = recordDeck(exchanges)
    if (steps.length === 0) {
      throw errors.NOTHING_PLAYABLE({
        message: 'None of these requests can be played: nobody answered them as SCIM.'
      })
    }
    const deck = context.decks.add({
      format: DECK_FORMAT,
      name,
      about: '',
      isAnonymised,
      steps: isAnonymised ? anonymise(steps) : steps
    })
    return { deck: summaryOf(deck), leftOut }
  }),

  edit: answers.decks.edit.handler(({ context, input, errors }) => {
    const deck = context.decks.find(input.id)
    if (!deck) throw errors.NOT_FOUND({ message: GONE })
    if (deck.isShipped) throw errors.SHIPPED({ message: AS_IT_IS })
    const { name, order } = input
    const steps = order?.flatMap(place => deck.steps[place] ?? [])
    if (order && (steps?.length !== order.length || new Set(order).size !== order.length)) {
      throw errors.BAD_ORDER({ message: 'The order names a request twice, or one that is not in the deck.' })
    }
    return summaryOf(
      context.decks.replace(deck, { ...(name !== undefined && { name }), ...(steps && { steps }) })
    )
  }),

  remove: answers.decks.remove.handler(({ context, input, errors }) => {
    const deck = context.decks.find(input.id)
    if (!deck) throw errors.NOT_FOUND({ message: GONE })
    if (deck.isShipped) throw errors.SHIPPED({ message: AS_IT_IS })
    context.decks.remove(deck.id)
  }),

  play: answers.decks.play.handler(({ context, input, errors }) => {
    const deck = context.decks.find(input.id)
    if (!deck) throw errors.NOT_FOUND({ message: GONE })
    return begun(context.simulator.playDeck(deck, input.speed), errors)
  }),

  exported: answers.decks.exported.handler(({ context, input, errors }) => {
    const deck = context.decks.find(input.id)
    if (!deck) throw errors.NOT_FOUND({ message: GONE })
    const fileName = `${deck.name.replace(/[^\p{L}\d -]+/gu, '').trim() || 'deck'}.usher-deck.json`
    return { fileName, text: `${JSON.stringify(fileOfDeck(deck), null, 1)}\n` }
  }),

  imported: answers.decks.imported.handler(({ context, input, errors }) => {
    const read = readDeck(input.text)
    if ('problem' in read) throw errors.NO_DECK({ message: `This file is no deck: ${read.problem}.` })
    return summaryOf(context.decks.add(read.file))
  })
}

const GONE = 'There is no such deck any more.'
const AS_IT_IS = 'This deck came with Usher and stays as it is. Export and import it to have a copy.'

const summaryOf = ({ steps: _, ...summary }: Deck): DeckSummary => summary

/** The oldest first, with whole bodies. */
async function wholeExchanges(
  journal: ConsoleJournal,
  from: { query: string } | { ids: number[] }
): Promise<ExchangeDetail[] | 'too many'> {
  if ('ids' in from) {
    const ids = from.ids.toSorted((a, b) => a - b)
    const found = await Promise.all(ids.map(id => journal.get(id, { isWhole: true })))
    return found.filter(exchange => exchange !== null)
  }
  if ((await journal.count(from.query)) > MOST_DECK_STEPS) return 'too many'
  const found: ExchangeDetail[] = []
  for await (const batch of journal.details(from.query)) found.push(...batch)
  return found
}
