import { readFileSync, rmSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import type { KeyPasswordState } from '../../shared/tls'
import type { DesktopDesk } from '../console/deps'

interface Parts {
  /** From the environment: it counts before everything else and cannot be changed here. */
  given: string | undefined
  /** Where the sealed password lies. */
  file: string
  /** null where there is no desktop: then it is kept in memory only. */
  desktop: Pick<DesktopDesk, 'seal' | 'unseal'> | null
}

type Kept = { text: string; from: KeyPasswordState['from'] } | null

/**
 * The password of the TLS key. On disk it lies only sealed by the system's key store (Electron's safeStorage); where there is no
 * such store it lives as long as this process. The plain text is in this thread and nowhere else.
 */
export function createKeyPassword({ given, file, desktop }: Parts) {
  let kept: Kept = given === undefined ? null : { text: given, from: 'environment' }
  let whyNotStored: KeyPasswordState['whyNotStored'] = null

  async function store(text: string): Promise<boolean> {
    whyNotStored = desktop ? 'no-safe-storage' : 'in-browser'
    const sealed = (await desktop?.seal(text)) ?? null
    if (sealed === null) {
      rmSync(file, { force: true })
      return false
    }
    await writeFile(`${file}.part`, sealed, { mode: 0o600 })
    await rename(`${file}.part`, file)
    whyNotStored = null
    return true
  }

  return {
    get: (): string | null => kept?.text ?? null,
    state: (): KeyPasswordState => ({ from: kept?.from ?? 'none', whyNotStored }),

    /** Before the door opens. What was sealed elsewhere, or by a key store that has gone, counts as nothing. */
    async load(): Promise<void> {
      if (kept) return
      const sealed = readIfThere(file)
      const text = sealed === null ? null : ((await desktop?.unseal(sealed)) ?? null)
      if (text !== null) kept = { text, from: 'stored' }
    },

    /** Takes it over at once, and keeps it for the next start where that is safe. */
    async set(text: string): Promise<void> {
      kept = { text, from: 'typed' }
      if (await store(text)) kept = { text, from: 'stored' }
    },

    forget(): void {
      kept = null
      whyNotStored = null
      rmSync(file, { force: true })
    }
  }
}
export type KeyPassword = ReturnType<typeof createKeyPassword>

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
