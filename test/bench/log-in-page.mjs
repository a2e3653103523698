/** What the bench of the live log runs inside the page: each function is sent there alone, so none uses another. */

/** In the page: from another screen to the rows of the log. */
export async function timeOpening() {
  const shown = async (href, selector) => {
    const startedAt = performance.now()
    location.hash = href
    while (!document.querySelector(selector)) await new Promise(resolve => requestAnimationFrame(resolve))
    return Math.round(performance.now() - startedAt)
  }
  await shown('#/users', '[role=table]')
  return shown('#/log', '[role=grid] [role=gridcell]')
}

/**
 * In the page: types a filter and waits for its first rows and for the end of the count. In milliseconds, less the pause in typing
 * (`TYPING_MS` of the log's store).
 */
export async function timeFilter(query) {
  const TYPING_MS = 120
  const box = document.querySelector('input[aria-label="Filter requests"]')
  const grid = () => document.querySelector('[role=grid]')
  const before = grid()?.getAttribute('aria-rowcount')
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
  const remove = document.querySelector('button[aria-label="Clear filter"]')
  const startedAt = performance.now()
  if (query === '') remove?.click()
  else {
    setter.call(box, `${query} `)
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const deadline = startedAt + 5_000
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
  while (grid()?.getAttribute('aria-rowcount') === before && performance.now() < deadline) await frame()
  const firstMs = Math.round(performance.now() - startedAt - TYPING_MS)
  let last = null
  let stableSince = performance.now()
  while (performance.now() - stableSince < 400) {
    const now = grid()?.getAttribute('aria-rowcount')
    if (now !== last) {
      last = now
      stableSince = performance.now()
    }
    await frame()
  }
  return { firstMs, wholeMs: Math.round(stableSince - startedAt - TYPING_MS), found: Number(last ?? 0) }
}

/** In the page: types a filter that nothing matches, waits for the empty list and then for all rows again. In milliseconds, as above. */
export async function timeNothing(query) {
  const TYPING_MS = 120
  const hasRows = () => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') ?? 0) > 0
  const until = async isSo => {
    while (!isSo()) await new Promise(resolve => requestAnimationFrame(resolve))
  }
  const box = document.querySelector('input[aria-label="Filter requests"]')
  const startedAt = performance.now()
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, `${query} `)
  box.dispatchEvent(new Event('input', { bubbles: true }))
  await until(() => !hasRows())
  const answeredMs = Math.round(performance.now() - startedAt - TYPING_MS)
  document.querySelector('button[aria-label="Clear filter"]').click()
  await until(hasRows)
  return answeredMs
}

/** In the page: from the newest row to the oldest, looking at every frame whether a row in sight is missing. */
export async function scrollThrough() {
  const scroller = document.querySelector('[role=grid] [role=rowgroup]')
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
  scroller.scrollTop = scroller.scrollHeight
  await frame()
  const step = scroller.scrollHeight / 1500
  const figures = { frames: 0, late: 0, framesWithBlankRows: 0, longestFrameMs: 0 }
  const startedAt = performance.now()
  let at = startedAt
  while (scroller.scrollTop > 0) {
    scroller.scrollTop -= step
    await frame()
    const took = performance.now() - at
    at = performance.now()
    figures.frames++
    if (took > 25) figures.late++
    figures.longestFrameMs = Math.max(figures.longestFrameMs, Math.round(took))
    const { top, bottom } = scroller.getBoundingClientRect()
    const covered = [...scroller.querySelectorAll('[role=row]')].filter(row => {
      const place = row.getBoundingClientRect()
      return place.bottom > top && place.top < bottom
    })
    const isBlank = covered.length < (bottom - top) / 32 - 1 || covered.some(row => row.ariaBusy === 'true')
    if (isBlank) figures.framesWithBlankRows++
  }
  const framesPerSecond = Math.round((figures.frames * 1000) / (performance.now() - startedAt))
  return { ...figures, framesPerSecond, pixelsPerFrame: Math.round(step) }
}
