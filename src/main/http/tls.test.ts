import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { certificateFile } from '../../../test/tls-front'
import { createTls } from './tls'

const DAY_MS = 86_400_000
/** The last day of `tunnel.pem`. */
const END = Date.UTC(2120, 0, 1)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('that a certificate ends is noticed while it is in use: each day anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'usher-daily-'))
  copyFileSync(certificateFile('tunnel.key'), join(folder, 'key.pem'))
  copyFileSync(certificateFile('tunnel.pem'), join(folder, 'certificate.pem'))
  let now = END - 21 * DAY_MS
  const onChange = vi.fn()
  const tls = createTls({
    folder,
    password: () => null,
    isOn: () => true,
    host: () => null,
    now: () => now,
    onChange
  })
  tls.open()
  const remarks = () => {
    const state = tls.state()
    return state.kind === 'on' ? state.certificate.remarks : state
  }
  expect(remarks()).toEqual([])

  now += DAY_MS
  vi.advanceTimersByTime(DAY_MS)
  expect(onChange).toHaveBeenCalledOnce()
  expect(remarks()).toEqual([{ kind: 'expiring', at: END }])

  now = END
  vi.advanceTimersByTime(DAY_MS)
  expect(remarks()).toEqual([{ kind: 'expired', at: END }])
  tls.end()
})
