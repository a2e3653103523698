import type { Refusal, Story } from '../../exchange'
import type { FaultEffect } from '../../fault'
import type { StoryWords } from '../en'
import { say, type Sentence } from '../say'

const DETAIL_SHOWN = 160

const number = new Intl.NumberFormat('de')
const day = new Intl.DateTimeFormat('de', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const moment = new Intl.DateTimeFormat('de', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit'
})

const counted = (count: number, one: string, many: string) =>
  `${number.format(count)} ${count === 1 ? one : many}`
const matchCount = (count: number) => (count === 0 ? 'kein Treffer' : counted(count, 'Treffer', 'Treffer'))
const memberCount = (count: number) => counted(count, 'Mitglied', 'Mitglieder')
const yesOrNo = (isSo: boolean) => (isSo ? 'ja' : 'nein')

/** In the dative, as after “nach”. */
const manyOf = (type: string | null) => {
  if (type === null) return 'allen Ressourcen'
  if (type === 'User') return 'Benutzern'
  if (type === 'Group') return 'Gruppen'
  return `Ressourcen der Art ${type}`
}

/** `urn:…:User:department` reads as `department`. */
const shortName = (path: string) => (path.startsWith('urn:') ? path.slice(path.lastIndexOf(':') + 1) : path)

const attributeList = (paths: string[]) => {
  const names = [...new Set(paths.map(shortName))]
  if (names.length > 3) return `${number.format(names.length)} Attribute`
  const last = names.at(-1) ?? 'Attribute'
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} und ${last}` : last
}

const shorten = (text: string) => (text.length > DETAIL_SHOWN ? `${text.slice(0, DETAIL_SHOWN - 1)}…` : text)

/** A secret that is right but written wrongly is recognised. */
const meant = (tokenName: string | undefined) => (tokenName === undefined ? '' : ` (es ist „${tokenName}“)`)

const kindOf = ({ isClient }: { isClient?: true }) => (isClient ? 'Client' : 'Token')

/** In the nominative. */
const named = ({ tokenName, isClient }: { tokenName: string; isClient?: true }) =>
  isClient ? `der Client „${tokenName}“` : `das Token „${tokenName}“`

function refusal(refused: Refusal): string {
  switch (refused.reason) {
    case 'missing-token':
      return 'Abgewiesen: kein Token gesendet'
    case 'not-bearer':
      return refused.scheme === ''
        ? `Abgewiesen: das Wort „Bearer“ fehlt${meant(refused.tokenName)}`
        : `Abgewiesen: „${refused.scheme}“ statt eines Bearertokens`
    case 'doubled-bearer':
      return `Abgewiesen: das Wort „Bearer“ steht mit im Token${meant(refused.tokenName)}`
    case 'white-space':
      return `Abgewiesen: Leerraum im Token${meant(refused.tokenName)}`
    case 'truncated':
      return `Abgewiesen: das Token endet nach ${number.format(refused.length)} Zeichen`
    case 'unknown-token':
      return 'Abgewiesen: unbekanntes Token'
    case 'revoked-token':
      return `Abgewiesen: ${named(refused)} wurde am ${day.format(refused.at)} widerrufen`
    case 'expired-token':
      return `Abgewiesen: ${named(refused)} ist am ${day.format(refused.at)} abgelaufen`
    case 'expired-access-token':
      return `Abgewiesen: das Zugriffstoken des Clients „${refused.tokenName}“ ist abgelaufen`
    case 'client-secret':
      return `Abgewiesen: das Geheimnis des Clients „${refused.tokenName}“ kam anstelle eines Zugriffstokens`
    case 'missing-client':
      return 'Abgewiesen: keine Client-ID und kein Clientgeheimnis gesendet'
    case 'unknown-client':
      return 'Abgewiesen: unbekannter Client'
    case 'wrong-client-secret':
      return `Abgewiesen: das ist nicht das Geheimnis des Clients „${refused.tokenName}“`
  }
}

function membersChanged(story: Story & { kind: 'members-changed' }): Sentence {
  const { resource, added, addedCount, removed, removedCount } = story
  const [joined] = added
  const [left] = removed

  if (addedCount === 0 && removedCount === 0) return say`Nichts geändert an ${resource}`
  if (removedCount === 0) {
    return addedCount === 1 && joined
      ? say`${joined} zu ${resource} hinzugefügt`
      : say`${memberCount(addedCount)} zu ${resource} hinzugefügt`
  }
  if (addedCount === 0) {
    return removedCount === 1 && left
      ? say`${left} aus ${resource} entfernt`
      : say`${memberCount(removedCount)} aus ${resource} entfernt`
  }
  return say`${memberCount(addedCount)} zu ${resource} hinzugefügt, ${number.format(removedCount)} entfernt`
}

function lookedUp({ attribute, value, found, count }: Story & { kind: 'looked-up' }): Sentence {
  return found && count === 1
    ? say`Nach ${attribute} „${value}“ gesucht – ${found} gefunden`
    : say`Nach ${attribute} „${value}“ gesucht – ${matchCount(count)}`
}

function told(effect: FaultEffect, sentence: Sentence): Sentence {
  switch (effect.kind) {
    case 'status':
      return say`Wie befohlen geantwortet: ${String(effect.status)}`
    case 'html':
      return say`Wie befohlen geantwortet: eine Webseite`
    case 'drop':
      return effect.isWorkDone
        ? [...sentence, '; die Verbindung wurde wie befohlen vor der Antwort getrennt']
        : say`Die Verbindung wurde wie befohlen getrennt`
    case 'delay':
      return [...sentence, `, wie befohlen ${number.format(effect.delayMs / 1000)} s verspätet`]
    case 'truncated':
      return [...sentence, '; die Antwort wurde wie befohlen abgeschnitten']
  }
}

export const de: StoryWords = {
  told,
  pending: () => say`Wartet auf die Antwort`,
  'tested-connection': story => say`Entra hat die Verbindung getestet (${story.attribute} „${story.value}“)`,
  'looked-up': lookedUp,
  'checked-member': story =>
    say`Geprüft, ob ${story.member} Mitglied von ${story.group} ist – ${yesOrNo(story.isMember)}`,
  'checked-manager': story =>
    say`Geprüft, ob ${story.manager} Vorgesetzter von ${story.user} ist – ${yesOrNo(story.isManager)}`,
  searched: story => say`Nach ${manyOf(story.type)} mit ${story.filter} gesucht – ${matchCount(story.count)}`,
  listed: story =>
    say`Liste von ${manyOf(story.type)} – ${number.format(story.returned)} von ${number.format(story.total)}`,
  read: story => say`${story.resource} gelesen`,
  discovered: story => say`Gefragt, was dieser Server kann (${story.what})`,
  created: story => {
    if (story.resource.type === 'User') return say`${story.resource} angelegt`
    return story.resource.type === 'Group'
      ? say`Gruppe ${story.resource} angelegt`
      : say`${story.resource.type} ${story.resource} angelegt`
  },
  updated: story => say`${attributeList(story.attributes)} von ${story.resource} geändert`,
  renamed: story => say`${story.from} in ${{ ...story.resource, name: story.to }} umbenannt`,
  disabled: story => say`${story.resource} deaktiviert`,
  enabled: story => say`${story.resource} aktiviert`,
  deleted: story => say`${story.resource} gelöscht`,
  unchanged: story => say`Nichts geändert an ${story.resource}`,
  'manager-changed': story =>
    story.manager
      ? say`${story.manager} zum Vorgesetzten von ${story.resource} gemacht`
      : say`Vorgesetzten von ${story.resource} entfernt`,
  'members-changed': membersChanged,
  bulk: story =>
    story.failed === 0
      ? say`${counted(story.operations, 'Sammelvorgang', 'Sammelvorgänge')} ausgeführt`
      : say`${counted(story.operations, 'Sammelvorgang', 'Sammelvorgänge')} ausgeführt, ${number.format(story.failed)} fehlgeschlagen`,
  refused: story => say`${refusal(story.refusal)}`,
  failed: ({ status, resource, detail, taken }) => [
    ...(resource
      ? say`Fehlgeschlagen für ${resource} (${String(status)}): `
      : say`Fehlgeschlagen (${String(status)}): `),
    ...(taken
      ? say`${taken.attribute} ${shorten(taken.value)} gehört schon ${taken.by}`
      : say`${shorten(detail)}`)
  ],
  'not-http': story =>
    story.isTls
      ? say`Abgewiesen: jemand sprach HTTPS mit dem reinen HTTP-Port`
      : say`Abgewiesen: die eingetroffenen Bytes sind kein HTTP`,
  health: () => say`Auf eine Zustandsabfrage geantwortet`,
  'token-created': story => say`${kindOf(story)} „${story.tokenName}“ erstellt`,
  'token-revoked': story => say`${kindOf(story)} „${story.tokenName}“ widerrufen`,
  'access-granted': story => say`Dem Client „${story.tokenName}“ ein Zugriffstoken gegeben`,
  'token-rotated': story => {
    const { tokenName, until } = story
    const rotated = `${kindOf(story)} „${tokenName}“ erneuert`
    if (until === undefined) return say`${rotated}`
    return until === null
      ? say`${rotated}; das alte Geheimnis gilt bis zum Widerruf`
      : say`${rotated}; das alte Geheimnis gilt bis ${moment.format(until)}`
  },
  'server-started': story => say`Server auf Port ${String(story.port)} gestartet`,
  'server-stopped': story => say`Server auf Port ${String(story.port)} angehalten`,
  'backup-restored': ({ name, keptAs }) =>
    keptAs === null
      ? say`Sicherung ${name} wiederhergestellt`
      : say`Sicherung ${name} wiederhergestellt; der Stand davor ist als ${keptAs} aufbewahrt`,
  'directory-reset': story =>
    say`Verzeichnis zurückgesetzt: ${counted(story.users, 'Benutzer', 'Benutzer')} und ${counted(story.groups, 'Gruppe', 'Gruppen')} gelöscht`
}
