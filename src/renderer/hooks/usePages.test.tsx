import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { usePages, type PageOf } from './usePages'

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  vi.useFakeTimers()
})
afterEach(() => void vi.useRealTimers())

test('an answer that comes after a later question’s does not bring back what was before', async () => {
  const answers: ((page: PageOf<string>) => void)[] = []
  const ask = () => new Promise<PageOf<string>>(resolve => answers.push(resolve))
  function List({ revision }: { revision: number }) {
    return <>{usePages('all', revision, ask).rowAt(0)}</>
  }
  const home = document.createElement('div')
  const root = createRoot(home)
  const show = (revision: number) =>
    act(async () => {
      root.render(<List revision={revision} />)
      await vi.advanceTimersByTimeAsync(1_000)
    })
  const answer = (at: number, row: string) => act(async () => answers[at]?.({ rows: [row], matched: 1 }))

  await show(0)
  await show(1)
  expect(answers).toHaveLength(2)
  await answer(1, 'after the change')
  await answer(0, 'before the change')
  expect(home.textContent).toBe('after the change')
  await act(async () => root.unmount())
})
