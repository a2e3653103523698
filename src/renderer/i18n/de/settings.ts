import type { Words } from '..'
import { counted } from '../counted'
import { formatMoment, formatNumber } from '../format'

export const settings: Words['settings'] = {
  title: 'Einstellungen',
  failed: 'Die Einstellung wurde nicht gespeichert',
  saved: 'Gespeichert',
  server: {
    title: 'Server',
    port: 'Port',
    portHint: 'Hier lauscht der SCIM-Server auf diesem Computer. Ein Tunnel führt hierher.',
    portBad: 'Ein Port ist eine Zahl von 0 bis 65535; 0 nimmt irgendeinen freien.',
    applyPort: 'Auf diesem Port neu starten',
    portConfirm: {
      title: port =>
        port === '0' ? 'Auf irgendeinem freien Port neu starten?' : `Server auf Port ${port} neu starten?`,
      text: 'Laufende Anfragen werden vorher beantwortet. Ein Tunnel muss zum neuen Port führen; ohne öffentliche Adresse ändert sich auch die Mandanten-URL in Entra.',
      yes: 'Server neu starten'
    },
    schemaProblems: 'Nicht alle Schemadateien konnten gelesen werden',
    schemaProblemsHint:
      'Alles andere funktioniert. Die Datei im Datenordner berichtigen und Usher neu starten.',
    tls: 'TLS auf diesem Server',
    tlsHint:
      'Wenn der Agent von Entra oder ein Proxy im eigenen Netz direkt anruft. Ein Tunnel bringt sein eigenes TLS mit und braucht hier keines.',
    tlsFor: names => `Zertifikat für ${names}`,
    tlsUntil: day => `gültig bis ${day}`,
    tlsFolder:
      'Das Zertifikat liegt im Ordner tls des Datenordners; ein neues wird übernommen, während Anfragen weiterlaufen.',
    keyPassword: {
      label: 'Kennwort des Schlüssels',
      use: 'Dieses Kennwort verwenden',
      wrong: 'Der Schlüssel lässt sich mit diesem Kennwort nicht öffnen.',
      missing: 'Das Kennwort des Schlüssels eingeben.',
      environment:
        'Das Kennwort des Schlüssels kommt aus USHER_TLS_PASSWORD oder der Datei, die USHER_TLS_PASSWORD_FILE nennt.',
      stored: 'Das Kennwort des Schlüssels liegt im Schlüsselspeicher dieses Systems.',
      typed: {
        'in-browser':
          'Das Kennwort des Schlüssels bleibt im Arbeitsspeicher, bis Usher endet. Für den nächsten Start in einer Datei mitgeben, die USHER_TLS_PASSWORD_FILE nennt.',
        'no-safe-storage':
          'Dieses System hat keinen Schlüsselspeicher, der das Kennwort sicher verwahrt. Es bleibt im Arbeitsspeicher, bis Usher endet, und wird beim nächsten Start wieder erfragt.'
      },
      forget: 'Kennwort vergessen'
    },
    host: 'Lauscht auf',
    hosts: {
      '127.0.0.1': 'Nur dieser Computer',
      '::1': 'Nur dieser Computer, IPv6',
      '0.0.0.0': 'Alle Netze',
      '::': 'Alle Netze, auch IPv6'
    },
    hostHint: 'Ein Tunnel auf diesem Computer braucht nicht mehr als „Nur dieser Computer“.',
    hostConfirm: {
      title: 'Auf allen Netzen lauschen?',
      text: 'Jeder Computer in den eigenen Netzen kann diesen Server dann erreichen und Token ausprobieren. Ohne TLS sind Geheimnisse und personenbezogene Daten unterwegs lesbar. Sinnvoll für den Agent von Entra auf einem anderen Computer, mit eingeschaltetem TLS und gesetzten erlaubten Quellen.',
      yes: 'Auf allen Netzen lauschen'
    },
    allowFrom: 'Erlaubte Quellen',
    allowFromHint:
      'Adressbereiche, die fragen dürfen, einer je Zeile, zum Beispiel 40.126.0.0/18. Leer: alle, die ein Token haben. Dieser Computer kommt immer durch.',
    allowFromBad: written =>
      `„${written}“ ist keine Adresse und kein Bereich. Beispiele: 10.0.0.7 oder 40.126.0.0/18.`,
    forwarded: 'Weitergereichten Headern glauben',
    forwardedHint:
      'X-Forwarded-Proto und X-Forwarded-Host bestimmen die Links in Antworten, wenn sie von diesem Computer kommen und keine öffentliche Adresse gesetzt ist.',
    compatibility: 'Kompatibilität',
    entra: 'Entra und Okta',
    entraHint: 'Liest die bekannten Gewohnheiten von Entra und Okta großzügig und nennt jede im Protokoll.',
    rfc: 'RFC streng',
    rfcHint: 'Folgt RFC 7643 und 7644 aufs Wort. Entra braucht dafür sein Featureflag aadOptscim062020.'
  },
  tunnel: {
    title: 'Öffentliche Adresse und Tunnel',
    why: 'Entra ruft aus dem Internet an: Ein Tunnel oder Proxy leitet eine https-Adresse hierher. Für den lokalen Agent nicht nötig.'
  },
  appearance: {
    title: 'Darstellung',
    theme: 'Design',
    light: 'Hell',
    dark: 'Dunkel',
    auto: 'System',
    language: 'Sprache',
    languages: { system: 'System', en: 'English', de: 'Deutsch' },
    singleKeys: 'Kürzel mit einer Taste',
    singleKeysHint: 'Buchstaben wie j, k und c wirken auf das Live-Protokoll. ? zeigt die Liste.'
  },
  desktop: {
    title: 'Desktop',
    failed: 'Das System hat es nicht getan',
    unavailable: because => `Hier nicht verfügbar, denn ${because}.`,
    reasons: {
      'in-browser': 'diese Konsole ist eine Seite in einem Browser',
      'no-tray': 'dieser Desktop hat keinen Infobereich; ein verborgenes Fenster wäre nicht mehr zu finden',
      'kept-by-system': 'macOS lässt Usher ohnehin im Dock weiterlaufen, wenn das Fenster geschlossen wird',
      'from-source': 'Usher wurde aus seinem Quellordner gestartet, nicht installiert',
      'no-notifications': 'dieser Desktop zeigt keine Benachrichtigungen'
    },
    tray: 'Im Infobereich weiterlaufen',
    trayHint:
      'Schließen verbirgt das Fenster nur; der Server antwortet weiter. Aus: Schließen beendet Usher.',
    trayAsk: 'Beim ersten Schließen des Fensters wird gefragt.',
    login: 'Bei der Anmeldung starten',
    loginHint:
      'Usher startet bei der Anmeldung am Computer ohne Fenster, damit die Bereitstellung sofort Antwort bekommt.',
    loginMinimized:
      'Usher startet bei der Anmeldung am Computer minimiert, damit die Bereitstellung sofort Antwort bekommt.',
    notifications: 'Benachrichtigungen',
    notificationsHint: 'Solange ein anderes Fenster im Vordergrund ist, höchstens eine in 30\u00a0Sekunden.',
    example: example => `Zum Beispiel: ${example}`,
    sendTest: 'Test senden',
    sendTestOf: topic => `Test senden: ${topic}`,
    topics: {
      failing: {
        label: 'Die Bereitstellung schlägt fehl',
        example:
          '3 Anfragen sind fehlgeschlagen oder wurden abgewiesen. Zuletzt: Abgewiesen: unbekanntes Token'
      },
      changes: {
        label: 'Das Verzeichnis hat sich geändert',
        example: '12 Änderungen im Verzeichnis. Zuletzt: Alice Ng angelegt'
      },
      tunnel: {
        label: 'Die öffentliche Adresse führt nicht mehr hierher',
        example: 'https://scim.contoso.example bringt keine Anfragen mehr zu diesem Computer.'
      }
    }
  },
  storage: {
    title: 'Aufbewahrung des Protokolls',
    maxCount: 'Anfragen, höchstens',
    maxDays: 'Tage, höchstens',
    maxMegabytes: 'Megabyte, höchstens',
    usage: (count, pinned, size, oldestAt) =>
      oldestAt === null
        ? 'Noch ist nichts aufbewahrt.'
        : `Aufbewahrt: ${counted(count, 'Anfrage', 'Anfragen')} seit ${formatMoment(oldestAt)}, ${size} auf der Platte, ${formatNumber(pinned)} angeheftet.`,
    beyond: count => `${counted(count, 'Anfrage wird', 'Anfragen werden')} beim Speichern entfernt.`,
    hint: 'Die ältesten Anfragen jenseits einer der drei Grenzen werden entfernt. Benutzer, Gruppen und ihr Verlauf bleiben.'
  },
  about: {
    title: 'Info',
    version: 'Version',
    dataFolder: 'Datenordner',
    runningSince: 'Läuft seit',
    copyFolder: 'Datenordner kopieren'
  }
}
