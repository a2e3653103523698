import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Writer } from '../writer'
import type { Change } from '../../../shared/change'
import { writeThrough, type FileStep } from '../../platform/write-through'
import type { ExportForm } from './export'
import { createMemoryIndex, indexFileOf } from './index-file'
import { createLogJobs, type LogJobs, type PartOf } from './jobs'
import type { Traffic } from './patience'
import type { Question } from './question'
import { createLogThread } from './thread'

/** How long a step may keep the engine where there is no other thread, in milliseconds. */
const SLICE_MS = 8

interface Deps {
  writer: Writer
  file: string
  /** The built log-reader-worker.js; without one, and for a log in memory, the work is done here, in slices. */
  script: string | undefined
  changesOf(exchangeId: number): Change[]
  traffic: Traffic
}

/** Runs the long reading where it disturbs nobody. */
export function createLongReading({ writer, file, script, changesOf, traffic }: Deps) {
  let place = placeFor(writer.stores())

  function placeFor(stores: ReturnType<Writer['stores']>) {
    const here = createLogJobs({ db: stores.db, index: createMemoryIndex(), changesOf, rest: () => {} })
    const data = { dataFolder: dirname(file), journalFile: file, traffic }
    return script === undefined || writer.isInMemory()
      ? { of: stores, here, thread: null }
      : { of: stores, script, data, thread: createLogThread(script, { ...data, isPatient: false }) }
  }

  /** That of the file now in use: a damaged one may have been replaced. */
  function current() {
    if (place.of !== writer.stores()) {
      void place.thread?.end()
      place = placeFor(writer.stores())
    }
    return place
  }

  async function* inSlices<Part>(steps: Generator<Part | null>): AsyncGenerator<Part, void, void> {
    const { db } = writer.stores()
    let begunAt = performance.now()
    for (const part of steps) {
      if (part !== null) yield part
      if (performance.now() - begunAt < SLICE_MS) continue
      await new Promise(resolve => setImmediate(resolve))
      // The journal was closed, or its file set aside, while others had their turn.
      if (!db.open) return
      begunAt = performance.now()
    }
  }

  function run<Job extends keyof LogJobs>(
    job: Job,
    ...args: Parameters<LogJobs[Job]>
  ): AsyncGenerator<PartOf<Job>, void, void> {
    const at = current()
    if (at.thread !== null) return at.thread.run(job, ...args)
    const begin = at.here[job] as (...given: Parameters<LogJobs[Job]>) => Generator<PartOf<Job> | null>
    return inSlices(begin(...args))
  }

  /** In a thread for this job alone, which takes only the time that nobody else wants. */
  async function* runPatiently<Job extends keyof LogJobs>(
    job: Job,
    ...args: Parameters<LogJobs[Job]>
  ): AsyncGenerator<PartOf<Job>, void, void> {
    const at = current()
    if (at.thread === null) return yield* run(job, ...args)
    const thread = createLogThread(at.script, { ...at.data, isPatient: true })
    try {
      yield* thread.run(job, ...args)
    } finally {
      await thread.end()
    }
  }

  return {
    run,
    runPatiently,

    /**
     * Written where it is made: passing all of it through the engine costs requests more than making it does. Where there is no
     * other thread the engine writes, which must not wait for the disk.
     */
    exportTo: (question: Question, form: ExportForm, path: string): AsyncGenerator<FileStep, void, void> =>
      current().thread === null
        ? writeThrough(run('export', question, form), path)
        : runPatiently('exportTo', question, form, path),

    /** Somebody asked something lately, so that there is a thread that waits for more. */
    isWanted: (): boolean => place.thread?.isWanted() ?? false,

    /** Exchanges up to a number were deleted; what was searched of them is forgotten, if there is anything. */
    async forgetDeleted(upTo: number): Promise<void> {
      if (current().thread !== null && !existsSync(indexFileOf(file))) return
      await run('forgetDeleted', upTo).next()
    },

    /** Makes searchable what was recorded. Where there is no other thread that waits until somebody searches. */
    async makeMissing(): Promise<void> {
      if (current().thread !== null) await run('makeMissing').next()
    },

    /** What the index takes of the disk. */
    indexBytes: (): number => statSync(indexFileOf(file), { throwIfNoEntry: false })?.size ?? 0,

    end: (): Promise<void> => place.thread?.end() ?? Promise.resolve()
  }
}
export type LongReading = ReturnType<typeof createLongReading>
