import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { createEngine, type Engine } from '../../src/main/engine'
import { silentLog } from '../../src/main/platform/app-log'
import { systemClock } from '../../src/main/platform/clock'
import { CONVERSATIONS, missing, readConversation, replay, type Send } from './replay'
import { injectInto, sendTo } from './senders'

const TOKEN = 'a-token-for-conversations-0123456789abcdef'

let engine: Engine | null = null
afterEach(async () => {
  await engine?.stop()
  engine = null
})

async function started(): Promise<{ engine: Engine; origin: string }> {
  engine = createEngine({
    dataFolder: mkdtempSync(join(tmpdir(), 'usher-replay-')),
    port: 0,
    host: '127.0.0.1',
    environmentToken: TOKEN,
    version: 'test',
    clock: systemClock,
    appLog: silentLog
  })
  const { port } = await engine.start()
  return { engine, origin: `http://127.0.0.1:${port}` }
}

async function play({ name, startsAfter }: (typeof CONVERSATIONS)[number], send: Send): Promise<string[]> {
  const before = startsAfter === null ? [] : await replay(startsAfter, send, TOKEN)
  return [...before, ...(await replay(name, send, TOKEN))]
}

test('all 193 lines are there', () => {
  expect(CONVERSATIONS.map(({ name }) => readConversation(name).length)).toEqual(
    CONVERSATIONS.map(({ lines }) => lines)
  )
  expect(CONVERSATIONS.reduce((sum, { lines }) => sum + lines, 0)).toBe(193)
})

describe('in process', () => {
  test.each(CONVERSATIONS)('$name: all $lines lines are answered as expected', async conversation => {
    const { engine } = await started()
    expect(await play(conversation, injectInto(engine.newServer()))).toEqual([])
  })
})

describe('over a socket', () => {
  test.each(CONVERSATIONS)('$name: all $lines lines are answered as expected', async conversation => {
    const { origin } = await started()
    expect(await play(conversation, sendTo(origin))).toEqual([])
  })
})

describe('the runner itself', () => {
  test.each([
    [{ a: 1 }, { a: 1, b: 2 }, 0],
    [{ a: true }, { a: 'True' }, 1],
    [[], [], 0],
    [[], [1], 1],
    [[2], [1, 2], 0],
    [[{ x: 1 }], [{ x: 2, y: 1 }], 1],
    [{ a: null }, {}, 1]
  ])('%j in %j: %i findings', (expected, actual, count) => {
    expect(missing(expected, actual, '')).toHaveLength(count)
  })
})
