import { useEffect, useMemo, useRef, useState } from 'react'
import { client } from '../../../bridge'
import type { Crowd } from './layout'

/** People drawn of one group; of more, how many there are. */
const SHOWN = 200
/** Nested groups come in the same list and are drawn as groups. */
const ASKED = 1_000

/** The people of those groups that are open, asked for when they are opened and whenever the directory changes. */
export function useCrowds(open: ReadonlySet<string>, revision: number): ReadonlyMap<string, Crowd> {
  const [crowds, setCrowds] = useState<ReadonlyMap<string, Crowd>>(new Map())
  const known = useRef(new Map<string, number>())
  const key = [...open].sort().join()

  useEffect(() => {
    let isCurrent = true
    const asked = (key === '' ? [] : key.split(',')).filter(id => known.current.get(id) !== revision)
    void Promise.all(asked.map(async id => [id, await crowdOf(id)] as const)).then(answers => {
      if (!isCurrent) return
      for (const [id] of answers) known.current.set(id, revision)
      setCrowds(before => new Map([...before, ...answers]))
    })
    return () => {
      isCurrent = false
    }
  }, [key, revision])

  return useMemo(() => new Map([...crowds].filter(([id]) => open.has(id))), [crowds, open])
}

/** A group that went meanwhile has nobody; the graph without it is on its way. */
async function crowdOf(id: string): Promise<Crowd> {
  const answer = await client.groups.members({ id, kind: 'direct', limit: ASKED }).catch(() => null)
  if (!answer) return { shown: [], more: 0 }
  const people = answer.rows.map(({ member }) => member).filter(({ type }) => type !== 'Group')
  const groups = answer.rows.length - people.length
  const shown = people.slice(0, SHOWN)
  return { shown, more: Math.max(0, answer.total - groups - shown.length) }
}
