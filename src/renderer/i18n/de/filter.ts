import { type FilterWords } from '../../../shared/log-query'

export const filter: FilterWords = {
  flags: {
    error: 'fehlgeschlagen oder abgewiesen',
    refused: 'abgewiesen: kein gültiges Token',
    change: 'hat etwas geändert',
    lookup: 'hat etwas nachgeschlagen',
    pinned: 'angeheftet',
    simulated: 'vom Simulator gesendet',
    check: 'von der Konformitätsprüfung gesendet',
    replay: 'wiederholt',
    slow: 'dauerte 1\u00a0s oder länger',
    open: 'noch nicht beantwortet',
    interrupted: 'vor der Antwort abgebrochen',
    console: 'an dieser Konsole getan'
  },
  keys: {
    status: 'HTTP-Status',
    duration: 'Dauer in Millisekunden',
    cycle: 'Nummer des Zyklus',
    id: 'Nummer der Anfrage',
    method: 'HTTP-Methode',
    kind: 'Art des Satzes',
    user: 'über einen Benutzer',
    group: 'über eine Gruppe',
    token: 'mit einem Token gesendet',
    path: 'Teil des Pfads',
    is: 'eine Eigenschaft',
    after: 'ab einem Zeitpunkt',
    before: 'vor einem Zeitpunkt'
  },
  status: (operator, value) =>
    operator === '>='
      ? `Status ${value} oder mehr`
      : operator === ':'
        ? `Status ${value} bis ${Number(value) + 99}`
        : `Status ${value}`,
  conflict: 'Status 409, ein Konflikt',
  noToken: 'Status 401, kein gültiges Token',
  method: method => `Methode ${method}`,
  pathContains: path => `Pfad enthält ${path}`,
  longerThan: duration => `dauerte länger als ${duration}`,
  within: {
    '15m': 'in den letzten 15 Minuten',
    '1h': 'in der letzten Stunde',
    '1d': 'in den letzten 24 Stunden'
  },
  beforeAnHour: 'vor mehr als einer Stunde',
  sentWith: token => `mit dem Token ${token} gesendet`,
  aboutUser: user => `über den Benutzer ${user}`,
  aboutGroup: group => `über die Gruppe ${group}`,
  cycle: cycle => `Zyklus ${cycle}`,
  not: what => `nicht: ${what}`,
  or: 'oder',
  compared: {
    ':': (key, value) => `${key} ${value}`,
    '=': (key, value) => `${key} genau ${value}`,
    '>': (key, value) => `${key} mehr als ${value}`,
    '>=': (key, value) => `${key} ${value} oder mehr`,
    '<': (key, value) => `${key} weniger als ${value}`,
    '<=': (key, value) => `${key} ${value} oder weniger`
  }
}
