import { randomUUID } from 'node:crypto'

/** A resource or token id: random, never changes, never reused. */
export const newId = (): string => randomUUID()
