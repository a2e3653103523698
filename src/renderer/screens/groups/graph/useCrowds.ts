import { useEffect, useRef, useState } from 'react'
import { client } from '../../../bridge'
import type { Crowd } from './cards'
import { toldApart } from './told-apart'

/** What a call may ask for. */
const AT_ONCE = 1_000

/** People to be asked for, of one group. */
export interface Wanted {
  id: string
  limit: number
  /** Nested groups come in the same list and are drawn as groups. */
  nested: number
}

/** The first people of groups, asked for when they are wanted and whenever the directory changes. */
export function useCrowds(wanted: readonly Wanted[], revision: number): ReadonlyMap<string, Crowd> {
  const [crowds, setCrowds] = useState<ReadonlyMap<string, Crowd>>(new Map())
  const known = useRef(new Map<string, string>())
  const latest = useRef(wanted)
  latest.current = wanted
  const key = wanted.map(({ id, limit }) => `${id}:${limit}`).join()

  useEffect(() => {
    let isCurrent = true
    const stamp = ({ limit }: Wanted) => `${revision}:${limit}`
    const asked = latest.current.filter(group => known.current.get(group.id) !== stamp(group))
    void Promise.all(asked.map(async group => [group, await crowdOf(group)] as const)).then(answers => {
      if (!isCurrent) return
      for (const [group] of answers) known.current.set(group.id, stamp(group))
      setCrowds(before => new Map([...before, ...answers.map(([{ id }, crowd]) => [id, crowd] as const)]))
    })
    return () => {
      isCurrent = false
    }
  }, [key, revision])

  return crowds
}

/** A group that went meanwhile has nobody; the graph without it is on its way. */
async function crowdOf({ id, limit, nested }: Wanted): Promise<Crowd> {
  const asked = Math.min(AT_ONCE, limit + nested)
  const answer = await client.groups.members({ id, kind: 'direct', limit: asked }).catch(() => null)
  if (!answer) return { shown: [], more: 0 }
  const people = answer.rows.filter(({ member }) => member.type !== 'Group')
  const shown = toldApart(people.slice(0, limit))
  return { shown, more: Math.max(0, answer.total - nested - shown.length) }
}
