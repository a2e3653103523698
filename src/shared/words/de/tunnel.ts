import { TOKEN_PATH } from '../../tenant-url'
import type { TlsTrouble, TunnelFinding } from '../../tunnel'
import type { FindingWords } from '../tunnel'

const TLS: Record<TlsTrouble, FindingWords> = {
  'not-tls': {
    title: 'antwortet ohne TLS',
    fix: 'Der Port spricht reines HTTP. Die https-Adresse des Tunnels verwenden, meist ohne Port.'
  },
  closed: {
    title: 'schließt die Verbindung, sobald TLS beginnt',
    fix: 'Wahrscheinlich spricht dort nichts TLS. Die https-Adresse des Tunnels verwenden, meist ohne Port.'
  },
  'self-signed': {
    title: 'hat ein Zertifikat, für das niemand bürgt',
    fix: 'Entra nimmt nur Zertifikate öffentlicher Stellen. Einen Tunnel mit eigenem Zertifikat verwenden, oder eines von Let’s Encrypt.'
  },
  'unknown-issuer': {
    title: 'hat ein Zertifikat, dessen Aussteller unbekannt ist',
    fix: 'Die ganze Kette (Zertifikat und Zwischenzertifikate) einer öffentlichen Stelle senden. Eine interne Stelle genügt nur mit dem lokalen Agent.'
  },
  expired: {
    title: 'hat ein abgelaufenes Zertifikat',
    fix: 'Das Zertifikat erneuern und den Proxy neu laden.'
  },
  'not-yet-valid': {
    title: 'hat ein Zertifikat, das noch nicht gilt',
    fix: 'Die Uhr dieses Computers und die des Proxys prüfen.'
  },
  'name-mismatch': {
    title: 'hat ein Zertifikat für einen anderen Namen',
    fix: 'Den Namen eingeben, der im Zertifikat steht, oder eines für diesen Namen ausstellen lassen.'
  },
  other: {
    title: 'hat sich nicht auf TLS geeinigt',
    fix: 'Entra spricht TLS 1.2 mit öffentlichen Zertifikaten. Die TLS-Einstellungen des Proxys prüfen.'
  }
}

const number = new Intl.NumberFormat('de')
const ofStatus = (status: number | null) => (status === null ? '' : ` (${status})`)

/** One finding of the tunnel doctor in words: what happened and what to do. */
export function describeFinding(finding: TunnelFinding): FindingWords {
  switch (finding.kind) {
    case 'not-https':
      return {
        title: 'Die Adresse beginnt nicht mit https://',
        fix: 'Entra spricht nur https. Die https-Adresse des Tunnels verwenden.'
      }
    case 'local-name':
      return {
        title: `${finding.host} ist ein Name dieses Computers oder Netzes`,
        fix: 'Von hier aus antwortet er, aber Entra erreicht ihn nicht. Das kann nur der lokale Agent.'
      }
    case 'dns':
      return {
        title: `Es gibt keinen Host namens ${finding.host}`,
        fix: 'Die Schreibweise prüfen. Ein Quick Tunnel bekommt bei jedem Start einen neuen Namen; ein neuer DNS-Name braucht ein paar Minuten.'
      }
    case 'unreachable':
      return {
        title: `${finding.host} weist Verbindungen ab (${finding.reason})`,
        fix: 'Den Tunnel oder Proxy starten und prüfen, ob sein Port zum Internet offen ist.'
      }
    case 'timeout':
      return {
        title: `${finding.host} antwortet nicht`,
        fix: 'Vielleicht verwirft eine Firewall die Verbindung. Prüfen, ob Port 443 aus dem Internet offen ist.'
      }
    case 'proxy':
      return {
        title: `Der ausgehende Proxy dieses Netzes ließ die Prüfung nicht durch (${finding.reason})`,
        fix: 'HTTPS_PROXY und NO_PROXY prüfen. Entra selbst benutzt diesen Proxy nicht.'
      }
    case 'tls':
      return {
        title: `${finding.host} ${TLS[finding.trouble].title} (${finding.reason})`,
        fix: TLS[finding.trouble].fix
      }
    case 'tunnel-down':
      return {
        title: `${finding.by ?? 'Der Proxy'} ist da, findet aber nichts dahinter (${finding.status})`,
        fix: 'Den Tunnel starten und zu der Adresse und dem Port führen lassen, die unter „Server“ stehen.'
      }
    case 'web-page':
      return {
        title: `Die Adresse antwortet mit einer Webseite statt mit SCIM (${finding.status}): ${finding.firstLine}`,
        fix: finding.isInterstitial
          ? 'Das ist die Warnseite des Tunnels für Besucher, die Entra nicht wegklicken kann. Einen Tunnel oder Tarif ohne sie verwenden.'
          : 'Etwas davor zeigt eine eigene Seite: eine Anmeldung, eine Botprüfung oder eine andere Website. /scim/v2 zu diesem Server durchlassen.'
      }
    case 'redirect':
      return {
        title: `Die Adresse leitet um zu ${finding.location} (${finding.status})`,
        fix: 'Entra folgt keinen Umleitungen. Die Adresse eingeben, zu der sie führt, oder die Umleitung für /scim/v2 abschalten.'
      }
    case 'login':
      return {
        title: `Etwas davor verlangt eine Anmeldung (${finding.status})`,
        fix: 'Entra kann nur das Token vorzeigen. Die zusätzliche Anmeldung für /scim/v2 abschalten.'
      }
    case 'wrong-path':
      return finding.arrived === null
        ? {
            title: `Anfragen an ${finding.expected} kommen dort nicht an`,
            fix: 'Der Proxy verändert den Pfad. Er soll Pfade weitergeben, wie sie sind.'
          }
        : {
            title: `Anfragen an ${finding.expected} kommen als ${finding.arrived} an`,
            fix: 'Der Proxy ergänzt oder entfernt einen Teil des Pfads. Er soll alles ab /scim/v2 weitergeben, wie es ist.'
          }
    case 'wrong-host':
      return {
        title: `Dort antwortet ein anderer Server (${finding.status}): ${finding.firstLine}`,
        fix: 'Der Name führt woanders hin. Prüfen, ob der Tunnel zu diesem Computer und zu dem Port führt, der unter „Server“ steht.'
      }
    case 'authorization':
      return {
        title: finding.isMissing
          ? 'Der Header Authorization kommt nicht an'
          : 'Der Header Authorization kommt verändert an',
        fix: 'Der Proxy entfernt oder ersetzt ihn. Er soll „Authorization“ weitergeben, wie er ist.'
      }
    case 'method-blocked':
      return {
        title: `${finding.method} kommt nicht durch${ofStatus(finding.status)}`,
        fix: 'Entra braucht GET, POST, PATCH und DELETE. Im Proxy oder in der Firewall erlauben.'
      }
    case 'body-mangled':
      return {
        title: `Inhalte kommen verändert an (${number.format(finding.sentBytes)} Byte gesendet, ${number.format(finding.arrivedBytes)} angekommen)`,
        fix: 'Der Proxy schreibt Inhalte um. Filter und Umwandlungen für /scim/v2 abschalten.'
      }
    case 'header-mangled':
      return {
        title:
          finding.arrived === null
            ? `Der Header ${finding.header} kommt nicht an`
            : `Der Header ${finding.header} kommt als ${finding.arrived} an`,
        fix: `Der Proxy soll „${finding.header}“ weitergeben, wie er ist.`
      }
    case 'query-mangled':
      return {
        title: `Die Abfrage kommt als ${finding.arrived} an`,
        fix: 'Der Proxy verändert oder verwirft die Abfrage. In ihr reisen Filter wie userName eq "…".'
      }
    case 'answer-mangled':
      return {
        title: 'Die Antwort kommt verändert zurück',
        fix: 'Der Proxy schreibt Antworten um. Filter und Umwandlungen für /scim/v2 abschalten.'
      }
    case 'size-limit':
      return {
        title: `Inhalte von ${number.format(finding.bytes)} Byte kommen nicht durch${ofStatus(finding.status)}`,
        fix: 'Große Gruppen brauchen größere Inhalte. Die Grenze erhöhen (nginx: client_max_body_size 16m).'
      }
    case 'token-endpoint':
      return {
        title: `${TOKEN_PATH} kommt nicht durch${ofStatus(finding.status)}`,
        fix: 'Nur OAuth-Clients brauchen es, ein geheimes Token nicht. Der Proxy soll es weitergeben wie /scim/v2.'
      }
  }
}
