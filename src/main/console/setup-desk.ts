import type { ExchangeSummary } from '../../shared/exchange'
import type { Settings } from '../../shared/settings'
import {
  misdirectionOf,
  NO_PROOFS,
  proofsOf,
  type Proofs,
  setupSteps,
  type SetupState,
  type Trouble
} from '../../shared/setup'
import { checkMapping, type MappingCheck } from '../../shared/mapping-check'
import type { ServerState } from '../../shared/contract'
import { tokenState, type Token } from '../../shared/token'
import type { TunnelState } from '../../shared/tunnel'
import type { Journal } from '../journal/types'
import { bodyIn, creationsOfUsers } from './creations'

interface SetupDeskDeps {
  journal: Pick<Journal, 'subscribe' | 'page' | 'get'>
  settings: { get(): Settings; set(values: Partial<Settings>): Promise<Settings> }
  server: { state(): ServerState }
  tokens: { list(): Token[] }
  tunnel: { state(): TunnelState }
  hasResources(): boolean
  now(): number
  onChange(): void
}

/** How far the connection has come, told by real traffic. What a request has proved stays proved when its row is gone. */
export function createSetupDesk(deps: SetupDeskDeps) {
  const { journal, settings, now, onChange } = deps
  let proofs = settings.get()['setup.proofs']
  let demo = settings.get()['setup.demo']
  let trouble: Trouble | null = null
  let mapping: { of: number | null; check: MappingCheck | null } = { of: null, check: null }

  const unsubscribe = journal.subscribe(row => {
    if (row.ending === 'open') return
    if (learn(row)) onChange()
  })

  /** Whether this row changed anything that is shown. */
  function learn(row: ExchangeSummary): boolean {
    const what = misdirectionOf(row)
    if (what) {
      trouble = { exchangeId: row.id, at: row.startedAt, what }
      return true
    }
    const fresh = proofsOf(row)
    if (Object.keys(fresh).length === 0) return false
    if (row.isSimulated) {
      if (!demo.isPlayed) return false
      const next = proven(demo.proofs, fresh)
      if (next === demo.proofs) return false
      keep({ demo: { ...demo, proofs: next } })
      return true
    }
    const hadTrouble = trouble !== null
    trouble = null
    const next = proven(proofs, fresh)
    if (next !== proofs) keep({ proofs: next })
    return hadTrouble || next !== proofs || fresh.mappings !== undefined
  }

  function keep(change: { proofs?: Proofs; demo?: Settings['setup.demo'] }): void {
    proofs = change.proofs ?? proofs
    demo = change.demo ?? demo
    // Nobody waits for this; when the disk refuses, the next proof is written with all that came before.
    void settings.set({ 'setup.proofs': proofs, 'setup.demo': demo }).catch(() => undefined)
  }

  /** Read anew only when another user has been created since. */
  async function mappingNow(): Promise<MappingCheck | null> {
    const rows = await creationsOfUsers(journal)
    const newest = rows.at(0)?.id ?? null
    if (mapping.of === newest) return mapping.check
    const seen = await Promise.all(rows.map(row => journal.get(row.id, { isWhole: false })))
    mapping = {
      of: newest,
      check: checkMapping(
        seen
          .filter(exchange => exchange !== null)
          .map(({ id, requestBody, tolerances }) => ({
            exchangeId: id,
            body: bodyIn(requestBody?.text ?? ''),
            tolerances
          }))
      )
    }
    return mapping.check
  }

  return {
    async state(): Promise<SetupState> {
      const server = deps.server.state()
      const tokens = deps.tokens.list()
      const check = await mappingNow()
      const steps = setupSteps({
        variant: settings.get()['setup.variant'],
        server,
        publicUrl: settings.get()['server.publicUrl'],
        tunnel: deps.tunnel.state(),
        tokens,
        now: now(),
        proofs,
        demo,
        trouble,
        mapping: check
      })
      return {
        variant: settings.get()['setup.variant'],
        steps,
        doneCount: steps.filter(({ status }) => status === 'done').length,
        isHome: proofs.provision === null && !demo.isPlayed && !deps.hasResources(),
        isDemoPlayed: demo.isPlayed,
        mapping: check,
        expiring: firstToExpire(tokens, now())
      }
    },

    demoBegins(): void {
      keep({ demo: { isPlayed: true, proofs: NO_PROOFS } })
      onChange()
    },
    demoEnds(): void {
      keep({ demo: { isPlayed: false, proofs: NO_PROOFS } })
      onChange()
    },
    end: unsubscribe
  }
}
export type SetupDesk = ReturnType<typeof createSetupDesk>

/** The first proof of each step stays; the same object when nothing is new. */
function proven(before: Proofs, fresh: Partial<Proofs>): Proofs {
  const isNew = (Object.keys(fresh) as (keyof Proofs)[]).some(name => before[name] === null)
  if (!isNew) return before
  return {
    connection: before.connection ?? fresh.connection ?? null,
    mappings: before.mappings ?? fresh.mappings ?? null,
    assign: before.assign ?? fresh.assign ?? null,
    provision: before.provision ?? fresh.provision ?? null
  }
}

function firstToExpire(tokens: Token[], now: number): SetupState['expiring'] {
  const soon = tokens
    .filter(token => tokenState(token, now) === 'expiring')
    .toSorted((a, b) => (a.expiresAt ?? 0) - (b.expiresAt ?? 0))[0]
  return soon?.expiresAt ? { id: soon.id, name: soon.name, expiresAt: soon.expiresAt } : null
}
