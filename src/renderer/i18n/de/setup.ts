import type { TokenKind } from '../../../shared/token'
import type { Words } from '..'
import { counted } from '../counted'
import { ago } from './parts'

/** Menu paths and fields are spelled as the portals spell them in German; Okta's are English there too. */
const paste: Record<TokenKind, string> = {
  token:
    'Mandanten-URL und Geheimes Token unter Administratoranmeldeinformationen einfügen. Das Wort „Bearer“ nicht mit eingeben.',
  client:
    'Unter Administratoranmeldeinformationen die Authentifizierungsmethode „OAuth2-Clientanmeldeinformationen“ wählen und Mandanten-URL, Tokenendpunkt, Client-ID und Clientgeheimnis einfügen.'
}

const entraPath = (kind: TokenKind): string[] => [
  'Im Microsoft Entra Admin Center: Unternehmensanwendungen → Neue Anwendung → Eigene Anwendung erstellen.',
  '„Eine beliebige andere, nicht im Katalog enthaltene Anwendung integrieren (Nicht-Katalog)“ wählen. Keine Kataloganwendung: Die sprechen mit dem Server eines anderen.',
  'In der neuen Anwendung: Bereitstellung → Neue Konfiguration, oder Erste Schritte mit dem Bereitstellungsmodus „Automatisch“.',
  paste[kind],
  '„Verbindung testen“ drücken. Gefragt wird nach einem Benutzer, den es nicht geben kann; was ankommt, zeigt sich hier.'
]

const assignInEntra =
  'In der Anwendung: Benutzer und Gruppen → Benutzer/Gruppe hinzufügen. Mitglieder verschachtelter Gruppen liest Entra nicht; deren Gruppen sind selbst zuzuweisen.'
const provisionInEntra =
  'Bereitstellung → Bei Bedarf bereitstellen: einen Benutzer wählen und „Bereitstellen“ drücken. Dann „Bereitstellung starten“; ein Zyklus läuft etwa alle 40\u00a0Minuten.'

export const setup: Words['setup'] = {
  title: 'Einrichtung',
  progress: (done, of) => `${done} von ${of} erledigt`,
  intro: {
    entra:
      'Microsoft Entra ID verbinden: sieben Schritte, etwa zehn Minuten. Jeder hakt sich ab, sobald er gelingt.',
    agent:
      'Microsoft Entra ID über den Bereitstellungs-Agent im eigenen Netz verbinden: kein Tunnel, keine öffentliche Adresse. Jeder Schritt hakt sich ab, sobald er gelingt.',
    okta: 'Okta verbinden: sieben Schritte, etwa zehn Minuten. Jeder hakt sich ab, sobald er gelingt.'
  },
  variant: 'Wer bereitstellt',
  variants: { entra: 'Entra', agent: 'Entra-Agent', okta: 'Okta' },
  demo: {
    question: 'Kein Mandant zur Hand?',
    play: 'Demo abspielen',
    reset: 'Demo zurücksetzen',
    hint: 'Der Simulator stellt eine Person und eine Gruppe durch die Vordertür bereit.',
    played: 'Was unten steht, hat die Demo getan. Zum echten Beginn zurücksetzen.',
    failed: 'Die Demo ist nicht gefolgt',
    mark: 'Demo'
  },
  details: 'Details',
  status: { done: 'Erledigt', waiting: 'Wartet', attention: 'Braucht Aufmerksamkeit' },
  names: {
    server: 'Server',
    address: 'Öffentliche Adresse',
    token: 'Token',
    connection: 'Verbindung testen',
    mappings: 'Zuordnungen',
    assign: 'Zuweisen',
    provision: 'Bei Bedarf bereitstellen'
  },
  expiring: (name, days) =>
    days <= 0
      ? `Das Token „${name}“ läuft heute ab. Erneuern, bevor Entra abgewiesen wird.`
      : `Das Token „${name}“ läuft in ${counted(days, 'Tag', 'Tagen')} ab. Erneuern, bevor Entra abgewiesen wird.`,
  goToTokens: 'Zu den Token',
  howToFix: 'So lässt es sich beheben',
  request: 'Anfrage',
  at: ms => ago(ms),
  server: {
    listens: address => `Lauscht auf ${address}`,
    folder: 'Datenordner',
    stopped: 'Der Server lauscht nicht. Er lässt sich in der Kopfzeile starten.'
  },
  address: {
    why: {
      entra:
        'Entra ruft aus dem Internet an und braucht eine https-Adresse mit öffentlichem Zertifikat. Ein Tunnel liefert sie.',
      okta: 'Okta ruft aus dem Internet an und braucht eine https-Adresse mit öffentlichem Zertifikat. Ein Tunnel liefert sie.'
    },
    agent:
      'Nicht nötig: Der Agent ruft diesen Computer aus dem eigenen Netz an, unter der Mandanten-URL weiter unten.',
    agentLocal:
      'Der Server ist nur auf diesem Computer erreichbar. Läuft der Agent auf einem anderen, „Lauscht auf“ ändern und TLS einschalten:',
    toServerSettings: 'Einstellungen des Servers',
    agentField: 'https-Adresse, unter der der Agent diesen Computer erreicht (optional)',
    agentHint:
      'Zum Beispiel https://scim.contoso.local:7643. Der Computer des Agents muss dem Zertifikat vertrauen.',
    field: 'https-Adresse des Tunnels oder Proxys',
    hint: 'Ohne /scim/v2. Das Zertifikat muss von einer öffentlichen Stelle sein; andere lehnt Entra ab.',
    use: 'Diese Adresse verwenden',
    notHttps:
      'Entra spricht nur https: http://-Adressen haben kein TLS. Die https-Adresse des Tunnels eingeben.',
    notWhole: 'Eine ganze Adresse eingeben, die mit https:// beginnt, zum Beispiel https://scim.contoso.com',
    noName:
      'Diese Adresse hat einen Pfad oder eine Abfrage. Nur die Adresse eingeben; /scim/v2 kommt von selbst dazu.',
    checking: 'Der Hin- und Rückweg wird geprüft …',
    notChecked: 'Seit dem Start nicht geprüft.',
    check: 'Erneut prüfen',
    green: ms =>
      `Hin- und Rückweg funktionieren (${ms}\u00a0ms): Abfragen, PATCH, DELETE, Header und große Inhalte kommen an, wie sie gesendet wurden.`,
    runs: program => `${program} läuft auf diesem Computer:`,
    useFound: url => `${url} verwenden`,
    start: program => (program === 'cloudflared' ? 'Quick Tunnel starten' : `${program} starten`),
    stop: program => `${program} beenden`,
    command: 'Kein Tunnelprogramm gefunden. Ist cloudflared installiert, öffnet dies einen Quick Tunnel:',
    copyCommand: 'Befehl kopieren',
    look: 'Noch einmal suchen',
    output: 'Was es ausgegeben hat',
    run: {
      starting: 'startet …',
      running: 'läuft',
      waiting: 'wurde beendet; es startet bald wieder',
      stopped: 'ist angehalten',
      failed: 'konnte nicht gestartet werden'
    },
    restarts: count => counted(count, 'Neustart', 'Neustarts'),
    moved: from =>
      `Der Hostname hat sich geändert: Er war ${from}. Entra ruft noch den alten an. Dort die neue Mandanten-URL einfügen oder einen Tunnel mit festem Namen verwenden.`,
    mayChange:
      'Dieser Name ändert sich bei jedem Start, wenn der ngrok-Tarif keinen festen hat. Dann ist auch die Mandanten-URL in Entra zu ändern.',
    changes:
      'Ein Quick Tunnel bekommt bei jedem Start einen neuen Hostnamen. Dann ist auch die Mandanten-URL in Entra zu ändern.'
  },
  token: {
    why: {
      entra:
        'Das Geheimnis für das Feld „Geheimes Token“ in Entra. Es wird einmal gezeigt, zusammen mit der Mandanten-URL.',
      agent:
        'Das Geheimnis für das Feld „Geheimes Token“ in Entra. Es wird einmal gezeigt, zusammen mit der Mandanten-URL.',
      okta: 'Das Geheimnis für das Feld „HTTP Header“ in Okta. Es wird einmal gezeigt, zusammen mit der Mandanten-URL.'
    },
    create: 'Token erstellen',
    another: 'Weiteres Token erstellen',
    ready: name => `„${name}“ ist einsatzbereit.`,
    clientReady: name => `Der Client „${name}“ ist einsatzbereit.`,
    ended: 'Alle Token sind abgelaufen oder widerrufen. Ein neues erstellen und einfügen.'
  },
  connection: {
    paths: {
      entra: entraPath,
      agent: kind => [
        'Den Microsoft Entra-Bereitstellungs-Agent auf einem Windows-Server in diesem Netz installieren (2016 oder neuer, 3\u00a0GB Arbeitsspeicher, https nach außen).',
        'Im Microsoft Entra Admin Center: Unternehmensanwendungen → Neue Anwendung → „On-premises SCIM app“.',
        'Bereitstellung → Automatisch → Lokale Konnektivität: den Agent zuweisen, dann zehn Minuten warten oder seinen Dienst neu starten.',
        paste[kind],
        '„Verbindung testen“ drücken. Der Computer des Agents muss dem Zertifikat vertrauen; eine interne Zertifizierungsstelle genügt.'
      ],
      okta: () => [
        'In der Okta Admin Console: Applications → Create App Integration → SWA oder SAML, dann General → App Settings → Provisioning: SCIM.',
        'Provisioning → Integration: SCIM connector base URL ist die Mandanten-URL weiter unten; unique identifier field ist userName.',
        'Supported provisioning actions: Push New Users, Push Profile Updates, Push Groups. Authentication Mode: HTTP Header.',
        'Das geheime Token als Token des HTTP Header einfügen. Das Wort „Bearer“ nicht mit eingeben.',
        '„Test Connector Configuration“ drücken. Was ankommt, zeigt sich hier.'
      ]
    },
    tenantUrl: 'Mandanten-URL',
    copyTenantUrl: 'Mandanten-URL für das Portal kopieren',
    tokenEndpoint: 'Tokenendpunkt',
    copyTokenEndpoint: 'Tokenendpunkt für das Portal kopieren',
    clientId: 'Client-ID',
    copyClientId: 'Client-ID für das Portal kopieren',
    local: {
      entra: 'Das ist eine Adresse dieses Computers. Entra erreicht sie erst, wenn Schritt 2 erledigt ist.',
      okta: 'Das ist eine Adresse dieses Computers. Okta erreicht sie erst, wenn Schritt 2 erledigt ist.'
    },
    waiting: {
      entra: 'Wartet auf Entra …',
      agent: 'Wartet auf den Agent …',
      okta: 'Wartet auf Okta …'
    },
    stillWaiting: 'Wartet noch auf eine richtige Anfrage.',
    asked: 'Gefragt wurde nach'
  },
  fixes: {
    'missing-token':
      'Das Geheimnis eines Tokens in „Geheimes Token“ einfügen und speichern. Bei leerem Feld sendet Entra ein eigenes Token, das dieser Server nicht kennen kann.',
    'not-bearer':
      'Die Authentifizierung mit Bearertoken wählen (Entra: „Geheimes Token“, Okta: „HTTP Header“).',
    'doubled-bearer': 'Das Wort „Bearer“ aus dem Feld entfernen: Entra fügt es selbst hinzu.',
    'white-space': 'Das Geheimnis noch einmal einfügen, ohne Leerzeichen oder Zeilenumbruch darin.',
    truncated:
      'Das Geheimnis wurde beim Kopieren abgeschnitten. Ein Token erstellen oder erneuern und mit der Schaltfläche kopieren.',
    'unknown-token':
      'Kein Token hier hat dieses Geheimnis. In Schritt 3 ein Token erstellen und dessen Geheimnis einfügen; vielleicht gehört das eingefügte zu einem anderen Server.',
    'revoked-token':
      'Dieses Token wurde widerrufen. In Schritt 3 ein neues erstellen und dessen Geheimnis einfügen.',
    'expired-token':
      'Dieses Token ist abgelaufen. Unter „Token“ erneuern oder ein neues erstellen und das neue Geheimnis einfügen.',
    'expired-access-token':
      'Zugriffstoken gelten eine Stunde; Entra holt das nächste von selbst. Sonst noch einmal „Verbindung testen“ drücken.',
    'client-secret':
      'Als Authentifizierungsmethode die OAuth2-Clientanmeldeinformationen wählen oder statt des Clients ein Token erstellen.',
    'missing-client': 'Client-ID und Clientgeheimnis beide ausfüllen, dann speichern.',
    'unknown-client':
      'Die Client-ID unter „Token“ kopieren und in Entra einfügen; sie ist nicht der Name des Clients.',
    'wrong-client-secret':
      'Das Clientgeheimnis noch einmal ganz einfügen. Ist es verloren, den Client unter „Token“ erneuern: Seine Client-ID bleibt.'
  },
  misdirected: {
    outsideBasePath: 'Der Pfad sollte mit /scim/v2 beginnen',
    outsideBasePathFix: path => `Die Anfrage ging an ${path}. Die ganze Mandanten-URL einfügen:`,
    doubled: path => `Die Mandanten-URL endet in einem Endpunkt: Gefragt wurde nach ${path}`,
    doubledFix: 'Entra fügt /Users und /Groups selbst an. Die Mandanten-URL einfügen, wie sie ist:',
    tls: 'Jemand sprach https mit dem reinen http-Port',
    tlsFix:
      'Dieser Server spricht auf diesem Port http; TLS gehört in den Tunnel oder Proxy davor. Die Adresse des Tunnels einfügen oder TLS in den Einstellungen einschalten.'
  },
  mappings: {
    why: {
      entra:
        'Die Standardzuordnung von Entra funktioniert. Diese sechs Attribute sind alles, was dieser Server von einem Benutzer braucht; jedes andere darf entfernt werden.',
      agent:
        'Die Standardzuordnung von Entra funktioniert. Diese sechs Attribute sind alles, was dieser Server von einem Benutzer braucht; jedes andere darf entfernt werden.',
      okta: 'Die Standardzuordnung von Okta funktioniert. Diese sechs Attribute sind alles, was dieser Server von einem Benutzer braucht.'
    },
    minimum: 'Sechs Attribute',
    standard: 'Standard von Entra',
    groups: 'Gruppen',
    source: { entra: 'Entra-Attribut', agent: 'Entra-Attribut', okta: 'Okta-Attribut' },
    target: 'SCIM-Attribut',
    copy: table => `${table} kopieren`,
    waiting: 'Der erste Benutzer, der eintrifft, wird hier geprüft.',
    check: 'Prüfung der Zuordnung',
    seen: count =>
      count === 1 ? 'Aus dem zuletzt angelegten Benutzer:' : `Aus den letzten ${count} angelegten Benutzern:`,
    allArrive: 'Alles Nötige kommt an.',
    missing: names => `Nie gesendet, obwohl nötig: ${names}. Zur Zuordnung hinzufügen.`,
    absent: names => `Nie gesendet: ${names}. Es geht auch ohne, aber üblich ist es.`,
    extra: names => `Gesendet, obwohl es hier niemand braucht: ${names}.`,
    nickname: value =>
      `externalId ist „${value}“, das sieht nach einem E-Mail-Alias aus. Er ändert sich mit dem Namen der Person: besser objectId zuordnen.`,
    kindly: (name, detail) => `Gelesen als ${name}: ${detail}`
  },
  assign: {
    entra: assignInEntra,
    agent: assignInEntra,
    okta: 'Assignments → Assign to People oder Groups; Push Groups → Push Groups by name.',
    waiting: 'Hakt sich ab, wenn jemand Zugewiesenes gesucht oder angelegt wird.',
    first: 'Zuerst gefragt nach'
  },
  provision: {
    entra: provisionInEntra,
    agent: provisionInEntra,
    okta: 'Provisioning → To App → Create Users: Enable. Dann eine Person zuweisen; Okta stellt sofort bereit.',
    waiting: 'Hakt sich ab, wenn der erste Benutzer angelegt ist.',
    first: 'Erste Person:',
    next: 'Dem Live-Protokoll zusehen'
  }
}
