import { formatNumber } from './format'

/** `1 group`, `2 groups`: for languages with two forms. */
export const counted = (count: number, one: string, many: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`
