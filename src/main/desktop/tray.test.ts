import { beforeEach, expect, test, vi } from 'vitest'
import type { ServerState } from '../../shared/contract'

const { quit, writeText } = vi.hoisted(() => ({ quit: vi.fn(), writeText: vi.fn() }))
vi.mock('electron', () => ({ app: { quit }, clipboard: { writeText } }))
const { itemsFor } = await import('./tray')

const SERVER = {
  state: 'running',
  host: '127.0.0.1',
  port: 7643,
  tenantUrl: 'https://x.example/scim/v2'
} as ServerState
const actions = { open: vi.fn(), switchServer: vi.fn() }
const menu = (server: ServerState | null) => itemsFor(server, actions)
const press = (server: ServerState, label: string) => {
  const { click } = menu(server).find(item => item.label === label) ?? {}
  ;(click as () => void)()
}
beforeEach(() => vi.clearAllMocks())

test('the tray offers the window, the state, the Tenant URL, the server’s switch and the end', () => {
  expect(menu(SERVER).map(({ type, label }) => type ?? label)).toEqual([
    'Open Usher',
    'separator',
    'Running on 127.0.0.1:7643',
    'Copy Tenant URL',
    'Stop Server',
    'separator',
    'Quit Usher'
  ])
  press(SERVER, 'Copy Tenant URL')
  expect(writeText).toHaveBeenCalledWith('https://x.example/scim/v2')
  press(SERVER, 'Stop Server')
  expect(actions.switchServer).toHaveBeenCalledWith(false)
  press(SERVER, 'Open Usher')
  expect(actions.open).toHaveBeenCalledOnce()
  press(SERVER, 'Quit Usher')
  expect(quit).toHaveBeenCalledOnce()
})

test('a server that does not answer says so and can be started', () => {
  const taken: ServerState = { ...SERVER, state: 'port-taken' }
  expect(menu(taken).map(({ label }) => label)).toContain('127.0.0.1:7643 is used by another program')
  press(taken, 'Start Server')
  expect(actions.switchServer).toHaveBeenCalledWith(true)
  expect(
    menu(null)
      .filter(({ enabled }) => enabled === false)
      .map(({ label }) => label)
  ).toEqual(['Starting…', 'Copy Tenant URL', 'Start Server'])
})
