import type { SettingName } from '../../../shared/settings'
import { words } from '../../i18n'
import { formatNumber } from '../../i18n/format'

const text = words.settingsTools

/** What the screen calls a setting; its own name where the screen does not show it. */
export const nameOf = (name: SettingName): string => text.names[name] ?? name

export function valueOf(value: unknown): string {
  if (value === null || value === '') return text.reset.nothing
  if (typeof value === 'boolean') return value ? text.reset.on : text.reset.off
  if (typeof value === 'number') return formatNumber(value)
  if (Array.isArray(value)) return value.length === 0 ? text.reset.nothing : value.map(valueOf).join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
