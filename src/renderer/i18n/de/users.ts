import type { Words } from '..'
import { counted } from '../counted'
import { formatNumber } from '../format'

export const users: Words['users'] = {
  title: 'Benutzer',
  grid: 'Benutzer',
  counts: (active, disabled) => `${formatNumber(active)} aktiv, ${formatNumber(disabled)} deaktiviert`,
  search: 'Benutzer suchen',
  searchHint: 'Name, userName, E-Mail, externalId oder id',
  state: { label: 'Status', all: 'Alle', active: 'Aktiv', disabled: 'Deaktiviert' },
  columns: {
    displayName: 'Anzeigename',
    userName: 'userName',
    state: 'Status',
    groupCount: 'Gruppen',
    modifiedAt: 'Letzte Änderung'
  },
  found: count => `${counted(count, 'Benutzer', 'Benutzer')} gefunden`,
  failed: 'Die Benutzer konnten nicht geladen werden',
  empty: {
    title: 'Noch keine Benutzer',
    text: 'Benutzer erscheinen hier, sobald Entra sie anlegt. Ein guter Anfang: „Bei Bedarf bereitstellen“ für eine Person in Entra.',
    action: 'Einrichtung öffnen',
    simulator: 'Simulator öffnen',
    filteredTitle: 'Niemand gefunden',
    filteredText: hidden => `Suche oder Status blenden ${counted(hidden, 'Benutzer', 'Benutzer')} aus.`,
    clear: 'Alle anzeigen'
  },
  detail: {
    back: 'Benutzer',
    missing: 'Diesen Benutzer gibt es nicht',
    missingText: 'Es gab ihn hier nie, oder sein Verlauf wurde entfernt.',
    failed: 'Der Benutzer konnte nicht geladen werden',
    copyId: 'id kopieren',
    deletedBy: 'Gelöscht durch',
    deletedByYou: 'An der Konsole gelöscht',
    deletedAt: moment => `am ${moment}. Zu sehen ist der letzte Stand.`,
    deletedState: 'Gelöscht',
    copyUserName: 'userName kopieren',
    unknownId: id => `unbekannte id ${id}`,
    unknownManager:
      'Niemand hier hat diese id. Sie bleibt gespeichert, denn Entra sendet sie einmal und legt den Vorgesetzten später an.',
    tabs: {
      attributes: 'Attribute',
      groups: 'Gruppen',
      history: 'Verlauf',
      requests: 'Anfragen',
      raw: 'JSON'
    },
    manager: 'Vorgesetzter',
    activeUnsent: '· nie gesendet: „active eq true“ findet diesen Benutzer nicht',
    noManager: 'kein Vorgesetzter',
    reports: 'Unterstellt',
    groupsHelp:
      'Direkt: jemand hat diesen Benutzer in die Gruppe aufgenommen. Durch Verschachtelung: der Benutzer ist in einer Gruppe, die selbst Mitglied ist.',
    noGroups: 'Dieser Benutzer ist in keiner Gruppe.',
    group: 'Gruppe',
    kind: 'Wie',
    direct: 'Direkt',
    nested: 'Durch Verschachtelung',
    via: 'Über',
    copyJson: 'JSON kopieren',
    requestsHelp:
      'Alles, was zu diesem Benutzer gefragt oder getan wurde, so weit das Protokoll zurückreicht.',
    noRequests: 'Keine Anfrage im Protokoll betrifft diesen Benutzer.',
    requestsFailed: 'Die Anfragen konnten nicht geladen werden',
    allRequests: 'Im Live-Protokoll anzeigen',
    request: 'Anfrage',
    time: 'Zeit',
    outcome: 'Ergebnis',
    what: 'Was geschah'
  },
  edit: {
    disable: 'Deaktivieren',
    enable: 'Aktivieren',
    remove: 'Löschen',
    disableTitle: name => `${name} deaktivieren?`,
    disableText: name =>
      `${name} wird auf active: false gesetzt. Systeme, die dieses Verzeichnis lesen, behandeln das Konto als abgeschaltet. Es lässt sich rückgängig machen.`,
    enableTitle: name => `${name} aktivieren?`,
    enableText: name => `${name} wird wieder auf active: true gesetzt. Es lässt sich rückgängig machen.`,
    removeTitle: name => `${name} löschen?`,
    removeText: (name, groups) =>
      `${name} verlässt ${counted(groups, 'Gruppe', 'Gruppen')}, der userName wird frei. Der Verlauf bleibt. Das lässt sich nicht rückgängig machen: Legt Entra den Benutzer erneut an, bekommt er eine neue id.`,
    disabled: name => `${name} deaktiviert.`,
    enabled: name => `${name} aktiviert.`,
    removed: name => `${name} gelöscht.`
  }
}
