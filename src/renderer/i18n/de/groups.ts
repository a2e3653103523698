import type { Words } from '..'
import { counted } from '../counted'
import { formatNumber } from '../format'

export const groups: Words['groups'] = {
  title: 'Gruppen',
  grid: 'Gruppen',
  count: count => counted(count, 'Gruppe', 'Gruppen'),
  found: count => `${counted(count, 'Gruppe', 'Gruppen')} gefunden`,
  search: 'Gruppen suchen',
  searchHint: 'Name, externalId oder id',
  columns: {
    displayName: 'Anzeigename',
    directCount: 'Direkt',
    effectiveCount: 'Effektiv',
    modifiedAt: 'Letzte Änderung'
  },
  failed: 'Die Gruppen konnten nicht geladen werden',
  empty: {
    title: 'Noch keine Gruppen',
    text: 'Gruppen erscheinen hier, sobald Entra sie anlegt. Dazu der Unternehmensanwendung eine Gruppe zuweisen und die Gruppenzuordnung einschalten.',
    action: 'Einrichtung öffnen',
    simulator: 'Simulator öffnen',
    filteredTitle: 'Keine Gruppe gefunden',
    filteredText: hidden => `Die Suche blendet ${counted(hidden, 'Gruppe', 'Gruppen')} aus.`,
    clear: 'Alle Gruppen anzeigen'
  },
  detail: {
    back: 'Gruppen',
    missing: 'Diese Gruppe gibt es nicht',
    missingText: 'Es gab sie hier nie, oder ihr Verlauf wurde entfernt.',
    failed: 'Die Gruppe konnte nicht geladen werden',
    copyId: 'id kopieren',
    externalId: 'externalId',
    copyExternalId: 'externalId kopieren',
    counts: (direct, effective) => `${formatNumber(direct)} direkt, ${formatNumber(effective)} effektiv`,
    tabs: {
      direct: count => `Direkt ${formatNumber(count)}`,
      effective: count => `Effektiv ${formatNumber(count)}`,
      graph: 'Graph',
      history: 'Verlauf',
      compare: 'Vergleich',
      raw: 'JSON'
    },
    help: 'Direkte Mitglieder stehen in dieser Gruppe selbst. Effektive zählen die der verschachtelten Gruppen mit.',
    cycle: path => `Diese Gruppen enthalten einander: ${path}. Mitglieder zählen einmal.`,
    members: 'Mitglieder',
    search: 'Mitglieder suchen',
    columns: {
      member: 'Mitglied',
      userName: 'userName',
      state: 'Status',
      via: 'Über',
      added: 'Hinzugefügt',
      addedBy: 'Durch'
    },
    direct: 'direkt',
    nestedGroup: 'Gruppe',
    noDirect: 'Niemand steht in dieser Gruppe selbst.',
    noEffective: 'Niemand ist in dieser Gruppe, weder direkt noch durch Verschachtelung.',
    noneFound: 'Kein Mitglied heißt so.',
    membersFailed: 'Die Mitglieder konnten nicht geladen werden'
  }
}
