import type { Words } from '..'
import { counted } from '../counted'
import { formatNumber } from '../format'

/** What can be done with the log and its rows. */
export const logDeeds: Words['log']['deeds'] = {
  menu: id => `Anfrage #${id}`,
  onlyThis: chip => `Nur dies: ${chip}`,
  notThis: chip => `Nicht dies: ${chip}`,
  open: 'Details öffnen',
  mark: 'Zum Vergleich merken',
  unmark: 'Nicht mehr merken',
  compareWith: id => `Mit #${id} vergleichen`,
  deck: {
    item: 'Als Deck speichern …',
    one: 'Als Deck speichern …',
    from: id => `Alles ab #${id} als Deck speichern …`,
    title: 'Als Deck speichern',
    rows: 'Anfragen',
    all: 'Alle Anfragen',
    shown: 'Was der Filter zeigt',
    pinned: 'Was angeheftet ist',
    stretch: (first, last) =>
      first === last ? `Nur #${first}` : `Was von #${first} bis #${last} gezeigt wird`,
    count: count => counted(count, 'Zeile', 'Zeilen'),
    tooMany: most => `Ein Deck hat höchstens ${formatNumber(most)} Anfragen. Bitte auf weniger filtern.`
  },
  marked: id => `#${id} gemerkt. Mit d auf einer anderen Zeile vergleichen.`,
  pinned: id => `#${id} angeheftet`,
  unpinned: id => `#${id} gelöst`,
  replayed: (id, of) => `#${of} noch einmal gesendet, als #${id}`,
  notReplayed: 'Die Anfrage wurde nicht noch einmal gesendet',
  notDone: 'Das hat nicht geklappt',
  noFailedNewer: 'Es gibt keine neuere fehlgeschlagene Anfrage.',
  noFailedOlder: 'Es gibt keine ältere fehlgeschlagene Anfrage.',
  more: 'Mehr zum Protokoll',
  columns: 'Spalten',
  columnAuto: 'auto',
  columnsReset: 'Übliche Spalten und Breiten',
  resize: column => `Breite von ${column}`,
  clear: 'Leeren',
  clearAsk: 'Protokoll leeren …',
  clearTitle: count => `${counted(count, 'Anfrage', 'Anfragen')} leeren?`,
  clearKept: count =>
    count === 0
      ? 'Nichts ist angeheftet, also bleibt nichts. Benutzer und Gruppen sind nicht betroffen.'
      : `${formatNumber(count)} angeheftete ${count === 1 ? 'bleibt' : 'bleiben'}. Benutzer und Gruppen sind nicht betroffen.`,
  clearUndoable: 'Es lässt sich 10 Sekunden lang rückgängig machen.',
  cleared: count => `${counted(count, 'Anfrage', 'Anfragen')} geleert.`,
  undo: 'Rückgängig',
  notUndone: 'Es ließ sich nicht rückgängig machen',
  export: 'Angezeigtes exportieren …',
  exportTitle: 'Angezeigtes exportieren',
  exportCount: count =>
    `${counted(count, 'Anfrage wird', 'Anfragen werden')} geschrieben, die älteste zuerst.`,
  exportFormat: 'Format',
  formats: {
    har: 'HAR',
    harHint:
      'Für die Entwicklertools von Browsern und für HTTP-Analyse. Was an dieser Konsole getan wurde, ist keine Anfrage und fehlt darin.',
    jsonl: 'JSON Lines',
    jsonlHint: 'Eine Anfrage je Zeile, vollständig: Inhalte, Änderungen, Auslegungen, Notizen.',
    csv: 'CSV',
    csvHint: 'Die Zeilen der Liste, für ein Tabellenprogramm.'
  },
  removed: 'Fehlt in jedem Export',
  exportStart: 'Exportieren',
  exporting: (written, total) => `${formatNumber(written)} von ${formatNumber(total)} geschrieben`,
  choosing: 'Wartet auf einen Speicherort …',
  exported: (name, count) => `${counted(count, 'Anfrage', 'Anfragen')} gespeichert als ${name}`,
  notExported: 'Der Export wurde nicht fertig',
  replayTitle: id => `#${id} bearbeiten und wiederholen`,
  method: 'Methode',
  target: 'Pfad',
  body: 'Inhalt',
  bodyHint: 'JSON. Senden zeichnet eine Wiederholung auf; Ausprobieren ändert nichts.',
  send: 'Senden',
  tryOut: 'Ausprobieren',
  tried: 'ausprobiert',
  triedNote: 'Ausprobiert: Nichts wurde geändert und nichts aufgezeichnet.',
  wouldChange: 'Was sich ändern würde',
  wouldChangeNothing: 'Nichts.',
  answer: 'Antwort',
  noAnswer: 'Die Antwort erscheint hier.',
  badJson: (line, column, found) =>
    found === null
      ? `Zeile ${line}, Spalte ${column}: Das JSON endet zu früh.`
      : `Zeile ${line}, Spalte ${column}: ${found} ist hier unerwartet.`,
  compareTitle: (a, b) => `#${a} und #${b} vergleichen`,
  compareRequests: 'Anfragen',
  compareResponses: 'Antworten',
  compareWhat: 'Was vergleichen',
  differences: count =>
    count === 0 ? 'Kein Attribut weicht ab.' : counted(count, 'Attribut weicht ab', 'Attribute weichen ab'),
  path: 'Attribut',
  absent: 'fehlt',
  presenter: 'Vorführansicht'
}
