import type { Words } from '..'
import { counted } from '../counted'
import { formatNumber } from '../format'

/** How the membership of a group is looked at, and how it is changed by hand. */
export const membership: Words['membership'] = {
  asOf: {
    label: 'Stand',
    slider: 'Zeitpunkt der Mitgliedschaft',
    input: shown => `Datum und Uhrzeit: ${shown}`,
    now: 'Jetzt',
    toNow: 'Zurück zu jetzt',
    clear: 'Datum leeren',
    done: 'Diesen Zeitpunkt nehmen',
    previousMonth: 'Voriger Monat',
    nextMonth: 'Nächster Monat',
    at: moment => `Stand ${moment}`,
    change: (added, removed) => {
      if (removed === 0) return `${formatNumber(added)} hinzugekommen`
      if (added === 0) return `${formatNumber(removed)} ausgeschieden`
      return `${formatNumber(added)} hinzugekommen, ${formatNumber(removed)} ausgeschieden`
    },
    none: 'Die Mitglieder haben sich nie geändert.',
    cut: 'Ältere Zeitpunkte lassen sich eintippen.'
  },
  deletedSince: 'inzwischen gelöscht',
  exportMembers: 'Mitglieder exportieren',
  add: {
    button: 'Mitglied hinzufügen',
    title: group => `Mitglied zu ${group} hinzufügen`,
    who: 'Benutzer oder Gruppe',
    hint: 'Name, userName oder id eingeben',
    nobody: 'Niemand heißt so.',
    text: (member, group) => `${member} wird direktes Mitglied von ${group}.`,
    yes: 'Mitglied hinzufügen',
    done: (member, group) => `${member} zu ${group} hinzugefügt.`
  },
  remove: {
    button: member => `${member} entfernen`,
    title: (member, group) => `${member} aus ${group} entfernen?`,
    text: member =>
      `${member} ist dann kein direktes Mitglied mehr. Wer auch über eine andere Gruppe dabei ist, bleibt effektives Mitglied.`,
    yes: 'Mitglied entfernen',
    done: (member, group) => `${member} aus ${group} entfernt.`
  },
  unknownTitle: count => counted(count, 'id wurde abgewiesen', 'ids wurden abgewiesen'),
  unknown: id => `unbekannte id ${id}`,
  unknownBy: 'sollte hinzugefügt werden durch',
  unknownText:
    'Niemand hier hat diese id, daher wurde die ganze Anfrage abgewiesen. Entra sendet auch Mitglieder, die es noch nicht angelegt hat; es versucht es erneut.',
  nested: count =>
    `${counted(count, 'Mitglied ist eine Gruppe', 'Mitglieder sind Gruppen')}. Entra liest verschachtelte Gruppen beim Bereitstellen nicht: Ihre Personen kommen nur an, wenn sie selbst zugewiesen sind.`,
  compare: {
    kind: 'Verglichene Mitglieder',
    direct: 'Direkt',
    effective: 'Effektiv',
    other: 'Vergleichen mit',
    otherHint: 'Andere Gruppe oder diese',
    thisAsOf: 'Stand dieser Gruppe',
    otherAsOf: 'Stand der anderen',
    now: 'Jetzt',
    choose: 'Womit vergleichen?',
    chooseText:
      'Mit einer anderen Gruppe oder mit dieser zu einem anderen Zeitpunkt: wer nur in der einen, in beiden, nur in der anderen ist.',
    only: name => `Nur in ${name}`,
    both: 'In beiden',
    moment: (name, moment) => `${name}, ${moment}`,
    nobody: 'Niemand',
    search: 'In allen dreien suchen',
    failed: 'Die Gruppen konnten nicht verglichen werden',
    noGroup: 'Keine Gruppe heißt so.'
  },
  graph: {
    failed: 'Der Graph konnte nicht geladen werden',
    tree: 'Gruppen und Mitglieder als Baum',
    picture: 'Graph der Gruppen und Mitglieder',
    people: count => counted(count, 'Person', 'Personen'),
    noPeople: 'keine Personen',
    more: count => `${formatNumber(count)} weitere`,
    hiddenGroups: count => counted(count, 'Gruppe darin', 'Gruppen darin'),
    moreGroups: count => counted(count, 'weitere Gruppe', 'weitere Gruppen'),
    expandAll: 'Alle Personen zeigen',
    collapseAll: 'Weniger Personen zeigen',
    fold: name => `${name} zuklappen`,
    unfold: name => `${name} aufklappen`,
    again: 'weiter oben gezeigt',
    cycle: 'schließt einen Kreis',
    cut: 'Es gibt mehr Gruppen, als sich zeichnen lassen; dies sind die nächsten.',
    focus: 'Warum ist jemand hier?',
    focusHint: 'Ein Mitglied dieser Gruppe',
    ways: (name, count) =>
      `${name} ist ${count === 1 ? 'auf einem Weg' : `auf ${formatNumber(count)} Wegen`} hier:`,
    noFocus: 'Niemand im Blick',
    noWay: name => `${name} ist nicht in dieser Gruppe.`,
    showTree: 'Baum einblenden',
    hideTree: 'Baum ausblenden',
    fit: 'Einpassen',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    saveSvg: 'Als SVG speichern',
    savePng: 'Als PNG speichern',
    save: 'Bild speichern'
  }
}
