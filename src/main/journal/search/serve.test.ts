import { MessageChannel } from 'node:worker_threads'
import { expect, test, vi } from 'vitest'
import { PATIENCE } from '../../../../test/patience'
import type { LogJobs } from './jobs'
import { serveJobs, type FromThread, type ToThread } from './serve'

function served(
  steps: () => Generator<unknown>,
  others: Partial<Record<keyof LogJobs, () => Generator<unknown>>> = {}
) {
  const { port1, port2 } = new MessageChannel()
  const heard: FromThread[] = []
  port1.on('message', (message: FromThread) => heard.push(message))
  serveJobs(port2, { find: steps, ...others } as unknown as LogJobs)
  const say = (message: ToThread) => port1.postMessage(message)
  const parts = () => heard.filter(({ kind }) => kind === 'part').length
  return { heard, parts, say, close: () => port1.close() }
}

test('no more parts are sent ahead than are taken, and a job that is stopped ends', async () => {
  let made = 0
  const { heard, parts, say, close } = served(function* () {
    for (;;) yield ++made
  })
  say({ kind: 'begin', id: 1, job: 'find', args: [] })
  await vi.waitFor(() => expect(parts()).toBe(4), PATIENCE)
  say({ kind: 'more', id: 1 })
  await vi.waitFor(() => expect(parts()).toBe(5), PATIENCE)
  expect(made).toBe(5)

  say({ kind: 'stop', id: 1 })
  await vi.waitFor(() => expect(heard.at(-1)).toEqual({ kind: 'done', id: 1 }), PATIENCE)
  close()
})

test('what fails is told with its code and what the system was asked for', async () => {
  const { heard, say, close } = served(function* () {
    yield null
    throw Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' })
  })
  say({ kind: 'begin', id: 1, job: 'find', args: [] })
  const failure = { message: 'no space', code: 'ENOSPC', syscall: 'write' }
  await vi.waitFor(() => expect(heard).toEqual([{ kind: 'failed', id: 1, failure }]), PATIENCE)
  close()
})

test('what can wait stands still while somebody searches', async () => {
  const steps: string[] = []
  function* making(): Generator<null> {
    for (let block = 1; block <= 5; block++) {
      steps.push(`made ${block}`)
      yield null
    }
  }
  function* finding(): Generator<null> {
    for (let block = 1; block <= 3; block++) {
      steps.push(`searched ${block}`)
      yield null
    }
  }
  const { heard, say, close } = served(finding, { makeMissing: making })
  say({ kind: 'begin', id: 1, job: 'makeMissing', args: [] })
  say({ kind: 'begin', id: 2, job: 'find', args: [] })
  await vi.waitFor(() => expect(heard.at(-1)).toEqual({ kind: 'done', id: 1 }), PATIENCE)
  expect(steps).toEqual([
    'made 1',
    'searched 1',
    'searched 2',
    'searched 3',
    'made 2',
    'made 3',
    'made 4',
    'made 5'
  ])
  close()
})
