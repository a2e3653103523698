import { z } from 'zod'
import { LANGUAGE_CHOICES } from './language'
import { BACKUP_INTERVALS } from './backup'
import { readSourceRange } from './source-ranges'
import { isFeed } from './update'
import { NO_PROOFS, Proofs, VARIANTS } from './setup'

/** Every setting with its default. A setting that is not stored has its default; an unknown stored one is ignored. */
export const Settings = z.object({
  'server.port': z.number().int().min(0).max(65535).default(7643),
  'server.host': z.string().default('127.0.0.1'),
  'server.publicUrl': z.url().nullable().default(null),
  'server.trustForwarded': z.boolean().default(false),
  'server.compatibility': z.enum(['entra', 'rfc']).default('entra'),
  /** Ranges of addresses that may ask; empty: everybody who has a token. */
  'server.allowFrom': z
    .array(z.string().refine(written => readSourceRange(written) !== null, 'This is no address range.'))
    .max(500)
    .default([]),
  'tls.isOn': z.boolean().default(false),
  'setup.variant': z.enum(VARIANTS).default('entra'),
  /** Written by the engine as traffic proves the steps. */
  'setup.proofs': Proofs.default(NO_PROOFS),
  'setup.demo': z
    .object({ isPlayed: z.boolean(), proofs: Proofs })
    .default({ isPlayed: false, proofs: NO_PROOFS }),
  'log.maxCount': z.number().int().min(100).max(1_000_000).default(10_000),
  'log.maxDays': z.number().int().min(1).max(3650).default(90),
  'log.maxMegabytes': z.number().int().min(16).max(100_000).default(2_000),
  'backups.every': z.enum(BACKUP_INTERVALS).default('daily'),
  /** Of the scheduled ones; others stay until somebody removes them. */
  'backups.kept': z.number().int().min(1).max(365).default(7),
  /** Where updates come from; null: from nowhere. */
  'updates.feed': z.url().refine(isFeed, 'This is no https address.').nullable().default(null),
  'appearance.theme': z.enum(['light', 'dark', 'auto']).default('auto'),
  'appearance.language': z.enum(LANGUAGE_CHOICES).default('system'),
  'appearance.singleKeys': z.boolean().default(true),
  /** Closing the window: the first time a person is asked. Counts only where the system shows a tray. */
  'desktop.whenClosed': z.enum(['ask', 'tray', 'quit']).default('ask'),
  'notifications.failing': z.boolean().default(true),
  'notifications.changes': z.boolean().default(false),
  'notifications.tunnel': z.boolean().default(false),
  'log.filter': z.string().default(''),
  'log.savedFilters': z.array(z.object({ name: z.string().min(1), query: z.string() })).default([]),
  'log.columns': z
    .array(z.object({ key: z.string(), width: z.number().nullable(), isShown: z.boolean() }))
    .default([])
})
export type Settings = z.infer<typeof Settings>

/**
 * Some settings, to be changed. Not `Settings.partial()`: zod fills defaults into what is absent even there, so that saving
 * one setting would put all others back to their defaults.
 */
export const SettingsChange = z.object(
  Object.fromEntries(
    Object.entries(Settings.shape).map(([name, setting]) => [name, setting.unwrap().optional()])
  )
) as unknown as z.ZodType<Partial<Settings>, Partial<Settings>>

export type SettingName = keyof Settings
export const DEFAULT_SETTINGS: Settings = Settings.parse({})
