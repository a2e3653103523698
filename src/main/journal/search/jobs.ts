import type { Change } from '../../../shared/change'
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
}

/**
 * The long reading of the log, in steps of some milliseconds between which others have their turn. Runs in a thread of its own
 * where there is one, on a connection that only reads.
 */
export function createLogJobs({ db, index, changesOf }: JobDeps) {
  const blocks = createBlocks(db, index)
  return {
    blocks,
    jobs: {
      find: (question: Question) => findIds(db, blocks, question),
      activity: (question: Question, about: number) => countActivity(db, blocks, question, about),
      export: (question: Question, form: ExportForm) =>
        exportPieces({ db, blocks, changesOf }, question, form),
      *forgetDeleted(upTo: number): Generator<null> {
        blocks.forgetDeleted(upTo)
        yield null
      }
    }
  }
}
export type LogJobs = ReturnType<typeof createLogJobs>['jobs']
export type PartOf<Job extends keyof LogJobs> =
  ReturnType<LogJobs[Job]> extends Generator<infer Part> ? NonNullable<Part> : never
