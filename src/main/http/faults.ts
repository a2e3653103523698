import type { ArmedFault, FaultEffect, FaultRule } from '../../shared/fault'

interface Options {
  /** 0 ≤ x < 1; decides about shares below 100. */
  random?: () => number
  onChange(armed: ArmedFault[]): void
}

/** Faults we were told to give. In memory only: after a restart none is armed. */
export function createFaults({ random = Math.random, onChange }: Options) {
  let armed: ArmedFault[] = []
  let lastId = 0

  function become(next: ArmedFault[]): void {
    armed = next
    onChange(armed)
  }

  return {
    list: (): ArmedFault[] => armed,
    isAnyArmed: (): boolean => armed.length > 0,

    arm(rule: FaultRule): ArmedFault {
      const fault = { ...rule, id: ++lastId, remaining: rule.count, metCount: 0 }
      become([...armed, fault])
      return fault
    },

    /** False when it was not armed (any more). */
    disarm(id: number): boolean {
      const rest = armed.filter(fault => fault.id !== id)
      if (rest.length === armed.length) return false
      become(rest)
      return true
    },

    disarmAll(): void {
      if (armed.length > 0) become([])
    },

    /**
     * What this request meets, if anything: the oldest fault that matches. Counted, and disarmed after its last.
     *
     * @param path below the base path, without query
     */
    meet(method: string, path: string): FaultEffect | null {
      const met = armed.find(fault => isMeant(fault, method, path) && random() * 100 < fault.share)
      if (!met) return null
      const counted = {
        ...met,
        metCount: met.metCount + 1,
        remaining: met.remaining === null ? null : met.remaining - 1
      }
      become(armed.map(fault => (fault === met ? counted : fault)).filter(fault => fault.remaining !== 0))
      return met.effect
    }
  }
}
export type Faults = ReturnType<typeof createFaults>

function isMeant(fault: FaultRule, method: string, path: string): boolean {
  if (fault.method !== null && fault.method !== method) return false
  const [wanted, asked] = [fault.path.replace(/\/+$/, '').toLowerCase(), path.toLowerCase()]
  return wanted === '' || asked === wanted || asked.startsWith(`${wanted}/`)
}
