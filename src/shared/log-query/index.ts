export { needsTexts } from './conditions'
export { chipLabel, chipText, suggest, type KnownValues, type Suggestion } from './suggest'
export { matches } from './matches'
export { parseLogQuery } from './parse'
export { printLogQuery, printTerm } from './print'
export {
  FLAGS,
  KEYS,
  SLOW_MS,
  type Flag,
  type Key,
  type LogQuery,
  type Problem,
  type RecordedTexts,
  type Term
} from './query'
export { en as filterWords, type FilterWords } from './words'
