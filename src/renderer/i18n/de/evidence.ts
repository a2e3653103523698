import type { Words } from '..'
import { counted } from '../counted'

export const evidence: Words['evidence'] = {
  title: 'Beweispaket',
  hint: 'Eine Datei für einen Supportfall. Nichts wird gesendet: Sie wird hier gespeichert und von Hand weitergegeben.',
  kept: 'Namen, Adressen und andere Werte von Benutzern und Gruppen stehen in den Anfragen, wie sie gesendet wurden.',
  range: 'Anfragen',
  ranges: {
    '1': 'der letzten Stunde',
    '24': 'der letzten 24 Stunden',
    '168': 'der letzten 7 Tage',
    all: 'alle aufbewahrten'
  },
  save: 'Beweispaket speichern',
  packing: file => `${file} wird gepackt …`,
  choosing: 'Speicherort wird gewählt …',
  contains: 'Enthalten',
  removed: 'Entfernt',
  files: {
    'log.har': 'Die Anfragen mit ihren Antworten, als HAR 1.2, für jeden HAR-Betrachter',
    'log.jsonl': 'Dieselben, ein JSON-Objekt je Zeile, mit Satz, Änderungen, Ende und Toleranzen',
    'cycles.json': 'Die Bereitstellungszyklen mit ihren Zahlen',
    'schemas.json': 'Schemas und Ressourcentypen, wie sie veröffentlicht werden, auch die des Datenordners',
    'settings.json': 'Die Einstellungen, ohne Geheimnisse',
    'state.json': 'Server, öffentliche Adresse mit den Befunden der Tunnelprüfung, Zahlen, Namen der Token',
    'clock.json': 'Die Uhr, und wie weit sie abweicht',
    'versions.json': 'Versionen von Usher, seinen Teilen und dem System',
    'manifest.json': 'Diese Liste'
  },
  removals: {
    authorization: 'Authorization-Header: nie gespeichert',
    'secret-headers': 'Cookie-, Proxy-Authorization- und X-Api-Key-Header: nie gespeichert',
    passwords: 'Werte von password: nie gespeichert',
    'token-secrets':
      'Geheimnisse der Token: nie gespeichert; was in einer URL oder einem Body so aussieht, wird herausgeschnitten',
    'tls-key': 'Der Schlüssel des TLS-Zertifikats und sein Kennwort',
    'personal-settings': 'Gespeicherte Filter, die Personen nennen könnten'
  },
  saved: (name, size) => `${name} gespeichert, ${size}`,
  entry: (size, count) => (count === null ? size : `${counted(count, 'Eintrag', 'Einträge')}, ${size}`),
  cut: count =>
    count === 0
      ? 'Sonst sah nichts wie ein Geheimnis aus.'
      : `${counted(count, 'weiterer Text, der wie ein Geheimnis aussah, wurde', 'weitere Texte, die wie Geheimnisse aussahen, wurden')} herausgeschnitten.`,
  failed: 'Das Beweispaket wurde nicht gespeichert'
}
