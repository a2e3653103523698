import type { Words } from '..'
import { counted } from '../counted'
import { formatNumber } from '../format'

/** „vor 4 Minuten“, for any length of time. */
export function ago(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  if (seconds < 2) return 'gerade eben'
  if (seconds < 60) return `vor ${seconds}\u00a0s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return minutes === 1 ? 'vor 1 Minute' : `vor ${minutes} Minuten`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return hours === 1 ? 'vor 1 Stunde' : `vor ${hours} Stunden`
  return `vor ${formatNumber(Math.floor(hours / 24))} Tagen`
}

export const parts: Words['parts'] = {
  ago,
  copy: 'Kopieren',
  copied: 'Kopiert',
  notCopied: 'Kopieren nicht möglich',
  tryAgain: 'Erneut versuchen',
  loading: 'Wird geladen',
  searching: 'Suche läuft …',
  cancel: 'Abbrechen',
  close: 'Schließen',
  done: 'Fertig',
  save: 'Speichern',
  unnamed: '(ohne Namen)',
  byYou: 'an der Konsole',
  never: 'Nie',
  none: 'keine',
  search: 'Suchen',
  clearSearch: 'Suche leeren',
  sortedAscending: 'aufsteigend',
  sortedDescending: 'absteigend',
  outcome: {
    'in progress': 'Läuft',
    ok: 'OK',
    refused: 'Abgewiesen',
    failed: 'Fehlgeschlagen',
    interrupted: 'Abgebrochen'
  },
  outcomeMeanings: {
    'in progress': 'Die Antwort ist noch nicht gesendet.',
    ok: 'Beantwortet mit dem, was verlangt war.',
    refused: 'Abgewiesen, bevor jemand ansah, was verlangt war.',
    failed: 'Mit einem Fehler beantwortet oder nicht lesbar.',
    interrupted: 'Der Client oder dieser Server ging, bevor die Antwort gesendet war.'
  },
  history: {
    verb: { created: 'Angelegt', updated: 'Geändert', deleted: 'Gelöscht' },
    byToken: 'durch ein Token',
    request: 'Anfrage',
    nothing: 'Seit Beginn des Protokolls hat sich nichts geändert.',
    failed: 'Der Verlauf konnte nicht geladen werden',
    older: 'Ältere anzeigen',
    added: count => `${counted(count, 'Mitglied', 'Mitglieder')} hinzugefügt`,
    removed: count => `${counted(count, 'Mitglied', 'Mitglieder')} entfernt`,
    more: count => `und ${formatNumber(count)} weitere`
  },
  attributes: {
    attribute: 'Attribut',
    value: 'Wert',
    setBy: 'Gesetzt durch',
    old: 'Alt',
    new: 'Neu',
    core: 'Kernattribute',
    enterprise: 'Enterprise-Erweiterung',
    known: 'Identität'
  }
}
