import { oc, type } from '@orpc/contract'
import { z } from 'zod'

/** How far an update has come. Nothing of it happens by itself: each step is somebody's press of a button. */
export type UpdateStep =
  /** This console is a page in a browser; whoever runs the program updates it. */
  | { kind: 'not-here' }
  /** No address of a feed is set. */
  | { kind: 'off' }
  | { kind: 'unknown' }
  | { kind: 'checking' }
  | { kind: 'current' }
  | { kind: 'found'; version: string }
  | { kind: 'downloading'; version: string; percent: number }
  | { kind: 'ready'; version: string }
  | { kind: 'installing'; version: string }
  /** Why a check, a download or an installation failed, in the system's words. */
  | { kind: 'failed'; reason: string }

export const UPDATE_DEEDS = ['check', 'download', 'install'] as const
export type UpdateDeed = (typeof UPDATE_DEEDS)[number]

/** A feed is https, so that nobody on the way can put another program there; on this computer it may be http. */
export const isFeed = (url: string): boolean => {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return (
    protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
  )
}

export const updatesContract = {
  state: oc.output(type<UpdateStep>()),
  /** Begins it; how it goes is told by the event `update-changed`. `install` quits first, as quitting always does: requests in flight are answered. */
  go: oc.input(z.object({ deed: z.enum(UPDATE_DEEDS) })).output(type<UpdateStep>())
}
