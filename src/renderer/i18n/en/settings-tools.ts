import type { SettingName } from '../../../shared/settings'
import { counted } from './parts'

/** Finding, resetting and carrying settings. */
export const settingsTools = {
  names: {
    'server.port': 'Port',
    'server.host': 'Listening address',
    'server.publicUrl': 'Public address',
    'server.trustForwarded': 'Believe forwarded headers',
    'server.compatibility': 'Compatibility',
    'server.allowFrom': 'Allowed sources',
    'tls.isOn': 'TLS on this server',
    'log.maxCount': 'Requests kept',
    'log.maxDays': 'Days kept',
    'log.maxMegabytes': 'Megabytes kept',
    'backups.every': 'Automatic backup',
    'backups.kept': 'Automatic backups kept',
    'updates.feed': 'Feed of updates',
    'appearance.theme': 'Theme',
    'appearance.language': 'Language',
    'appearance.singleKeys': 'Single-key shortcuts',
    'desktop.whenClosed': 'When the window is closed',
    'notifications.failing': 'Notification: provisioning is failing',
    'notifications.changes': 'Notification: the directory changed',
    'notifications.tunnel': 'Notification: the public address no longer leads here'
  } satisfies Partial<Record<SettingName, string>> as Partial<Record<SettingName, string>>,
  sections: 'Sections',
  search: {
    label: 'Find a setting',
    none: (query: string) => `No setting has “${query}” in its name or description.`
  },
  reset: {
    button: 'Reset',
    named: (section: string) => `Reset “${section}” to its defaults`,
    title: (section: string) => `Reset “${section}” to its defaults?`,
    yes: 'Reset',
    becomes: (name: string, now: string, then: string) => `${name}: ${now} becomes ${then}`,
    nothing: 'nothing',
    on: 'on',
    off: 'off'
  },
  file: {
    title: 'Settings as a file',
    hint: 'For another workspace or computer. Tokens, certificates and passwords are no settings and not in it.',
    export: 'Export settings',
    import: 'Import settings',
    choose: 'Choose a file of settings',
    unreadable: 'This file holds no settings of Usher',
    unreadableWhy: 'A file of settings is JSON that “Export settings” has written. Nothing was changed.',
    asks: (file: string) => `Import settings from ${file}?`,
    changes: (count: number) => `${counted(count, 'setting', 'settings')} would change`,
    same: 'Everything in the file is as it is here already.',
    refusals: (count: number) => `${counted(count, 'entry is', 'entries are')} not taken over`,
    refused: {
      unknown: (name: string) => `“${name}” is no setting that this Usher knows.`,
      staying: (name: string) => `“${name}” belongs to the directory it comes from.`,
      askedAbout: (name: string) =>
        `${name}: all networks can only be chosen on this screen, where the consequence is asked about.`,
      unfit: (name: string, value: string) => `${name}: ${value} is not possible.`
    },
    yes: 'Import',
    done: (count: number) => `${counted(count, 'setting', 'settings')} taken over.`
  }
}
