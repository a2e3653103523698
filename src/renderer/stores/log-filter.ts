import type { ExchangeSummary } from '../../shared/exchange'
import { matches, needsTexts, parseLogQuery, printLogQuery, type LogQuery } from '../../shared/log-query'
import { words } from '../i18n'

/** What a filter text means, for live rows and for the engine. */
export interface LogFilter extends LogQuery {
  /** The parts that were understood, as the engine is asked. */
  asked: string
  /** True: looks into bodies or headers, which rows do not carry, so only the engine knows. */
  asksEngine: boolean
}

export function readFilter(text: string): LogFilter {
  const { terms, problems } = parseLogQuery(text)
  return { terms, problems, asked: printLogQuery(terms), asksEngine: needsTexts(terms) }
}

export const fits = (filter: LogFilter, row: ExchangeSummary): boolean =>
  filter.terms.length === 0 || matches(filter.terms, row, null, Date.now())

const problemAt = (problems: LogFilter['problems'], at: number): string | null => {
  const problem = problems.find(one => one.at === at)
  return problem ? words.said(problem.message) : null
}

/** One recognised or misunderstood part of the text, as a chip. */
export interface Chip {
  text: string
  at: number
  /** Why it is not understood, if it is not. */
  problem: string | null
}

/**
 * Parts the text into finished chips and the part still being typed. A part is finished when a blank follows it, outside quotes.
 */
export function chipsOf(text: string): { chips: Chip[]; head: string; tail: string } {
  const { terms, problems } = parseLogQuery(text)
  const places = [...new Map([...terms, ...problems].map(place => [place.at, place.length]))].toSorted(
    ([a], [b]) => a - b
  )
  const last = places.at(-1)
  const isTyping = last !== undefined && last[0] + last[1] === text.length
  const tailAt = isTyping ? last[0] : text.length

  return {
    chips: places
      .filter(([at]) => at < tailAt)
      .map(([at, length]) => ({
        text: text.slice(at, at + length),
        at,
        problem: problemAt(problems, at)
      })),
    head: text.slice(0, tailAt),
    tail: text.slice(tailAt)
  }
}
