import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ExchangeSummary } from '../../shared/exchange'
import type { TunnelState } from '../../shared/tunnel'
import { openConsole } from '../console/opened.fixture'
import type { News } from '../engine-protocol'
import { checkAfterSleep, createNewsDesk } from './desktop-ties'

const row = (some: Partial<ExchangeSummary>) =>
  ({
    origin: 'scim',
    ending: 'answered',
    status: 401,
    isSimulated: false,
    isCheck: false,
    replayOf: null,
    hasChange: false,
    story: { kind: 'refused', refusal: { reason: 'unknown-token' } },
    ...some
  }) as ExchangeSummary

const created = {
  status: 201,
  hasChange: true,
  story: { kind: 'created', resource: { type: 'User', id: 'u', name: 'Alice Ng' } }
} as const
const tunnel = (isGreen: boolean) => ({ report: { isGreen, url: 'https://x.example' } }) as TunnelState

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function newsOf(happen: (desk: ReturnType<typeof createNewsDesk>) => void) {
  const told: News[] = []
  happen(createNewsDesk(news => told.push(news)))
  vi.advanceTimersByTime(1_000)
  return told
}

test('failures and changes are gathered, each with its count and the latest of them', () => {
  expect(
    newsOf(desk => {
      desk.row(
        row({
          status: 500,
          story: { kind: 'failed', status: 500, scimType: null, detail: 'x', resource: null }
        })
      )
      desk.row(row({}))
      desk.row(row(created))
    })
  ).toEqual([
    { topic: 'failing', count: 2, latest: row({}).story },
    { topic: 'changes', count: 1, latest: created.story }
  ])
})

test('open rows, look-ups, the console, the simulator and replays are no news', () => {
  expect(
    newsOf(desk => {
      desk.row(row({ ending: 'open', status: null }))
      desk.row(row({ status: 200 }))
      desk.row(row({ origin: 'console' }))
      desk.row(row({ isSimulated: true }))
      desk.row(row({ replayOf: 7 }))
    })
  ).toEqual([])
})

test('of the public address only its loss is news', () => {
  expect(
    newsOf(desk => [false, false, true, true, false, false].forEach(isGreen => desk.tunnel(tunnel(isGreen))))
  ).toEqual([{ topic: 'tunnel', count: 1, latest: 'https://x.example' }])
})

test('after sleep an open door is left alone; one that is shut is opened on the same port; one that was stopped stays so', async () => {
  vi.useRealTimers()
  const { engine, port } = await openConsole()
  const { server, tunnel: tunnelDesk } = engine.console
  const start = vi.fn(server.start)
  const stop = vi.fn(server.stop)
  const deps = { server: { ...server, start, stop }, tunnel: tunnelDesk }

  await checkAfterSleep(deps)
  expect(start).not.toHaveBeenCalled()

  await checkAfterSleep({
    ...deps,
    server: { ...deps.server, state: () => ({ ...server.state(), host: '127.0.0.2', port: 1 }) }
  })
  expect(stop).toHaveBeenCalledOnce()
  expect(start).toHaveBeenCalledWith({ port: 1 })

  await server.start({ port })
  await server.stop()
  start.mockClear()
  await checkAfterSleep(deps)
  expect(start).not.toHaveBeenCalled()
})
