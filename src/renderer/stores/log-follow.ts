import { add, loadLog, useLog } from './log'
import * as views from './log-view'

export function stopFollowing() {
  useLog.setState(({ view }) => ({ view: views.stopFollowing(view) }))
}

/** The end of the list came into sight. */
export function reachEnd() {
  if (useLog.getState().isBehind) return follow()
  useLog.setState(({ view }) => ({ view: views.reachEnd(view) }))
}

/** Jump to latest; ends a pause too. */
export function follow() {
  resume()
  const { isBehind } = useLog.getState()
  useLog.setState({ view: views.FOLLOWING })
  if (isBehind) void loadLog()
}

export function pause() {
  useLog.setState(({ view }) => ({ view: views.pause(view) }))
}

export function resume() {
  const { view, held } = views.resume(useLog.getState().view)
  const { newCount } = { newCount: 0, ...view }
  useLog.setState({ view })
  add(held)
  // What was held is counted already.
  if (view.kind === 'reading') useLog.setState({ view: { kind: 'reading', newCount } })
  if (view.kind === 'following' && useLog.getState().isBehind) void loadLog()
}

export const togglePause = () => (useLog.getState().view.kind === 'paused' ? resume() : pause())
