import type { Refusal, Story } from '../../exchange'

/** What an exchange that went well tells Entra; null: nothing more to say. */
export function explainStory(story: Story): string | null {
  switch (story.kind) {
    case 'tested-connection':
      return 'Entra fragt nach einem Namen, den es nicht geben kann, und erwartet 200 mit leerer Liste. Das geschieht bei „Verbindung testen“, zu Beginn von Zyklen und vor dem Bereitstellen bei Bedarf.'
    case 'looked-up':
      if (story.count === 0)
        return 'Nichts passt, also legt Entra das Objekt als Nächstes an, wenn es im Bereich und aktiviert ist.'
      return story.count === 1
        ? 'Genau eine Ressource passt: Entra verknüpft sie mit seinem Objekt und vergleicht als Nächstes die Attribute.'
        : 'Mehr als eine Ressource passt. Entra kann nicht wählen und lässt das Objekt mit dem Code DuplicateTargetEntries fehlschlagen. Das Abgleichattribut muss eindeutig sein.'
    case 'checked-member':
    case 'checked-manager':
      return 'Entra prüft einen Verweis, bevor es ihn schreibt. Eine Änderung sendet es nur, wenn die Antwort von dem abweicht, was es will.'
    case 'unchanged':
      return 'Alles Gesendete ist schon so: keine neue Version, lastModified bleibt. Entra verbucht einen Erfolg. Sendet es in jedem Zyklus dasselbe, liest es etwas anderes zurück, als es gesendet hat, zum Beispiel eine umformatierte Nummer.'
    case 'disabled':
      return 'Entra deaktiviert einen Benutzer, dessen Zuweisung entfiel, der den Bereich verließ, gesperrt oder vor weniger als 30 Tagen gelöscht wurde. Der Benutzer bleibt und muss über Filter und id auffindbar sein.'
    case 'enabled':
      return 'Der Benutzer ist wieder im Bereich. Mitgliedschaften sendet Entra nicht noch einmal; es gelten die, die währenddessen erhalten blieben.'
    case 'deleted':
      return 'Entra löscht erst nach dem endgültigen Löschen im Verzeichnis, 30 Tage nach der Löschung dort, oder bei einer Gruppe sofort.'
    case 'members-changed':
      return 'Entra liest Mitglieder nie zurück. Was hier von Hand geändert wird, bleibt unbemerkt, bis sich die Mitgliedschaft in Entra ändert oder die Bereitstellung neu gestartet wird.'
    case 'manager-changed':
      return 'Vorgesetzte kommen als eigene Anfragen, nachdem die Benutzer da sind.'
    case 'listed':
      return 'Gewöhnliche Bereitstellung listet nie auf. Eine Liste verlangt die Kontoermittlung, ein Prüfwerkzeug oder ein anderer Client.'
    case 'discovered':
      return 'Entra liest Schemas nur für bestimmte Kataloganwendungen; Prüfwerkzeuge und andere Clients lesen all dies.'
    case 'access-granted':
      return 'Entra holt ein Zugriffstoken, bevor es aufruft, und wieder, wenn das abgelaufen ist.'
    default:
      return null
  }
}

/** What was wrong with the token, and how it usually comes about. */
export function explainRefusal(refusal: Refusal): { cause: string; fix: string } {
  switch (refusal.reason) {
    case 'missing-token':
      return {
        cause:
          'Es kam kein Header Authorization an. Ist Geheimes Token leer, sendet Entra stattdessen ein eigenes Token; auch ein Proxy kann den Header verworfen haben.',
        fix: 'Das Geheimnis in Geheimes Token einfügen, und jeden Proxy auf dem Weg Authorization weitergeben lassen.'
      }
    case 'not-bearer':
      return {
        cause: `Im Header Authorization steht „${refusal.scheme}“, nicht Bearer.`,
        fix: 'Als Authentifizierungsmethode Geheimes Token (Bearer) wählen.'
      }
    case 'doubled-bearer':
      return {
        cause:
          'Das Wort Bearer wurde zusammen mit dem Geheimnis in das Feld eingegeben; Entra ergänzt es selbst.',
        fix: 'Nur das Geheimnis einfügen; es beginnt mit usher_.'
      }
    case 'white-space':
      return {
        cause:
          'Im Token steckt ein Leerzeichen oder Zeilenumbruch, meist vom Kopieren aus einer E-Mail oder einem Dokument.',
        fix: 'Das Geheimnis mit der Schaltfläche kopieren und noch einmal einfügen.'
      }
    case 'truncated':
      return {
        cause: `Das Token endet nach ${refusal.length} Zeichen; ein Geheimnis dieses Servers ist länger.`,
        fix: 'Das ganze Geheimnis kopieren; ist es nicht mehr da, das Token erneuern.'
      }
    case 'unknown-token':
      return {
        cause: 'Kein Token hier, weder ein jetziges noch ein früheres, hat dieses Geheimnis.',
        fix: 'Prüfen, ob das Geheimnis zu diesem Server und Datenordner gehört; im Zweifel ein neues Token erstellen und einfügen.'
      }
    case 'revoked-token':
      return {
        cause: `Das ist das Token „${refusal.tokenName}“, das widerrufen wurde.`,
        fix: 'Ein neues Token erstellen und sein Geheimnis in Entra einfügen.'
      }
    case 'expired-token':
      return {
        cause: `Das ist das Token „${refusal.tokenName}“, das abgelaufen ist.`,
        fix: 'Erneuern und das neue Geheimnis in Entra einfügen.'
      }
    case 'expired-access-token':
      return {
        cause: `Das Zugriffstoken des Clients „${refusal.tokenName}“ ist abgelaufen. Sie gelten eine Stunde; dann holt der Client ein neues.`,
        fix: 'Nichts, wenn er als Nächstes ein neues holt. Sonst in Entra „Verbindung testen“ drücken.'
      }
    case 'client-secret':
      return {
        cause: `Das Geheimnis des Clients „${refusal.tokenName}“ wurde gesendet, als wäre es ein Token. Es ist für den Tokenendpunkt, der Zugriffstoken gibt.`,
        fix: 'Als Authentifizierungsmethode OAuth2-Clientanmeldeinformationen wählen oder statt des Clients ein Token erstellen.'
      }
    case 'missing-client':
      return {
        cause:
          'Eine Tokenanfrage muss Client-ID und Clientgeheimnis vorzeigen, im Formular oder als HTTP Basic.',
        fix: 'Client-ID und Clientgeheimnis ausfüllen. Eine client_assertion (Workload Identity) wird hier nicht angenommen.'
      }
    case 'unknown-client':
      return {
        cause: 'Kein Client hier hat diese Client-ID.',
        fix: 'Die Client-ID unter „Token“ kopieren; sie ist nicht der Name des Clients.'
      }
    case 'wrong-client-secret':
      return {
        cause: `Die Client-ID ist die des Clients „${refusal.tokenName}“, das Geheimnis nicht.`,
        fix: 'Das Geheimnis noch einmal ganz einfügen. Ist es nicht mehr da, den Client erneuern: Seine Client-ID bleibt.'
      }
  }
}
