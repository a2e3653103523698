import type { ToleranceName } from '../tolerances'

export const tolerances: Record<ToleranceName, { sentence: string; evidence: string }> = {
  'op-in-capitals': {
    sentence:
      'Der Name der Operation war anders groß- oder kleingeschrieben als in RFC 7644; die Schreibung wurde übersehen.',
    evidence: 'Entra ohne aadOptscim062020 schreibt Add, Replace und Remove.'
  },
  'name-in-another-case': {
    sentence:
      'Der Name eines Attributs war anders groß- oder kleingeschrieben; gelesen, wie das Schema ihn schreibt.',
    evidence: 'RFC 7643 §2.1.'
  },
  'boolean-as-text': {
    sentence:
      'Entra sandte einen Wahrheitswert als Text; gelesen als true oder false, weil das Schema es so sagt.',
    evidence: 'Entra ohne aadOptscim062020 schreibt "True" und "False".'
  },
  'quoted-boolean-in-filter': {
    sentence:
      'Ein Filter verglich einen Wahrheitswert mit Text in Anführungszeichen; gelesen als true oder false.',
    evidence: 'Entras Rollenzuordnung roles[primary eq "True"].value.'
  },
  'quoted-number-in-filter': {
    sentence: 'Ein Filter verglich eine Zahl mit Text in Anführungszeichen; gelesen als Zahl.',
    evidence: 'Entra setzt alles, womit es vergleicht, in Anführungszeichen.'
  },
  'unquoted-filter-value': {
    sentence: 'Der Wert eines Filters kam ohne Anführungszeichen; gelesen als Text.',
    evidence: 'Dokumentation von Microsoft: externalId eq jyoung.'
  },
  'sub-attribute-of-value-path': {
    sentence:
      'In einem Filter folgte ein Unterattribut auf den Wertepfad; ein Element musste beides erfüllen.',
    evidence: 'Entra gleicht Benutzer über emails[type eq "work"].value ab.'
  },
  'element-created-from-filter': {
    sentence: 'Der Filter des Pfads traf nichts; der Wert, den er beschreibt, wurde angelegt.',
    evidence: 'Entra sendet emails[type eq "work"].value für Benutzer ohne geschäftliche E-Mail.'
  },
  'dotted-key': {
    sentence: 'Ein Schlüssel mit Punkt oder Filter, in einer Operation ohne Pfad, wurde als Pfad gelesen.',
    evidence: 'Entra mit aadOptscim062020 schreibt "name.givenName".'
  },
  'urn-prefixed-key': {
    sentence:
      'Ein Schlüssel, der mit der URN einer Erweiterung beginnt, wurde als Pfad in diese Erweiterung gelesen.',
    evidence: 'Entra mit aadOptscim062020 schreibt "urn:…:User:employeeNumber".'
  },
  'dot-after-urn': {
    sentence:
      'URN der Erweiterung und Attribut waren durch einen Punkt verbunden; gelesen wie ein Doppelpunkt.',
    evidence: 'Entras ausgemusterter Dialekt, Auftrags-ids customappsso.'
  },
  'bare-value': {
    sentence: 'Ein bloßer Text wurde als Objekt mit diesem Wert gelesen.',
    evidence: 'Entra sendet manager als bloße id, in beiden Dialekten.'
  },
  'array-for-single-value': {
    sentence: 'Eine Liste mit einem Wert wurde als dieser Wert gelesen, weil das Attribut nur einen hat.',
    evidence: 'Beispiel von Microsoft für manager.'
  },
  'wrapped-value': {
    sentence: 'Ein einzelner Wert kam in ein Objekt verpackt; gelesen wurde der Wert darin.',
    evidence: 'Entras ausgemusterter Dialekt schreibt [{"$ref": null, "value": "x"}] für einzelne Werte.'
  },
  'empty-value-means-none': {
    sentence: 'Ein Objekt mit leerem Wert wurde als kein Wert gelesen.',
    evidence: 'Der SCIM-Validator von Microsoft leert manager mit {"value": ""}.'
  },
  'unprefixed-extension-attribute': {
    sentence: 'Das Attribut einer Erweiterung kam ohne deren URN; die URN wurde ergänzt.',
    evidence: 'Das Beispiel von Microsoft hat den Pfad "manager".'
  },
  'remove-with-value': {
    sentence: 'Ein remove brachte den jetzigen Wert mit; das Attribut, das der Pfad nennt, wurde entfernt.',
    evidence: 'Entras Remove von costCenter.'
  },
  'elements-removed-by-value': {
    sentence: 'Ein remove zählte Werte auf; nur diese wurden entfernt.',
    evidence: 'Dieselbe Gewohnheit wie bei Mitgliedern, an einem anderen mehrwertigen Attribut.'
  },
  'members-removed-by-value': {
    sentence: 'Entra sandte Remove mit einer Liste von Werten; gelesen als Entfernen dieser Mitglieder.',
    evidence: 'Entra ohne aadOptscim062020.'
  },
  'bare-member-id': {
    sentence: 'Ein Mitglied war mit der bloßen id genannt; gelesen als {"value": id}.',
    evidence: 'JSON-Vorlagen von JumpCloud und anderen.'
  },
  'member-ref-null': {
    sentence: 'Ein Mitglied trug $ref null; übergangen, die Adresse schreibt dieser Server selbst.',
    evidence: 'Entra ohne aadOptscim062020.'
  },
  'schemas-not-as-agreed': {
    sentence: 'Die schemas der Nachricht fehlten oder waren andere, als RFC 7644 will; übergangen.',
    evidence: 'Entras alte Gruppen-URI, urn:scim:schemas:core:1.0 von OneLogin und Google.'
  },
  'empty-means-absent': {
    sentence: 'Ein leerer Text wurde als kein Wert gelesen.',
    evidence: 'Okta sendet "" für nicht ausgefüllte Felder.'
  },
  'empty-clears': {
    sentence: 'Ein leerer Text leerte das Attribut.',
    evidence: 'Die Katalogprüfung von Microsoft ersetzt durch "".'
  },
  'read-only-ignored': {
    sentence: 'Gesendet wurde ein Wert, den nur dieser Server schreibt; er blieb, wie er ist.',
    evidence: 'Group Push von Okta wiederholt id in jeder Umbenennung.'
  },
  'unknown-attribute-ignored': {
    sentence: 'Kein Schema hier hat dieses Attribut; es wurde übergangen.',
    evidence: 'Von Hand gemachte Zuordnungen.'
  },
  'unknown-extension-kept': {
    sentence: 'Kein Schema hier hat diese URN; ihre Werte wurden behalten wie gesendet.',
    evidence: 'Benutzerdefinierte Zielattribute von Entra.'
  },
  'extension-not-listed': {
    sentence: 'Werte einer Erweiterung kamen ohne deren URN in schemas; die URN wurde ergänzt.',
    evidence: 'Benutzerdefinierte Zielattribute von Entra.'
  },
  'single-value-for-list': {
    sentence: 'Ein einzelner Wert kam, wo eine Liste hingehört; gelesen als Liste mit einem.',
    evidence: 'JSON-Vorlagen mehrerer Identitätsanbieter.'
  },
  'number-as-text': {
    sentence: 'Eine Zahl kam als Text; gelesen als Zahl, weil das Schema es so sagt.',
    evidence: 'Ausdrücke in Entra ergeben Text.'
  },
  'several-primary': {
    sentence: 'Mehr als ein Wert war als primary markiert; der erste blieb es.',
    evidence: 'Ping Identity kann mehrere Werte markieren.'
  },
  'operations-in-another-form': {
    sentence: 'Die Liste der Operationen war anders geschrieben oder geformt; gelesen als Operations.',
    evidence: 'Clients, die "operations" schreiben, oder ein Objekt statt der Liste.'
  },
  'empty-path': {
    sentence: 'Der Pfad war leer; gelesen als Operation ohne Pfad.',
    evidence: 'Clients, die das Feld immer schreiben.'
  },
  'null-members-ignored': {
    sentence: 'Die Liste der Mitglieder war null; die Mitglieder blieben, wie sie sind.',
    evidence: 'Bibliotheken, die für nicht gesetzte Felder null schreiben.'
  },
  'password-not-kept': {
    sentence: 'Ein Kennwort wurde gesendet; behalten wird nur, wann es gesetzt wurde.',
    evidence: 'Anlegen und Kennwortabgleich von Okta.'
  }
}
