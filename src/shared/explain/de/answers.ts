import type { Answer } from '../answer'
import type { AnswerName } from '../answers'

/** What differs by language; the reference to the standard and Entra's code do not. */
type Said = Pick<Answer, 'meaning' | 'reaction' | 'fix'>

const NEXT_CYCLE = 'Entra versucht es im nächsten Zyklus wieder, 20 bis 40\u00a0Minuten später.'
const ESCROW =
  'Das Objekt wird zurückgestellt: Entra versucht es nach etwa 6, 12 und 24 Stunden wieder, danach einmal täglich, und gibt nach 28 Tagen auf.'
const COUNTS =
  'Es zählt als Fehler. Ab 5.000 Fehlern führt ein Anteil über 40\u00a0% den Auftrag in die Quarantäne: ein Versuch am Tag, nach vier Wochen abgeschaltet.'
const AT_ONCE =
  'Entra hält die Anmeldedaten für ungültig. Werden alle Anfragen so beantwortet, kommt der Auftrag sofort in die Quarantäne: ein Versuch am Tag, nach vier Wochen abgeschaltet.'
const ENTRA_GOES_ON = 'Entra verbucht einen Erfolg und macht weiter.'

export const answers: Record<AnswerName, Said> = {
  ok: {
    meaning: 'Die Anfrage war erfolgreich, die Antwort trägt das Ergebnis.',
    reaction: ENTRA_GOES_ON,
    fix: []
  },
  created: {
    meaning:
      'Die Ressource wurde angelegt; die Antwort enthält sie vollständig, mit der id, die Entra sich ab jetzt merkt.',
    reaction:
      'Entra verknüpft sein Objekt mit dieser id. Ab jetzt fragt es nach der id und ändert mit PATCH.',
    fix: []
  },
  noContent: {
    meaning: 'Die Anfrage war erfolgreich, und es gibt nichts zurückzusenden.',
    reaction: ENTRA_GOES_ON,
    fix: []
  },
  notModified: {
    meaning: 'Der Client hat diese Version der Ressource schon.',
    reaction: 'Entra sendet keine Version und bekommt diese Antwort daher nie.',
    fix: []
  },
  notScim: {
    meaning: 'Die Antwort ist keine SCIM-Nachricht: leer, eine Webseite oder anderes JSON.',
    reaction: `Die Anfrage gilt mit jedem Status als fehlgeschlagen, und der Auftrag kann als „spricht kein SCIM“ in Quarantäne kommen. ${COUNTS}`,
    fix: [
      'Zwischen Entra und diesem Server suchen, was dort selbst antwortet: die Begrüßungsseite eines Tunnels, die Anmeldeseite eines Proxys, ein Botfilter. Entra sendet keinen User-Agent, was manche Filter ablehnen.'
    ]
  },
  createdWithoutId: {
    meaning: 'Eine angelegte Ressource muss mit ihrer id zurückkommen.',
    reaction:
      'Entra kann das Objekt nicht verknüpfen und will es später noch einmal anlegen, was in einem Konflikt endet.',
    fix: ['Die Antwort unverändert durchlassen; vielleicht wurde sie unterwegs zu Entra gekürzt.']
  },
  badRequest: {
    meaning: 'Die Anfrage war nicht zu verstehen oder verletzt das Schema. Nichts wurde geändert.',
    reaction: `Das Objekt schlägt fehl. ${ESCROW} ${COUNTS}`,
    fix: [
      'Nachlesen, was die Antwort über das Attribut sagt, und seine Zuordnung in Entra berichtigen (Bereitstellung → Zuordnungen); dann ein Objekt bei Bedarf bereitstellen.'
    ]
  },
  unauthorized: {
    meaning: 'Die Anfrage trug kein Token, das hier gültig ist.',
    reaction: AT_ONCE,
    fix: [
      'Das Token hier erstellen oder erneuern, in Entra als Geheimes Token einfügen (ohne das Wort Bearer) und „Verbindung testen“ drücken.'
    ]
  },
  clientRefused: {
    meaning:
      'Die Tokenanfrage zeigte keinen Client, der hier bekannt und gültig ist; es gibt kein Zugriffstoken.',
    reaction: `Ohne Zugriffstoken kann Entra nichts fragen. ${AT_ONCE}`,
    fix: ['Client-ID und Clientgeheimnis in Entra mit dem Client unter „Token“ vergleichen.']
  },
  badTokenRequest: {
    meaning:
      'Das ist keine lesbare Tokenanfrage: ein POST eines Formulars mit grant_type=client_credentials.',
    reaction: `Ohne Zugriffstoken kann Entra nichts fragen. ${AT_ONCE}`,
    fix: [
      'Als Authentifizierungsmethode OAuth2-Clientanmeldeinformationen wählen, und nach einem Proxy suchen, der den Inhalt verändert.'
    ]
  },
  forbidden: {
    meaning: 'Das Token ist gültig, darf dies aber nicht.',
    reaction: AT_ONCE,
    fix: [
      'Nach einer Regel der Firewall oder des Tunnels suchen, die selbst mit 403 antwortet; dieser Server tut es selten.'
    ]
  },
  notFound: {
    meaning: 'Es gibt keine Ressource mit dieser id.',
    reaction:
      'Entra hat die Verknüpfung mit dem Objekt verloren. Später wird es per Filter wiedergefunden oder neu angelegt.',
    fix: [
      'Wurde die Ressource hier von Hand gelöscht: bei Bedarf bereitstellen, oder die Bereitstellung neu starten, um alles wieder abzugleichen.'
    ]
  },
  alreadyGone: {
    meaning: 'Es gibt keine Ressource mit dieser id, also war nichts zu löschen.',
    reaction: 'Für Entra ist die Löschung erledigt.',
    fix: []
  },
  unknownPath: {
    meaning: 'Diese Adresse gehört nicht zum SCIM-Dienst.',
    reaction: `Auf eine Abfrage erwartet Entra 200 mit leerer Liste; 404 ist ihm ein Protokollfehler. ${COUNTS}`,
    fix: ['Die Mandanten-URL in Entra mit der hier gezeigten vergleichen: Ihr Pfad muss auf /scim/v2 enden.']
  },
  methodNotAllowed: {
    meaning: 'Die Ressource gibt es, aber nicht mit dieser Methode.',
    reaction: `Entra verbucht die Operation als nicht unterstützt. ${COUNTS}`,
    fix: ['Den Pfad der Mandanten-URL prüfen; Entra selbst benutzt nur Methoden, die hier erlaubt sind.']
  },
  notAcceptable: {
    meaning: 'Der Client nimmt nur Medientypen an, die SCIM nicht hat.',
    reaction: 'Entra sendet keinen Accept-Header und bekommt diese Antwort daher nie.',
    fix: ['application/scim+json oder application/json annehmen.']
  },
  conflictOnCreate: {
    meaning: 'Eine andere Ressource hat schon einen Wert, der eindeutig sein muss. Nichts wurde angelegt.',
    reaction: `Das Objekt ist hier vorhanden, wurde aber nicht gefunden; es schlägt fehl, bis jemand den Abgleich berichtigt. ${ESCROW} ${COUNTS}`,
    fix: [
      'Herausfinden, wonach Entra direkt vor dieser Anfrage gesucht hat: Dieses Attribut ist hier anders. Das Abgleichattribut in den Zuordnungen von Entra berichtigen, oder den Wert auf einer der Seiten.',
      'Ist die Ressource hier ein Überbleibsel: löschen oder umbenennen.'
    ]
  },
  conflictOnChange: {
    meaning:
      'Die Änderung gäbe einer Ressource einen Wert, der eindeutig sein muss und schon vergeben ist. Nichts wurde geändert.',
    reaction: `Das Objekt schlägt fehl. ${ESCROW} ${COUNTS}`,
    fix: ['Den Wert bei der Ressource freimachen, die ihn hat, oder dieser in Entra einen anderen geben.']
  },
  preconditionFailed: {
    meaning: 'Die Ressource hat sich seit der Version geändert, die der Client in If-Match nannte.',
    reaction:
      'Entra sendet keine Version und bekommt diese Antwort daher nie. Ein anderer Client liest die Ressource neu.',
    fix: ['Die Ressource lesen und die Änderung mit ihrer jetzigen Version wiederholen.']
  },
  tooLarge: {
    meaning: 'Die Anfrage ist größer, als dieser Server annimmt. Nichts wurde geändert.',
    reaction: `Das Objekt schlägt fehl. ${ESCROW} ${COUNTS}`,
    fix: ['Große Attribute wie Fotos aus der Zuordnung nehmen oder weniger Operationen auf einmal senden.']
  },
  wrongMediaType: {
    meaning: 'Der Inhalt kam mit einem Medientyp, der kein JSON ist.',
    reaction: `Das Objekt schlägt fehl. ${COUNTS}`,
    fix: ['application/scim+json senden. Entra tut das; nach einem Proxy suchen, der den Header verändert.']
  },
  unprocessable: {
    meaning: 'Die Anfrage wurde verstanden, ist aber nicht ausführbar.',
    reaction: `Das Objekt schlägt fehl. ${ESCROW} ${COUNTS}`,
    fix: ['Nachlesen, was die Antwort sagt, und die Zuordnung berichtigen.']
  },
  tooManyRequests: {
    meaning: 'Der Client wurde gebeten, langsamer zu werden.',
    reaction: `Microsoft dokumentiert einen automatischen neuen Versuch; ob Retry-After beachtet wird oder das Objekt auf den nächsten Zyklus wartet, wird verschieden berichtet. Häufungen haben schon zu Quarantäne geführt. ${COUNTS}`,
    fix: [
      'Usher drosselt nicht von selbst: die Störung im Simulator ausschalten, oder die Grenzen des Tunnels ansehen.'
    ]
  },
  notImplemented: {
    meaning: 'Diesen Vorgang bietet der Server nicht an.',
    reaction: `Entra verbucht die Operation als nicht unterstützt. ${COUNTS}`,
    fix: ['ServiceProviderConfig sagt, was angeboten wird.']
  },
  storageFull: {
    meaning: 'Die Platte mit dem Verzeichnis ist voll. Nichts wurde geändert.',
    reaction: `Wie jede Antwort ab 500 wird es verbucht. ${NEXT_CYCLE} ${COUNTS}`,
    fix: ['Auf der Platte des Datenordners Platz schaffen.']
  },
  serverFault: {
    meaning: 'Dieser Server konnte die Anfrage nicht ausführen. Nichts wurde geändert.',
    reaction: `Es wird verbucht. ${NEXT_CYCLE} ${COUNTS}`,
    fix: [
      'Ist im Simulator keine Störung eingeschaltet: ein Beweispaket speichern, denn das sollte nicht vorkommen.'
    ]
  },
  open: {
    meaning: 'Die Antwort ist noch nicht gesendet.',
    reaction: 'Entra wartet; wie lange, ist nicht veröffentlicht.',
    fix: []
  },
  clientGone: {
    meaning:
      'Der Client schloss die Verbindung, bevor die Antwort gesendet war. Eine Änderung kann trotzdem geschehen sein.',
    reaction: `Entra verbucht eine Zeitüberschreitung. ${NEXT_CYCLE} Jede Anfrage von Entra darf wiederholt werden: Ein zweites Anlegen endet mit 409, und der nächste Zyklus verknüpft das Objekt.`,
    fix: ['Kommt es oft vor: die Dauer der Anfragen und das Zeitlimit des Tunnels ansehen.']
  },
  interrupted: {
    meaning: 'Dieser Server wurde beendet, bevor er geantwortet hatte. Was er bestätigt hatte, ist erhalten.',
    reaction: `Entra sieht eine abgebrochene Verbindung. ${NEXT_CYCLE}`,
    fix: []
  },
  malformed: {
    meaning: 'Die erste Zeile der Anfrage oder ihre Adresse war nicht lesbar.',
    reaction: 'Entra sendet solche Anfragen nicht; ein Scanner oder ein falsch eingestellter Proxy tut es.',
    fix: []
  },
  tlsOnPlainPort: {
    meaning: 'Jemand sprach HTTPS mit dem Port, der reines HTTP spricht.',
    reaction: '„Verbindung testen“ schlägt fehl: Entra erreicht den Dienst nicht.',
    fix: [
      'Den Tunnel an http:// statt https:// weiterleiten lassen, oder unter Einstellungen → Server TLS mit einem Zertifikat einschalten.'
    ]
  },
  notHttp: {
    meaning: 'Die eingetroffenen Bytes sind kein HTTP.',
    reaction: 'Entra sendet solche Bytes nicht; ein Scanner oder ein falsch eingestellter Tunnel tut es.',
    fix: []
  },
  atConsole: {
    meaning: 'Das wurde an der Konsole getan. Es gab keine Anfrage.',
    reaction: 'Entra bemerkt es nicht.',
    fix: []
  }
}
