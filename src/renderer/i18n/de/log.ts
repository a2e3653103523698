import type { CycleSummary } from '../../../shared/cycle'
import type { Words } from '..'
import { counted } from '../counted'
import { formatMinute, formatNumber, formatRecent, formatSpan } from '../format'
import { logDeeds } from './log-deeds'
import { logDetail } from './log-detail'

export const log: Words['log'] = {
  title: 'Live-Protokoll',
  grid: 'Anfragen',
  shown: (matched, total) =>
    matched === total
      ? counted(total, 'Anfrage', 'Anfragen')
      : `${formatNumber(matched)} von ${counted(total, 'Anfrage', 'Anfragen')}`,
  columns: {
    time: 'Zeit',
    outcome: 'Ergebnis',
    sentence: 'Was geschah',
    method: 'Methode',
    path: 'Pfad',
    status: 'Status',
    duration: 'Dauer',
    token: 'Token'
  },
  following: 'Folgt',
  follow: 'Zu den neuesten',
  pause: 'Ansicht anhalten',
  resume: 'Ansicht fortsetzen',
  newRows: count => `${formatNumber(count)} neu`,
  newRowsHint: 'Zu den neuesten',
  paused: count =>
    count === 0
      ? 'Ansicht angehalten – der Server antwortet weiter.'
      : `Ansicht angehalten – der Server antwortet weiter. ${formatNumber(count)} neu.`,
  digest: (arrived, failed) =>
    failed === 0
      ? counted(arrived, 'neue Anfrage', 'neue Anfragen')
      : `${counted(arrived, 'neue Anfrage', 'neue Anfragen')}, ${formatNumber(failed)} fehlgeschlagen`,
  console: 'Konsole',
  simulated: 'Simuliert',
  checked: 'Prüfung',
  noToken: 'kein Token',
  failed: 'Das Protokoll konnte nicht geladen werden',
  filter: {
    label: 'Anfragen filtern',
    placeholder: 'Filter: Wörter oder status>=400  method=PATCH  user:alice  is:error',
    clear: 'Filter leeren',
    suggestions: 'Vorschläge',
    remove: chip => `${chip} entfernen`,
    saved: 'Gespeicherte Filter',
    save: 'Diesen Filter speichern',
    saveName: 'Name',
    saveHint: 'Ein Name für den Filter im Feld.',
    noneSaved: 'Noch kein Filter gespeichert. Im Feld einen eingeben und hier speichern.',
    forget: name => `${name} vergessen`
  },
  empty: {
    neverTitle: 'Wartet auf die erste Anfrage',
    neverText:
      'Jede Anfrage an diesen Server erscheint hier, sobald sie eintrifft: was sie geändert hat und warum sie fehlschlug. Dazu ein Token erstellen und zusammen mit der Mandanten-URL in Entra eintragen.',
    neverAction: 'Token erstellen',
    filteredTitle: query => `Nichts passt zu ${query}`,
    filteredText: count =>
      count === 1
        ? 'Der Filter blendet die einzige Anfrage aus.'
        : `Der Filter blendet ${formatNumber(count)} Anfragen aus.`,
    pausedTitle: 'Ansicht angehalten',
    pausedText: count =>
      count === 0
        ? 'Der Server antwortet weiter; seither ist nichts eingetroffen.'
        : `Der Server antwortet weiter; seither ${formatNumber(count)} eingetroffen.`,
    stoppedTitle: 'Der Server ist angehalten',
    stoppedText: 'Nichts kann eintreffen, bis er wieder lauscht.'
  },
  cycle: {
    title: number => `Zyklus ${formatNumber(number)}`,
    when: formatSpan,
    counts: cycle => cycleCounts(cycle).join(', '),
    status: cycle =>
      `Zyklus ${formatNumber(cycle.cycle)}: ${formatNumber(cycle.createdCount)} angelegt, ${formatNumber(cycle.disabledCount)} deaktiviert, ${formatNumber(cycle.errorCount)} fehlgeschlagen`,
    next: at => `nächster erwartet ≈ ${formatMinute(at)}`,
    nextWhy: isObserved =>
      isObserved
        ? 'Nach dem Takt der letzten hier gesehenen Zyklen.'
        : 'Entra läuft etwa alle 40\u00a0Minuten; ein Takt war hier noch nicht zu sehen.'
  },
  timeline: {
    label: 'Aktivität',
    summary: (count, failed, from, to) =>
      `${counted(count, 'Anfrage', 'Anfragen')} von ${formatRecent(from)} bis ${formatRecent(to)}, ${formatNumber(failed)} fehlgeschlagen oder abgewiesen`,
    bar: (at, count, failed) =>
      `${formatRecent(at)}: ${counted(count, 'Anfrage', 'Anfragen')}${failed > 0 ? `, ${formatNumber(failed)} fehlgeschlagen` : ''}`
  },
  deeds: logDeeds,
  detail: logDetail,
  changes: {
    nothing: 'Nichts geändert',
    nothingText: 'Die Anfrage wurde verstanden und beantwortet, und alles war schon so, wie sie es wollte.',
    read: 'Diese Anfrage hat nur gelesen, nichts geändert.',
    failed: 'Nichts wurde geändert: Die Anfrage war nicht erfolgreich.'
  }
}

function cycleCounts(cycle: CycleSummary): string[] {
  const counts: [number, string][] = [
    [cycle.createdCount, 'angelegt'],
    [cycle.updatedCount, 'geändert'],
    [cycle.disabledCount, 'deaktiviert'],
    [cycle.deletedCount, 'gelöscht'],
    [cycle.lookupCount, 'nachgeschlagen']
  ]
  const some = counts.filter(([count]) => count > 0).map(([count, word]) => `${formatNumber(count)} ${word}`)
  return [...some, `${formatNumber(cycle.errorCount)} fehlgeschlagen`]
}
