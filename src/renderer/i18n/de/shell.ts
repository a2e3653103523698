import type { Words } from '..'
import { counted } from '../counted'
import { ago } from './parts'

export const shell: Words['shell'] = {
  navigation: 'Hauptnavigation',
  screens: {
    setup: 'Einrichtung',
    log: 'Live-Protokoll',
    users: 'Benutzer',
    groups: 'Gruppen',
    tokens: 'Token',
    simulator: 'Simulator',
    settings: 'Einstellungen'
  },
  setupDone: 'alle Schritte erledigt',
  expiresIn: (name, days) =>
    days <= 0
      ? `Das Token „${name}“ läuft heute ab`
      : `Das Token „${name}“ läuft in ${counted(days, 'Tag', 'Tagen')} ab`,
  certificate: {
    expires: days =>
      days <= 0 ? 'Zertifikat läuft heute ab' : `Zertifikat läuft in ${counted(days, 'Tag', 'Tagen')} ab`,
    expired: 'Zertifikat ist abgelaufen'
  },
  notListening: 'Der Server lauscht nicht',
  toServerSettings: 'Zu den Einstellungen des Servers',
  state: {
    running: 'Läuft',
    stopped: 'Angehalten',
    'port-taken': 'Port belegt',
    connecting: 'Verbindet',
    lost: 'Nicht verbunden',
    locked: 'Gesperrt'
  },
  lost: 'Die Konsole hat ihre Verbindung verloren und versucht es weiter. Die Anzeige kann veraltet sein.',
  locked: {
    title: 'Dieser Browser hat keinen Schlüssel zur Konsole',
    text: 'Bitte die Adresse öffnen, die Usher beim Start ausgegeben hat; ihr Schlüssel gilt einmal und so lange, wie dieser Browser offen bleibt. Ein neuer Start von Usher gibt eine neue aus.'
  },
  address: 'Lauscht auf',
  tenantUrl: 'Mandanten-URL',
  copyTenantUrl: 'Mandanten-URL kopieren',
  notReachable: { entra: 'für Entra nicht erreichbar', okta: 'für Okta nicht erreichbar' },
  notReachableWhy: {
    entra:
      'Das ist eine Adresse dieses Computers. Entra braucht eine öffentliche https-Adresse: einen Tunnel oder Proxy davorschalten und dessen Adresse in den Einstellungen eintragen.',
    okta: 'Das ist eine Adresse dieses Computers. Okta braucht eine öffentliche https-Adresse: einen Tunnel oder Proxy davorschalten und dessen Adresse in den Einstellungen eintragen.'
  },
  stop: 'Server anhalten',
  start: 'Server starten',
  stopWhy: 'Beantwortet keine SCIM-Anfragen mehr. Entra versucht es später wieder.',
  commandFailed: 'Der Befehl wurde nicht ausgeführt',
  changeFailed: 'Der Server ist nicht gefolgt',
  palette: 'Befehlspalette',
  palettePlaceholder: 'Ansicht öffnen oder Befehl ausführen',
  paletteEmpty: 'Kein Befehl heißt so.',
  goTo: screen => `Gehe zu ${screen}`,
  theme: {
    light: 'Helles Design verwenden',
    dark: 'Dunkles Design verwenden',
    auto: 'Dem Design des Systems folgen'
  },
  shortcuts: 'Tastenkürzel',
  portTaken: {
    title: port => `Port ${port} ist von einem anderen Programm belegt`,
    text: 'Usher wechselt einen eingestellten Port nicht von selbst, denn Entra könnte auf ihn zeigen. Entweder das andere Programm schließen und erneut versuchen, oder bis zum nächsten Start einen anderen Port verwenden.',
    another: 'Anderen Port verwenden',
    again: 'Erneut versuchen'
  },
  status: {
    label: 'Status',
    users: count => counted(count, 'Benutzer', 'Benutzer'),
    groups: count => counted(count, 'Gruppe', 'Gruppen'),
    requests: count => `${counted(count, 'Anfrage', 'Anfragen')} aufbewahrt`,
    last: ms => `Letzte Anfrage ${ago(ms)}`,
    noneYet: 'Noch keine Anfrage',
    logTrouble: why => `Das Protokoll wird nicht geschrieben: ${why}`
  },
  keys: {
    palette: 'Befehlspalette',
    screens: 'Ansichten in der Reihenfolge der Leiste',
    settings: 'Einstellungen',
    shortcuts: 'Diese Liste',
    filter: 'Filterfeld',
    next: 'Nächste Zeile',
    previous: 'Vorige Zeile',
    first: 'Erste Zeile',
    newest: 'Neueste Zeile, und folgen',
    open: 'Details öffnen',
    pane: 'Zur Liste, zum Detailbereich',
    pause: 'Ansicht anhalten oder fortsetzen',
    follow: 'Den neuesten folgen',
    curl: 'Als cURL kopieren',
    response: 'Antwort kopieren',
    nextFailed: 'Nächste fehlgeschlagene Zeile',
    previousFailed: 'Vorige fehlgeschlagene Zeile',
    replay: 'Wiederholen',
    edit: 'Bearbeiten und wiederholen',
    pin: 'Anheften',
    compare: 'Merken, dann mit einer anderen Zeile vergleichen',
    onlyThis: 'Nur dies: filtern nach dem, worum es in der Zeile geht',
    clear: 'Protokoll leeren (mit Rückfrage)',
    export: 'Angezeigtes exportieren',
    presenter: 'Vorführansicht',
    leave: 'Das Feld verlassen, dann die Auswahl aufheben, dann den Detailbereich schließen'
  },
  keyNames: {
    mod: 'Strg',
    command: '⌘',
    shift: 'Umschalt',
    ' ': 'Leertaste',
    enter: 'Eingabe',
    escape: 'Esc',
    delete: 'Entf',
    home: 'Pos1',
    end: 'Ende',
    pageup: 'Bild ↑',
    pagedown: 'Bild ↓',
    arrowup: '↑',
    arrowdown: '↓'
  },
  keysAnywhere: 'Überall',
  keysLog: 'Im Live-Protokoll'
}
