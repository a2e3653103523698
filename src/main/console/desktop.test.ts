import { expect, test, vi } from 'vitest'
import { NO_DESKTOP, type DesktopState } from '../../shared/desktop'
import { desktopWith } from '../engine/started.fixture'
import { openConsole, refusal } from './opened.fixture'

const HERE: DesktopState = {
  tray: { isHere: true },
  startAtLogin: { isHere: true },
  startsAtLogin: true,
  notifications: { isHere: true }
}

test('in a browser nothing of the desktop is there, and each call says why', async () => {
  const { client } = await openConsole()
  expect(await client.desktop.state()).toEqual(NO_DESKTOP)
  const why =
    'NOT_AVAILABLE: Not available here, because this console is a page in a browser. The window of Usher has it.'
  expect(await refusal(client.desktop.setStartAtLogin({ isOn: true }))).toBe(why)
  expect(await refusal(client.desktop.showExample({ topic: 'failing' }))).toBe(why)
})

test('a desktop is asked, and what its system refuses is handed on in its words', async () => {
  const setStartAtLogin = vi.fn(() => Promise.resolve(HERE))
  const desktop = desktopWith({
    state: () => Promise.resolve(HERE),
    setStartAtLogin,
    showExample: () => Promise.reject(new Error('Do not disturb is on.')),
    seal: () => Promise.resolve(null),
    unseal: () => Promise.resolve(null)
  })
  const { client } = await openConsole({ desktop })
  expect(await client.desktop.state()).toEqual(HERE)
  expect(await client.desktop.setStartAtLogin({ isOn: true })).toEqual(HERE)
  expect(setStartAtLogin).toHaveBeenCalledWith(true)
  expect(await refusal(client.desktop.showExample({ topic: 'tunnel' }))).toBe(
    'NOT_AVAILABLE: Do not disturb is on.'
  )
})
