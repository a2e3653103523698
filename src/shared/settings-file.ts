import { z } from 'zod'
import { Settings, type SettingName } from './settings'

/**
 * Written by the engine, or by the screens as people go along: of this directory and this computer, so they do not travel. Nor does
 * the feed of updates: a file from somebody else must not decide which program runs here next.
 */
const STAYING = /^(setup\.|updates\.|log\.(filter|columns|savedFilters)$)/
/** Opening the door to a network is asked about on the screen, with its consequence; a file does not answer that. */
const ASKED_ABOUT = new Set(['0.0.0.0', '::'])

const KIND = 'usher-settings'
const File = z.object({ kind: z.literal(KIND), settings: z.record(z.string(), z.unknown()) })

export type Refused =
  | { kind: 'unknown'; name: string }
  | { kind: 'staying'; name: SettingName }
  | { kind: 'asked-about'; name: SettingName }
  /** `value`: as it stands in the file, shortened. */
  | { kind: 'unfit'; name: SettingName; value: string }

export type SettingsFile =
  | { kind: 'read'; accepted: Partial<Settings>; refused: Refused[] }
  /** Not such a file at all. */
  | { kind: 'no-settings' }

/** The names that a file may hold, in the order of the settings. */
export const travelling = (): SettingName[] =>
  (Object.keys(Settings.shape) as SettingName[]).filter(name => !STAYING.test(name))

/** The settings as a file. There are no secrets among them: tokens, keys and passwords are no settings. */
export function writeSettingsFile(settings: Settings): string {
  const kept = Object.fromEntries(travelling().map(name => [name, settings[name]]))
  return `${JSON.stringify({ kind: KIND, settings: kept }, null, 2)}\n`
}

/** Each setting by itself: one that does not fit takes no other with it. */
export function readSettingsFile(text: string): SettingsFile {
  const file = File.safeParse(jsonOrNull(text))
  if (!file.success) return { kind: 'no-settings' }

  const accepted: Record<string, unknown> = {}
  const refused: Refused[] = []
  for (const [name, value] of Object.entries(file.data.settings)) {
    if (!isName(name)) refused.push({ kind: 'unknown', name: shortened(name) })
    else if (STAYING.test(name)) refused.push({ kind: 'staying', name })
    else if (name === 'server.host' && ASKED_ABOUT.has(String(value)))
      refused.push({ kind: 'asked-about', name })
    else {
      const parsed = Settings.shape[name].unwrap().safeParse(value)
      if (parsed.success) accepted[name] = parsed.data
      else refused.push({ kind: 'unfit', name, value: shortened(JSON.stringify(value)) })
    }
  }
  return { kind: 'read', accepted: accepted as Partial<Settings>, refused }
}

const isName = (name: string): name is SettingName => Object.hasOwn(Settings.shape, name)

const SHOWN = 60
const shortened = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
