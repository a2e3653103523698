import { create } from 'zustand'
import type { UpdateDeed, UpdateStep } from '../../shared/update'
import { client } from '../bridge'

export const useUpdates = create<{ step: UpdateStep }>(() => ({ step: { kind: 'unknown' } }))

export function updateChanged(step: UpdateStep) {
  useUpdates.setState({ step })
}

export async function loadUpdates() {
  updateChanged(await client.updates.state())
}

export async function goOnUpdating(deed: UpdateDeed) {
  updateChanged(await client.updates.go({ deed }))
}
