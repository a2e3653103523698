import { create } from 'zustand'
import type { ArmedFault, FaultRule } from '../../shared/fault'
import { client } from '../bridge'

/** Answers that the server was told to give, as it says. */
export const useFaults = create<{ armed: ArmedFault[] }>(() => ({ armed: [] }))

export function faultsChanged(armed: ArmedFault[]) {
  useFaults.setState({ armed })
}

export async function loadFaults() {
  faultsChanged(await client.faults.list())
}

export const armFault = (rule: FaultRule) => client.faults.arm(rule)

export async function disarmFault(id: number) {
  await client.faults.disarm({ id })
}

export async function disarmAllFaults() {
  await client.faults.disarmAll()
}
