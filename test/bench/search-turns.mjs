import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { timeFilter, timeNothing } from './log-in-page.mjs'
import { sendAtRate } from './paced-requests.mjs'
import { whileQuiet } from './stolen-time.mjs'
import { engineDurations, figuresOf, pairedRatio } from './window-turns.mjs'

const WORD = 'person-150@contoso'
const NOWHERE = '"person version"'
/** A word, a phrase of common words that is nowhere, one that is everywhere, chips, and a word that is nowhere. */
const QUERIES = [WORD, NOWHERE, '"application/scim+json"', 'status>=400', 'method=PATCH', 'zaphod']
const ROUNDS = 5
const TURNS = 4
const TURN_S = 10
/** Exchanges that are made searchable at a time. */
const BLOCK = 512

/**
 * How soon a search is answered, in milliseconds after the pause that typing is waited for: at once after a start, with nothing of
 * the log made searchable yet; and when all of it is.
 *
 * @param {{ page: import('@playwright/test').Page, dataFolder: string, rows: number }} options `page` shows the log
 */
export async function measureSearch({ page, dataFolder, rows }) {
  const startedAt = performance.now()
  const atOnce = await page.evaluate(timeFilter, WORD)
  await page.evaluate(timeFilter, '')
  while (madeSearchable(dataFolder) < rows - BLOCK) await new Promise(resolve => setTimeout(resolve, 100))
  const madeMs = Math.round(performance.now() - startedAt)

  const rounds = []
  for (let round = 0; round < ROUNDS; round++) rounds.push((await whileQuiet(() => askEach(page))).quietest)
  const made = Object.fromEntries(QUERIES.map(query => [query, summed(rounds.map(round => round[query]))]))
  return { atOnce, madeMs, made, stolenPercentOfRounds: rounds.map(({ stolenPercent }) => stolenPercent) }
}

async function askEach(page) {
  const answers = {}
  for (const query of QUERIES) {
    answers[query] = await page.evaluate(timeFilter, query)
    await page.evaluate(timeFilter, '')
  }
  return answers
}

const summed = answers => ({
  firstMs: answers.map(({ firstMs }) => firstMs),
  wholeMs: answers.map(({ wholeMs }) => wholeMs),
  found: answers[0].found
})

function madeSearchable(dataFolder) {
  const file = join(dataFolder, 'journal-search.db')
  if (!existsSync(file)) return 0
  const database = new Database(file, { readonly: true })
  const count = database.prepare('SELECT ifnull(sum(count), 0) FROM blocks').pluck().get()
  database.close()
  return count
}

/** What a search each second costs the requests that come meanwhile, and what these cost a search: the log is open in all turns. */
export async function takeSearchTurns({ page, target, dataFolder, ids }) {
  const turn = async () => {
    const { latenciesMs, during } = await sendAtRate(target, ids, TURN_S)
    return { latenciesMs, engineMs: engineDurations(dataFolder, during) }
  }
  const withoutSearches = []
  const searching = []
  const answerMs = []
  for (let number = 0; number < TURNS; number++) {
    withoutSearches.push((await whileQuiet(turn)).quietest)
    const beside = await whileQuiet(async () => {
      let isOver = false
      const searches = searchUntil(page, () => isOver)
      const figures = await turn()
      isOver = true
      return { ...figures, answerMs: await searches }
    })
    searching.push(beside.quietest)
    answerMs.push(beside.quietest.answerMs)
  }
  return {
    answerMs,
    withoutSearches: figuresOf(withoutSearches),
    searching: figuresOf(searching),
    p99Ratio: pairedRatio(searching, withoutSearches, 'latenciesMs'),
    engineP99Ratio: pairedRatio(searching, withoutSearches, 'engineMs')
  }
}

async function searchUntil(page, isOver) {
  const answerMs = []
  while (!isOver()) {
    const aSecond = new Promise(resolve => setTimeout(resolve, 1_000))
    answerMs.push(await page.evaluate(timeNothing, NOWHERE))
    await aSecond
  }
  return answerMs
}
