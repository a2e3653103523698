import type { BackupInterval, BackupKind } from '../../../shared/backup'
import { formatNumber } from '../format'
import { counted } from './parts'

const namesOf = (count: number, names: string[]) =>
  count > names.length
    ? `${names.join(', ')} and ${formatNumber(count - names.length)} more`
    : names.join(', ')

export const backups = {
  title: 'Backups',
  hint: 'A copy of users, groups, their history, tokens and settings, made while the server goes on and checked page by page. The live log is not in it.',
  folder: (folder: string) => `They lie in ${folder}`,
  failed: 'The backups could not be listed',
  create: 'Back up now',
  created: (when: string) => `The backup of ${when} is made and checked.`,
  notCreated: 'The backup was not made',
  every: 'Automatic backup',
  intervals: { off: 'Off', daily: 'Daily', weekly: 'Weekly' } satisfies Record<BackupInterval, string>,
  kept: 'Automatic backups kept',
  keptHint: 'Older automatic ones are removed. All others stay until you remove them.',
  table: 'Backups',
  columns: { made: 'Made', contents: 'Contents', size: 'Size', state: 'State', actions: 'Actions' },
  kinds: {
    scheduled: 'Automatic',
    'by-hand': 'By hand',
    'before-restore': 'Before a restore',
    'before-reset': 'Before a reset',
    'before-schema': 'Before an update'
  } satisfies Record<BackupKind, string>,
  contents: (users: number, groups: number, tokens: number) =>
    [
      counted(users, 'user', 'users'),
      counted(groups, 'group', 'groups'),
      counted(tokens, 'token', 'tokens')
    ].join(', '),
  sound: 'Verified',
  damaged: 'Damaged',
  unchecked: 'Checking…',
  none: 'There is no backup yet. The first automatic one is made as soon as somebody has been provisioned.',
  restore: 'Restore',
  restoreNamed: (when: string) => `Restore the backup of ${when}`,
  remove: 'Remove',
  removeNamed: (when: string) => `Remove the backup of ${when}`,
  removing: {
    title: (when: string) => `Remove the backup of ${when}?`,
    text: 'The file is deleted. The directory as it is now is not touched.',
    yes: 'Remove'
  },
  restored: (made: string, when: string) =>
    `The backup of ${made} was restored ${when}. What was there before is kept in this list.`,
  undo: 'Undo',
  preview: {
    title: (when: string) => `Restore the backup of ${when}?`,
    failed: 'The backup cannot be restored',
    looking: 'Comparing the backup with the directory…',
    table: 'What would change',
    what: 'What',
    now: 'Now',
    then: 'After',
    types: (type: string) => (type === 'User' ? 'Users' : type === 'Group' ? 'Groups' : type),
    tokens: 'Working tokens',
    nothing: 'Nothing would change: the backup is like the directory now.',
    back: (type: string, count: number, names: string[]) =>
      `${counted(count, one(type), many(type))} would come back: ${namesOf(count, names)}`,
    gone: (type: string, count: number, names: string[]) =>
      `${counted(count, one(type), many(type))} would be gone: ${namesOf(count, names)}`,
    changed: (type: string, count: number, names: string[]) =>
      `${counted(count, one(type), many(type))} would be as ${count === 1 ? 'it was' : 'they were'} then: ${namesOf(count, names)}`,
    worksAgain: (names: string[]) =>
      `${counted(names.length, 'token works', 'tokens work')} again: ${names.join(', ')}`,
    endsNow: (names: string[]) =>
      `${counted(names.length, 'token works', 'tokens work')} no more: ${names.join(', ')}`,
    port: (now: number, then: number) =>
      `The port would be ${then} instead of ${now}: a tunnel has to lead there.`,
    settings: (count: number) => `${counted(count, 'setting', 'settings')} would be as then.`,
    after:
      'What is there now becomes a backup first, so this can be undone. Requests in flight are answered; for a moment after that nothing is. The live log stays.',
    entra: 'Entra and Okta do not notice. Their next full cycle brings the directory back to what they have.',
    yes: 'Restore'
  }
}

function one(type: string): string {
  return type === 'User' ? 'user' : type === 'Group' ? 'group' : `${type} resource`
}

function many(type: string): string {
  return `${one(type)}s`
}
