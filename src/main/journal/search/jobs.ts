import type { Change } from '../../../shared/change'
import { writeThroughHere } from '../../platform/write-through'
import type { Db } from '../database'
import { countActivity } from './activity'
import { createBlocks } from './blocks'
import { exportPieces, type ExportForm } from './export'
import { findIds } from './find'
import type { SearchIndex } from './index-file'
import type { Question } from './question'

export interface JobDeps {
  db: Db
  index: SearchIndex
  /** The changes that an exchange caused; they live in the directory's file. */
  changesOf(exchangeId: number): Change[]
  /** Called after each row of what nobody waits for. */
  rest(): void
}

/**
 * The long reading of the log, in steps of some milliseconds between which others have their turn. Runs in a thread of its own
 * where there is one, on a connection that only reads.
 */
export function createLogJobs({ db, index, changesOf, rest }: JobDeps) {
  const blocks = createBlocks(db, index)
  return {
    find: (question: Question) => inParts(findIds(db, blocks, question)),
    activity: (question: Question, about: number) => countActivity({ db, blocks, rest }, question, about),
    export: (question: Question, form: ExportForm) =>
      exportPieces({ db, blocks, changesOf, rest }, question, form),
    exportTo: (question: Question, form: ExportForm, file: string) =>
      writeThroughHere(exportPieces({ db, blocks, changesOf, rest }, question, form), file),
    *forgetDeleted(upTo: number): Generator<null> {
      blocks.forgetDeleted(upTo)
      yield null
    },
    /** Before anybody searches in them. */
    makeMissing: () => blocks.makeMissing(rest)
  }
}
export type LogJobs = ReturnType<typeof createLogJobs>
export type PartOf<Job extends keyof LogJobs> =
  ReturnType<LogJobs[Job]> extends Generator<infer Part> ? NonNullable<Part> : never

/** Numbers told at a time at most, and how long what is found waits to be told, in milliseconds. */
const PART = { count: 20_000, ms: 150 }
/** Somebody waits to see the first. */
const FIRST_PART = { count: 150, ms: 30 }

/** Few large parts instead of one for each block. */
export function* inParts(found: Iterable<number[]>): Generator<number[] | null> {
  let part: number[] = []
  let most = FIRST_PART
  let begunAt = performance.now()
  for (const ids of found) {
    for (const id of ids) part.push(id)
    const isDue = part.length >= most.count || performance.now() - begunAt >= most.ms
    if (part.length > 0 && isDue) {
      yield part
      part = []
      most = PART
      begunAt = performance.now()
    } else yield null
  }
  if (part.length > 0) yield part
}
