import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ServerState } from '../../shared/contract'
import { useServer } from '../stores/server'
import { CertificateNote } from './CertificateNote'

vi.mock('../bridge', () => ({ client: {} }))

const DAY_MS = 86_400_000
const END = Date.UTC(2026, 11, 24)
const certificate = { subject: 'CN=tunnel', names: [], validTo: END, remarks: [] }
let root: Root

const shown = async () => {
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <CertificateNote />
      </MantineProvider>
    )
  )
  return document.querySelector('a')?.textContent ?? null
}

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  vi.useFakeTimers()
  root = createRoot(document.body.appendChild(document.createElement('div')))
  useServer.setState({ server: { tls: { kind: 'on', certificate } } as unknown as ServerState })
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
  vi.useRealTimers()
})

test.each([
  [END - 22 * DAY_MS, null],
  [END - 20 * DAY_MS, 'Certificate expires in 20 days'],
  [END - DAY_MS / 2, 'Certificate expires today'],
  [END, 'Certificate has expired']
])('at %i the header says %s', async (now, note) => {
  vi.setSystemTime(now)
  expect(await shown()).toBe(note)
})

test('an end that comes while the window is open is seen without anything else happening', async () => {
  vi.setSystemTime(END - 21.5 * DAY_MS)
  expect(await shown()).toBeNull()
  await act(async () => vi.advanceTimersByTime(2 * DAY_MS))
  expect(document.querySelector('a')?.textContent).toBe('Certificate expires in 19 days')
})
