import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DECK_FORMAT, type Deck, DeckFile, type DeckSummary } from '../../../shared/deck'
import { newId } from '../../platform/ids'

interface Options {
  /** In the data folder; made when the first deck is put there. */
  folder: string
  /** The decks that came with the product; null where there are none. */
  shippedFolder: string | null
  /** Told about a file that is no deck; it is left alone. */
  warn(problem: string): void
}

/** Decks as files, one each: those that came with the product, and one's own. */
export function createDeckShelf({ folder, shippedFolder, warn }: Options) {
  const fileOf = (id: string) => join(folder, `${id}.json`)

  function readAll(from: string | null, isShipped: boolean): Deck[] {
    return deckFiles(from).flatMap(name => {
      const read = readDeck(readFileSync(join(from ?? '', name), 'utf8'))
      if ('problem' in read) {
        warn(`${name} is no deck: ${read.problem}`)
        return []
      }
      return [deckOf(`${isShipped ? 'shipped-' : ''}${name.replace(/\.json$/, '')}`, read.file, isShipped)]
    })
  }

  const all = (): Deck[] => [...readAll(shippedFolder, true), ...readAll(folder, false)]

  function write(id: string, file: DeckFile): Deck {
    mkdirSync(folder, { recursive: true })
    // Written beside and moved over: a deck is whole or not there.
    writeFileSync(`${fileOf(id)}.new`, `${JSON.stringify(file, null, 1)}\n`)
    renameSync(`${fileOf(id)}.new`, fileOf(id))
    return deckOf(id, file, false)
  }

  return {
    list: (): DeckSummary[] => all().map(({ steps: _, ...summary }) => summary),
    find: (id: string): Deck | null => all().find(deck => deck.id === id) ?? null,
    add: (file: DeckFile): Deck => write(newId(), file),
    /** Its own only; what came with the product stays as it is. */
    replace: (deck: Deck, change: Partial<Pick<DeckFile, 'name' | 'about' | 'steps'>>): Deck =>
      write(deck.id, { ...fileOfDeck(deck), ...change }),
    remove(id: string): void {
      rmSync(fileOf(id), { force: true })
    }
  }
}
export type DeckShelf = ReturnType<typeof createDeckShelf>

/** A deck as its file holds it. */
export const fileOfDeck = ({ name, about, isAnonymised, steps }: Deck): DeckFile => ({
  format: DECK_FORMAT,
  name,
  about,
  isAnonymised,
  steps
})

/** Reads what somebody says is a deck. */
export function readDeck(text: string): { file: DeckFile } | { problem: string } {
  try {
    const parsed = DeckFile.safeParse(JSON.parse(text))
    if (parsed.success) return { file: parsed.data }
    return { problem: inWords(parsed.error.issues[0]?.path ?? []) }
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: 'it is no JSON' }
    throw error
  }
}

/** Where a file differs from what a deck is. */
function inWords([part, place, ...rest]: PropertyKey[]): string {
  if (part === 'steps' && typeof place === 'number') {
    const what = rest.length === 0 ? 'what it asks' : rest.join('.')
    return `in its request ${place + 1}, ${what} is not as it should be`
  }
  if (part === 'steps') return 'it holds no requests, or too many'
  if (part === 'name') return 'it has no name'
  return `it does not say that it is one (format ${DECK_FORMAT})`
}

const deckOf = (id: string, file: DeckFile, isShipped: boolean): Deck => ({
  id,
  name: file.name,
  about: file.about,
  isAnonymised: file.isAnonymised,
  isShipped,
  stepCount: file.steps.length,
  lengthMs: file.steps.reduce((sum, { pauseMs }) => sum + pauseMs, 0),
  steps: file.steps
})

function deckFiles(folder: string | null): string[] {
  if (folder === null) return []
  try {
    return readdirSync(folder)
      .filter(name => name.endsWith('.json'))
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
