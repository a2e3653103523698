import { create } from 'zustand'
import type { RunTarget, ScenarioRun, SimulatorRun } from '../../shared/simulator'
import { client } from '../bridge'

/** The run under way or the last one, as the engine tells it; null when there was none since the start. */
export const useSimulator = create<{ run: SimulatorRun | null }>(() => ({ run: null }))

export function simulatorChanged(run: SimulatorRun | null) {
  useSimulator.setState({ run })
}

export async function loadSimulator() {
  simulatorChanged(await client.simulator.state())
}

export async function runScenario(wanted: Partial<ScenarioRun> & { scenario: string }) {
  simulatorChanged(await client.simulator.run(wanted))
}

export async function runChecks(target: RunTarget) {
  simulatorChanged(await client.simulator.check({ target }))
}

/** Ends it before its next request. */
export async function stopRun() {
  simulatorChanged(await client.simulator.stop())
}
