import type { Words } from '..'
import { counted } from '../counted'
import { ago } from './parts'

export const tokens: Words['tokens'] = {
  title: 'Token',
  table: 'Token',
  usable: count => `${counted(count, 'Token', 'Token')} gültig`,
  create: 'Token erstellen',
  creates: { token: 'Token erstellen', client: 'Client erstellen' },
  failed: 'Die Token konnten nicht geladen werden',
  empty: {
    title: 'Noch keine Token',
    text: 'Ein Token ist das Geheimnis, das Entra mit jeder Anfrage vorzeigt. Hier erstellen und zusammen mit der Mandanten-URL in Entra einfügen.'
  },
  columns: {
    name: 'Name',
    state: 'Status',
    created: 'Erstellt',
    expires: 'Läuft ab',
    lastUsed: 'Zuletzt benutzt',
    actions: 'Aktionen'
  },
  state: { valid: 'Gültig', expiring: 'Läuft bald ab', expired: 'Abgelaufen', revoked: 'Widerrufen' },
  expiresIn: days => (days <= 0 ? 'Läuft heute ab' : `Läuft in ${counted(days, 'Tag', 'Tagen')} ab`),
  neverUsed: 'Nie benutzt',
  noAgent: 'kein User-Agent',
  unknownAddress: 'unbekannter Adresse',
  isClient: 'OAuth-Client',
  clientId: 'Client-ID',
  copyClientId: name => `Client-ID von ${name} kopieren`,
  ending: lastFour => `endet auf ${lastFour}`,
  fromEnvironment: 'aus USHER_TOKEN, gilt solange dieser Prozess läuft',
  whatItCan: {
    token:
      'Wer dieses Token hat, kann auf diesem Server Benutzer und Gruppen anlegen, ändern und entfernen. Diese Konsole öffnet es nicht.',
    client:
      'Wer das Geheimnis des Clients hat, kann auf diesem Server Benutzer und Gruppen anlegen, ändern und entfernen. Diese Konsole öffnet es nicht.'
  },
  form: {
    title: 'Token erstellen',
    kind: 'Art des Zugangs',
    kinds: { token: 'Geheimes Token', client: 'OAuth-Client' },
    kindHints: {
      token: 'Ein Geheimnis, das mit jeder Anfrage kommt: das Feld „Geheimes Token“ in Entra.',
      client:
        'OAuth-2.0-Clientanmeldeinformationen: Entra holt jede Stunde ein Zugriffstoken. Richtig, wenn Entra nach einem Tokenendpunkt fragt.'
    },
    name: 'Name',
    nameHint: 'Zum Wiedererkennen im Protokoll, zum Beispiel der Mandant: Contoso Produktion',
    nameMissing: { token: 'Das Token braucht einen Namen.', client: 'Der Client braucht einen Namen.' },
    nameTaken: 'Ein anderes Token heißt schon so. Bitte einen Namen wählen, der beide unterscheidet.',
    expiry: 'Läuft ab',
    expiries: { '30': '30 Tage', '90': '90 Tage', '365': '365 Tage', custom: 'An einem Datum', never: 'Nie' },
    date: 'Letzter Tag',
    dateMissing: 'Den letzten Tag wählen, an dem das Token gelten soll.',
    datePast: 'Dieser Tag ist vorbei. Bitte einen späteren wählen.',
    neverWarning: 'Ein Token ohne Ablauf gilt, bis jemand es widerruft.'
  },
  secret: {
    title: name => `Token „${name}“ ist bereit`,
    clientTitle: name => `Client „${name}“ ist bereit`,
    once: 'Das Geheimnis jetzt kopieren: Es wird nur dieses eine Mal gezeigt und nirgends aufbewahrt. Geht es verloren, hilft nur ein neues.',
    where: {
      entra: 'In Entra: die Unternehmensanwendung → Bereitstellung → Administratoranmeldeinformationen.',
      agent: 'In Entra: die Unternehmensanwendung → Bereitstellung → Administratoranmeldeinformationen.',
      okta: 'In Okta: die Anwendung → Provisioning → Integration: SCIM connector base URL und das Token des HTTP Header.'
    },
    whereClient:
      'In Entra: die Unternehmensanwendung → Bereitstellung → Administratoranmeldeinformationen → Authentifizierungsmethode „OAuth2-Clientanmeldeinformationen“.',
    tenantUrl: 'Mandanten-URL',
    secret: 'Geheimes Token',
    tokenEndpoint: 'Tokenendpunkt',
    clientId: 'Client-ID',
    clientSecret: 'Clientgeheimnis',
    copy: label => `${label} kopieren`,
    confirm: 'Ich habe es kopiert',
    notYet: 'Erst „Ich habe es kopiert“ ankreuzen: Das Geheimnis lässt sich nicht noch einmal zeigen.'
  },
  rotate: 'Erneuern',
  rotateNamed: name => `${name} erneuern`,
  endsAt: moment => `Altes Geheimnis, gilt bis ${moment}`,
  replaced: 'Altes Geheimnis, gilt bis zum Widerruf',
  newer: 'Neues Geheimnis',
  rotation: {
    title: name => `„${name}“ erneuern`,
    steps: {
      choose: '1. Neues Geheimnis erzeugen',
      paste: '2. In Entra einfügen',
      used: '3. Auf Benutzung warten, dann das alte widerrufen'
    },
    now: 'Jetzt',
    later: 'Später',
    why: 'Das neue Geheimnis hat denselben Namen und dieselbe Laufzeit. Das alte gilt noch eine Weile, damit dazwischen nichts ausfällt.',
    overlap: 'Das alte Geheimnis gilt',
    overlaps: {
      now: 'ab sofort nicht mehr',
      '1h': 'noch 1 Stunde',
      '24h': 'noch 24 Stunden',
      'until-revoked': 'bis zum Widerruf'
    },
    make: 'Neues Geheimnis erzeugen',
    waiting: 'Wartet auf die erste Anfrage mit dem neuen Geheimnis …',
    used: (ms, address) => `Das neue Geheimnis wurde ${ago(ms)} von ${address} benutzt.`,
    oldGone: 'Das alte Geheimnis gilt nicht mehr.',
    revokeOld: 'Altes widerrufen'
  },
  revoke: 'Widerrufen',
  revokeNamed: name => `${name} widerrufen`,
  alreadyRevoked: 'Schon widerrufen',
  environmentToken: 'Aus USHER_TOKEN: Es endet mit diesem Prozess und lässt sich hier nicht widerrufen',
  confirm: {
    title: name => `„${name}“ widerrufen?`,
    used: (ms, address) =>
      `Zuletzt ${ago(ms)} von ${address} benutzt. Wer es benutzt, bekommt ab jetzt 401; Entra stellt den Auftrag unter Quarantäne.`,
    unused: 'Es wurde nie benutzt, also sollte es niemand vermissen.',
    final: {
      token: 'Ein widerrufenes Token lässt sich nicht wiederherstellen.',
      client: 'Seine Zugriffstoken enden sofort. Ein widerrufener Client lässt sich nicht wiederherstellen.'
    },
    yes: { token: 'Token widerrufen', client: 'Client widerrufen' }
  }
}
