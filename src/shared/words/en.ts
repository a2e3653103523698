import type { Refusal, Story } from '../exchange'
import type { FaultEffect } from '../fault'
import { say, type Sentence } from './say'

/** One whole sentence for every kind of story: another language is another object of this type. */
export type StoryWords = { [Kind in Story['kind']]: (story: Story & { kind: Kind }) => Sentence } & {
  /** What we were told to answer, in place of the sentence or after it. */
  told: (effect: FaultEffect, sentence: Sentence) => Sentence
}

const DETAIL_SHOWN = 160

const number = new Intl.NumberFormat('en')
const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'short',
  year: 'numeric'
})
const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit'
})

const counted = (count: number, one: string, many: string) =>
  `${number.format(count)} ${count === 1 ? one : many}`
const matchCount = (count: number) => (count === 0 ? 'no match' : counted(count, 'match', 'matches'))
const yesOrNo = (isSo: boolean) => (isSo ? 'yes' : 'no')

const manyOf = (type: string | null) => {
  if (type === null) return 'all resources'
  if (type === 'User') return 'users'
  if (type === 'Group') return 'groups'
  return `${type} resources`
}

/** `urn:…:User:department` reads as `department`. */
const shortName = (path: string) => (path.startsWith('urn:') ? path.slice(path.lastIndexOf(':') + 1) : path)

const attributeList = (paths: string[]) => {
  const names = [...new Set(paths.map(shortName))]
  if (names.length > 3) return `${number.format(names.length)} attributes`
  const last = names.at(-1) ?? 'attributes'
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last
}

const shorten = (text: string) => (text.length > DETAIL_SHOWN ? `${text.slice(0, DETAIL_SHOWN - 1)}…` : text)

/** A secret that is right but written wrongly is recognised. */
const meant = (tokenName: string | undefined) => (tokenName === undefined ? '' : ` (it is "${tokenName}")`)

const kindOf = ({ isClient }: { isClient?: true }) => (isClient ? 'client' : 'token')

function refusal(refused: Refusal): string {
  switch (refused.reason) {
    case 'missing-token':
      return 'Refused: no token was sent'
    case 'not-bearer':
      return refused.scheme === ''
        ? `Refused: the word "Bearer" is missing${meant(refused.tokenName)}`
        : `Refused: "${refused.scheme}" instead of a bearer token`
    case 'doubled-bearer':
      return `Refused: the word "Bearer" is part of the token${meant(refused.tokenName)}`
    case 'white-space':
      return `Refused: white space inside the token${meant(refused.tokenName)}`
    case 'truncated':
      return `Refused: the token is cut off after ${counted(refused.length, 'character', 'characters')}`
    case 'unknown-token':
      return 'Refused: unknown token'
    case 'revoked-token':
      return `Refused: the ${kindOf(refused)} "${refused.tokenName}" was revoked on ${day.format(refused.at)}`
    case 'expired-token':
      return `Refused: the ${kindOf(refused)} "${refused.tokenName}" expired on ${day.format(refused.at)}`
    case 'expired-access-token':
      return `Refused: the access token of the client "${refused.tokenName}" has ended`
    case 'client-secret':
      return `Refused: the secret of the client "${refused.tokenName}" came in place of an access token`
    case 'missing-client':
      return 'Refused: no client identifier and secret were sent'
    case 'unknown-client':
      return 'Refused: unknown client'
    case 'wrong-client-secret':
      return `Refused: this is not the secret of the client "${refused.tokenName}"`
  }
}

function membersChanged(story: Story & { kind: 'members-changed' }): Sentence {
  const { resource, added, addedCount, removed, removedCount } = story
  const [joined] = added
  const [left] = removed

  if (addedCount === 0 && removedCount === 0) return say`Nothing changed for ${resource}`
  if (removedCount === 0) {
    return addedCount === 1 && joined
      ? say`Added ${joined} to ${resource}`
      : say`Added ${counted(addedCount, 'member', 'members')} to ${resource}`
  }
  if (addedCount === 0) {
    return removedCount === 1 && left
      ? say`Removed ${left} from ${resource}`
      : say`Removed ${counted(removedCount, 'member', 'members')} from ${resource}`
  }
  return say`Added ${counted(addedCount, 'member', 'members')} to ${resource} and removed ${number.format(removedCount)}`
}

function lookedUp({ attribute, value, found, count }: Story & { kind: 'looked-up' }): Sentence {
  return found && count === 1
    ? say`Looked up ${attribute} "${value}" – found ${found}`
    : say`Looked up ${attribute} "${value}" – ${matchCount(count)}`
}

function told(effect: FaultEffect, sentence: Sentence): Sentence {
  switch (effect.kind) {
    case 'status':
      return say`Answered as told: ${String(effect.status)}`
    case 'html':
      return say`Answered as told: a web page`
    case 'drop':
      return effect.isWorkDone
        ? [...sentence, '; the connection was cut before the answer, as told']
        : say`The connection was cut, as told`
    case 'delay':
      return [...sentence, `, ${number.format(effect.delayMs / 1000)} s late as told`]
    case 'truncated':
      return [...sentence, '; the answer was cut short, as told']
  }
}

export const en: StoryWords = {
  told,
  pending: () => say`Waiting for the answer`,
  'tested-connection': story => say`Entra tested the connection (${story.attribute} "${story.value}")`,
  'looked-up': lookedUp,
  'checked-member': story =>
    say`Checked whether ${story.member} is in ${story.group} – ${yesOrNo(story.isMember)}`,
  'checked-manager': story =>
    say`Checked whether ${story.manager} is the manager of ${story.user} – ${yesOrNo(story.isManager)}`,
  searched: story => say`Searched ${manyOf(story.type)} where ${story.filter} – ${matchCount(story.count)}`,
  listed: story =>
    say`Listed ${manyOf(story.type)} – ${number.format(story.returned)} of ${number.format(story.total)}`,
  read: story => say`Read ${story.resource}`,
  discovered: story => say`Asked what this server can do (${story.what})`,
  created: story =>
    story.resource.type === 'User'
      ? say`Created ${story.resource}`
      : say`Created ${story.resource.type.toLowerCase()} ${story.resource}`,
  updated: story => say`Updated ${attributeList(story.attributes)} of ${story.resource}`,
  renamed: story => say`Renamed ${story.from} to ${{ ...story.resource, name: story.to }}`,
  disabled: story => say`Disabled ${story.resource}`,
  enabled: story => say`Enabled ${story.resource}`,
  deleted: story => say`Deleted ${story.resource}`,
  unchanged: story => say`Nothing changed for ${story.resource}`,
  'manager-changed': story =>
    story.manager
      ? say`Made ${story.manager} the manager of ${story.resource}`
      : say`Removed the manager of ${story.resource}`,
  'members-changed': membersChanged,
  bulk: story =>
    story.failed === 0
      ? say`Ran ${counted(story.operations, 'bulk operation', 'bulk operations')}`
      : say`Ran ${counted(story.operations, 'bulk operation', 'bulk operations')}, ${number.format(story.failed)} failed`,
  refused: story => say`${refusal(story.refusal)}`,
  failed: ({ status, resource, detail, taken }) => [
    ...(resource ? say`Failed for ${resource} (${String(status)}): ` : say`Failed (${String(status)}): `),
    ...(taken
      ? say`${taken.attribute} ${shorten(taken.value)} is taken by ${taken.by}`
      : say`${shorten(detail)}`)
  ],
  'not-http': story =>
    story.isTls
      ? say`Refused: somebody spoke HTTPS to the plain HTTP port`
      : say`Refused: the bytes that arrived are not HTTP`,
  health: () => say`Answered a health check`,
  'token-created': story => say`Created the ${kindOf(story)} "${story.tokenName}"`,
  'token-revoked': story => say`Revoked the ${kindOf(story)} "${story.tokenName}"`,
  'access-granted': story => say`Gave the client "${story.tokenName}" an access token`,
  'token-rotated': story => {
    const { tokenName, until } = story
    if (until === undefined) return say`Rotated the ${kindOf(story)} "${tokenName}"`
    return until === null
      ? say`Rotated the ${kindOf(story)} "${tokenName}"; the old secret works until it is revoked`
      : say`Rotated the ${kindOf(story)} "${tokenName}"; the old secret works until ${moment.format(until)}`
  },
  'server-started': story => say`Started the server on port ${String(story.port)}`,
  'server-stopped': story => say`Stopped the server on port ${String(story.port)}`,
  'directory-reset': story =>
    say`Reset the directory: ${counted(story.users, 'user', 'users')} and ${counted(story.groups, 'group', 'groups')} deleted`,
  'backup-restored': ({ name, keptAs }) =>
    keptAs === null
      ? say`Restored the backup ${name}`
      : say`Restored the backup ${name}; what was there before is kept as ${keptAs}`
}
