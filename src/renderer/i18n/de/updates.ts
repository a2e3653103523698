import type { Words } from '..'

export const updates: Words['updates'] = {
  title: 'Aktualisierung',
  hint: 'Usher sucht nie von selbst. Eine Quelle ist ein Ordner auf einem Webserver mit dem, was „npm run package“ geschrieben hat; wer dort schreibt, bestimmt, was hier läuft.',
  feed: 'Quelle',
  feedHint: 'Eine https-Adresse. Leer: keine Aktualisierung.',
  feedBad: 'Eine Quelle ist eine ganze Adresse, die mit https:// beginnt',
  check: 'Nach Aktualisierung suchen',
  download: 'Herunterladen',
  install: 'Beenden und installieren',
  installHint: 'Laufende Anfragen werden vorher beantwortet.',
  notHere:
    'Hier nicht verfügbar, denn diese Konsole ist eine Seite in einem Browser. Wer das Programm betreibt, aktualisiert es.',
  off: 'Es ist keine Quelle gesetzt.',
  checking: 'Wird gesucht …',
  current: version => `Usher ${version} ist aktuell.`,
  found: version => `Usher ${version} ist verfügbar.`,
  downloading: (version, percent) => `Usher ${version} wird heruntergeladen: ${percent}\u00a0%`,
  ready: version => `Usher ${version} kann installiert werden.`,
  installing: version => `Usher wird beendet und ${version} installiert.`,
  failed: reason => `Suche oder Herunterladen ist fehlgeschlagen: ${reason}`
}
