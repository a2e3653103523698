import type { ServerState } from '../../shared/contract'
import { createEngine, type Engine, type EngineParts } from '../engine'

/**
 * An engine that can be stopped in order and started again with a backup in the place of its directory, without the process
 * ending. It stays on the port that it had.
 *
 * @param onFailed the engine could not be opened again; nothing answers any more
 */
export function openEngine(parts: EngineParts, onFailed: (error: unknown) => void) {
  let engine: Engine | null = open(parts)
  let reopening: Promise<void> | null = null
  let isStopping = false

  function open(options: EngineParts): Engine {
    return createEngine({
      ...options,
      reopen: restore =>
        void (reopening ??= reopen(restore)
          .catch(onFailed)
          .finally(() => (reopening = null)))
    })
  }

  async function reopen(restore: string): Promise<void> {
    const closing = engine
    if (!closing || isStopping) return
    const { state, port } = closing.console.server.state()
    engine = null
    await closing.stop()
    engine = open({ ...parts, restore, ...(parts.port !== undefined && state === 'running' && { port }) })
    await engine.start()
  }

  return {
    /** What a carrier of the contract needs; null while the engine is closed in between. */
    console: () => engine?.console ?? null,
    start: async (): Promise<ServerState> => {
      if (!engine) throw new Error('The engine is being opened again.')
      return engine.start()
    },
    async stop(): Promise<void> {
      isStopping = true
      await reopening
      await engine?.stop()
    }
  }
}
