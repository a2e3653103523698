import { FOLDERS } from './said-folders'

/**
 * What the engine says in English – why something was refused, what a run is at – by its English words. What is not in this
 * phrase book is shown as it came: details of SCIM and of the operating system stay as they are.
 */
const PHRASES: Record<string, string> = {
  // Why something was refused.
  'This workspace is not on the list any more.': 'Dieser Arbeitsbereich steht nicht mehr auf der Liste.',
  'This kind of installation has no updates.': 'Diese Art der Installation kennt keine Aktualisierung.',
  'There is no such token.': 'Dieses Token gibt es nicht.',
  'This token comes from USHER_TOKEN. It ends when Usher is started without it.':
    'Dieses Token stammt aus USHER_TOKEN. Es endet, wenn Usher ohne diese Variable gestartet wird.',
  'A token that has expired already is of no use. Choose a later day.':
    'Ein schon abgelaufenes Token nützt nichts. Bitte einen späteren Tag wählen.',
  'This request is not in the log any more.': 'Diese Anfrage ist nicht mehr im Protokoll.',
  'It is too late: the requests are gone.': 'Dafür ist es zu spät: Die Anfragen sind weg.',
  'The server is stopped. Start it to send requests again.':
    'Der Server ist angehalten. Zum Wiederholen von Anfragen erst starten.',
  'The request did not arrive at the server.': 'Die Anfrage ist nicht beim Server angekommen.',
  'There is no user with this id, and there never was.':
    'Einen Benutzer mit dieser id gibt es nicht und gab es nie.',
  'There is no group with this id, and there never was.':
    'Eine Gruppe mit dieser id gibt es nicht und gab es nie.',
  'The group or the member is not here any more.': 'Die Gruppe oder das Mitglied ist nicht mehr hier.',
  'This fault is not armed any more.': 'Diese Störung ist nicht mehr eingeschaltet.',
  'it is no JSON': 'sie ist kein JSON',
  'it has no name': 'sie hat keinen Namen',
  'it holds no requests, or too many': 'sie enthält keine Anfragen oder zu viele',
  'it does not say that it is one (format usher-deck/1)':
    'sie gibt sich nicht als Deck aus (Format usher-deck/1)',
  'There is no such deck any more.': 'Dieses Deck gibt es nicht mehr.',
  'This deck came with Usher and stays as it is. Export and import it to have a copy.':
    'Dieses Deck wurde mit Usher geliefert und bleibt, wie es ist. Exportieren und importieren ergibt eine Kopie.',
  'None of these requests can be played: nobody answered them as SCIM.':
    'Keine dieser Anfragen lässt sich abspielen: Keine wurde als SCIM beantwortet.',
  'The order names a request twice, or one that is not in the deck.':
    'Die Reihenfolge nennt eine Anfrage doppelt oder eine, die nicht im Deck ist.',
  'The server is stopped, so this console cannot be the target. Start it first.':
    'Der Server ist angehalten, daher kann diese Konsole nicht das Ziel sein. Erst starten.',
  'A run is under way. Stop it, or wait until it has ended.':
    'Ein Lauf ist im Gange. Anhalten oder warten, bis er fertig ist.',
  'A run is under way. Stop it first, or its next request meets a directory that is gone.':
    'Ein Lauf ist im Gange. Erst anhalten, sonst trifft seine nächste Anfrage ein Verzeichnis, das es nicht mehr gibt.',
  'A run of the simulator is under way. Stop it first, or it goes on against another directory.':
    'Ein Lauf des Simulators ist im Gange. Erst anhalten, sonst läuft er gegen ein anderes Verzeichnis weiter.',
  'There is nothing of this name to run.': 'Unter diesem Namen gibt es nichts zu starten.',
  'The simulator is at work. Stop it, or wait until it has ended.':
    'Der Simulator arbeitet gerade. Anhalten oder warten, bis er fertig ist.',
  'The server is stopped. Start it first.': 'Der Server ist angehalten. Erst starten.',
  'The demo is still playing. Wait until it has ended.':
    'Die Demo läuft noch. Bitte warten, bis sie fertig ist.',
  'The server is stopped, so a tunnel would lead nowhere. Start it first.':
    'Der Server ist angehalten, ein Tunnel führte also nirgendwohin. Erst starten.',
  'Not available here, because this console is a page in a browser. The window of Usher has it.':
    'Hier nicht verfügbar, denn diese Konsole ist eine Seite in einem Browser. Das Fenster von Usher hat es.',
  'Not available here, because this engine was not started by Usher’s own program. Stop it and start it with --restore NAME.':
    'Hier nicht verfügbar, denn diese Engine wurde nicht von Ushers eigenem Programm gestartet. Beenden und mit --restore NAME starten.',
  'The key does not open with this password.': 'Der Schlüssel lässt sich mit diesem Kennwort nicht öffnen.',
  'USHER_TLS_PASSWORD counts. Start Usher without it first.':
    'USHER_TLS_PASSWORD geht vor. Erst Usher ohne diese Variable starten.',
  'There is no such call.': 'Diesen Aufruf gibt es nicht.',
  'The engine is being opened again.': 'Die Engine wird gerade neu geöffnet.',
  'Failed to fetch': 'Der Server ist nicht erreichbar',

  // What exports leave out.
  'Authorization headers (never stored)': 'Authorization-Header (nie gespeichert)',
  'Cookie, Proxy-Authorization and X-Api-Key headers (never stored)':
    'Die Header Cookie, Proxy-Authorization und X-Api-Key (nie gespeichert)',
  'password values (never stored)': 'Werte von password (nie gespeichert)',

  // What a run is at, and why it ended.
  Users: 'Benutzer',
  Groups: 'Gruppen',
  Managers: 'Vorgesetzte',
  'Deleted users': 'Gelöschte Benutzer',
  'Deleted groups': 'Gelöschte Gruppen',
  'Conformance check': 'Konformitätsprüfung',
  'Stopped before the next request.': 'Vor der nächsten Anfrage angehalten.',
  'Stopped before the next check.': 'Vor der nächsten Prüfung angehalten.',
  'The job was in quarantine for four weeks and is disabled.':
    'Der Auftrag war vier Wochen in Quarantäne und ist abgeschaltet.',
  'Not in scope and not known to the target.': 'Nicht im Bereich und dem Ziel nicht bekannt.',
  'the created resource has no id': 'die angelegte Ressource hat keine id',
  'nobody moves': 'niemand wechselt die Gruppe',
  'nobody changes': 'niemand ändert sich',
  'no group is renamed': 'keine Gruppe wird umbenannt',
  'no group is nested': 'keine Gruppe wird verschachtelt',
  'no group is deleted': 'keine Gruppe wird gelöscht',

  // Scenarios.
  'Test connection': 'Verbindung testen',
  'A look-up of a random user and of a random group, as the button in Entra does.':
    'Eine Suche nach einem zufälligen Benutzer und einer zufälligen Gruppe, wie die Schaltfläche in Entra.',
  'First sync': 'Erste Synchronisierung',
  'Match and create every user, managers, groups, then memberships in batches.':
    'Jeden Benutzer abgleichen und anlegen, Vorgesetzte, Gruppen, dann Mitgliedschaften in Stapeln.',
  'Everyday cycles': 'Alltägliche Zyklen',
  'A first sync, then cycles with joiners, leavers, moves, renames and membership changes.':
    'Eine erste Synchronisierung, dann Zyklen mit Eintritten, Austritten, Wechseln, Umbenennungen und geänderten Mitgliedschaften.',
  Joiner: 'Eintritt',
  'Match and create one new person, set the manager, add the person to the group of everybody.':
    'Eine neue Person abgleichen und anlegen, den Vorgesetzten setzen, in die Gruppe aller aufnehmen.',
  'Leaver and re-hire': 'Austritt und Rückkehr',
  'Read one person and set active to false; then, assigned again, to true.':
    'Eine Person lesen und active auf false setzen; dann, erneut zugewiesen, auf true.',
  Rename: 'Umbenennung',
  'One PATCH with userName, e-mail and externalId; the id stays.':
    'Ein PATCH mit userName, E-Mail und externalId; die id bleibt.',
  'Group move': 'Gruppenwechsel',
  'Members leave one group and join another; a group gets a new name.':
    'Mitglieder verlassen eine Gruppe und kommen in eine andere; eine Gruppe bekommt einen neuen Namen.',
  'Nested group': 'Verschachtelte Gruppe',
  'A first sync; then one group becomes a member of another, by its id.':
    'Eine erste Synchronisierung; dann wird eine Gruppe über ihre id Mitglied einer anderen.',
  'Bad token': 'Falsches Token',
  'The connection test with a secret that nobody knows; Entra quarantines the job at once.':
    'Der Verbindungstest mit einem Geheimnis, das niemand kennt; Entra stellt den Auftrag sofort unter Quarantäne.',
  'Duplicate user': 'Doppelter Benutzer',
  'Matching on externalId finds nobody, the create meets a userName that is taken: 409, until somebody fixes the matching.':
    'Der Abgleich über externalId findet niemanden, das Anlegen trifft auf einen vergebenen userName: 409, bis jemand den Abgleich berichtigt.',
  'Provision on demand': 'Bei Bedarf bereitstellen',
  'Probe, match and create one person, then one group with at most five picked members.':
    'Verbindung prüfen, eine Person abgleichen und anlegen, dann eine Gruppe mit höchstens fünf gewählten Mitgliedern.',

  // Decks that come with Usher.
  'Entra: the first sync': 'Entra: die erste Synchronisierung',
  'Entra matches and creates twelve people and four groups, sets managers and fills the groups.':
    'Entra gleicht zwölf Personen und vier Gruppen ab und legt sie an, setzt Vorgesetzte und füllt die Gruppen.',
  'Entra: a working day': 'Entra: ein Arbeitstag',
  'After the first sync people marry, move, leave and return, in both of Entra’s dialects; one is deleted for good.':
    'Nach der ersten Synchronisierung heiraten, wechseln, gehen und kommen Leute wieder, in beiden Dialekten von Entra; eine Person wird endgültig gelöscht.',
  'Okta: from hire to leave': 'Okta: vom Eintritt bis zum Austritt',
  'Okta creates people, replaces them as a whole, disables and enables them, and pushes a group.':
    'Okta legt Personen an, ersetzt sie als Ganzes, deaktiviert und aktiviert sie und überträgt eine Gruppe.'
}

type Told = (...found: string[]) => string
const PATTERNS: [RegExp, Told][] = [
  ...FOLDERS,
  [/^"(.+)" was revoked before\.$/, name => `„${name}“ wurde schon widerrufen.`],
  [
    /^There is a token named "(.+)"\. Choose another name\.$/,
    name => `Ein Token namens „${name}“ gibt es schon. Bitte einen anderen Namen wählen.`
  ],
  [
    /^Port (\d+) is in use by another program\.$/,
    port => `Port ${port} ist von einem anderen Programm belegt.`
  ],
  [
    /^This user may not open port (\d+)\. Ports below 1024 often need an administrator\.$/,
    port =>
      `Dieser Benutzer darf Port ${port} nicht öffnen. Ports unter 1024 brauchen oft einen Administrator.`
  ],
  [/^(.+) is not an address of this computer\.$/, host => `${host} ist keine Adresse dieses Computers.`],
  [/^There is no host named (.+)\.$/, host => `Es gibt keinen Host namens ${host}.`],
  [
    /^(\S+) is not installed on this computer\.$/,
    program => `${program} ist auf diesem Computer nicht installiert.`
  ],
  [
    /^A deck has at most (\d+) requests\. Filter for fewer\.$/,
    most => `Ein Deck hat höchstens ${most} Anfragen. Bitte auf weniger filtern.`
  ],
  [/^This file is no deck: (.+)\.$/, why => `Diese Datei ist kein Deck: ${said(why)}.`],
  [
    /^in its request (\d+), (.+) is not as it should be$/,
    (place, what) => `in seiner Anfrage ${place} ist ${what} nicht, wie es sein soll`
  ],
  [/^(.+) refuses the token \((\d+)\)\.$/, (url, status) => `${url} weist das Token ab (${status}).`],
  [/^There is no backup (.+) any more\.$/, name => `Die Sicherung ${name} gibt es nicht mehr.`],
  [/^The backup is damaged: (.+)\.$/, finding => `Die Sicherung ist beschädigt: ${finding}.`],
  [
    /^The file could not be written \((.+)\)\. Choose another place\.$/,
    code => `Die Datei konnte nicht geschrieben werden (${code}). Bitte einen anderen Ort wählen.`
  ],
  [/^The body is no JSON: (.+)$/, why => `Der Inhalt ist kein JSON: ${why}`],

  // The filter.
  [
    /^There is no "(.+)"; did you mean "(.+)"\?$/,
    (name, near) => `„${name}“ gibt es nicht; gemeint ist „${near}“?`
  ],
  [/^"(.+)" needs a value after (.+)$/, (key, sign) => `„${key}“ braucht einen Wert nach ${sign}`],
  [
    /^"(.+)" cannot be compared with (.+); write (.+)$/,
    (key, sign, better) => `„${key}“ lässt sich nicht mit ${sign} vergleichen; besser: ${better}`
  ],
  [
    /^"(.+)" is no duration; write (.+), (.+) or (.+)$/,
    (value, a, b, c) => `„${value}“ ist keine Dauer; zum Beispiel ${a}, ${b} oder ${c}`
  ],
  [/^"(.+)" is no number$/, value => `„${value}“ ist keine Zahl`],
  [
    /^"is:(.+)" is not known; there is (.+)$/,
    (value, known) => `„is:${value}“ ist unbekannt; es gibt ${known}`
  ],
  [
    /^"(.+)" is no time; write (.+) or (.+) ago$/,
    (value, written, spans) =>
      `„${value}“ ist keine Zeit; zum Beispiel ${written} oder ${spans} (so lange her)`
  ],

  // What happens in an invented directory.
  [/^(.+) joins$/, name => `${name} tritt ein`],
  [/^(.+) is unassigned$/, name => `${name} verliert die Zuweisung`],
  [/^(.+) is assigned again$/, name => `${name} ist wieder zugewiesen`],
  [/^(.+) is unblocked$/, name => `${name} ist entsperrt`],
  [/^(.+) is blocked$/, name => `${name} ist gesperrt`],
  [/^(.+) is now (.+)$/, (before, after) => `${before} heißt jetzt ${after}`],
  [/^(.+) moves to (.+)$/, (name, department) => `${name} wechselt zu ${department}`],
  [/^(.+) reports to (.+)$/, (name, manager) => `${name} untersteht ${manager}`],
  [/^(.+) is purged$/, name => `${name} ist endgültig gelöscht`],
  [/^(.+) is deleted$/, name => `${name} ist gelöscht`],
  [/^the members of (.+) change$/, group => `die Mitglieder von ${group} ändern sich`],
  [/^(.+) becomes a member of (.+)$/, (inner, outer) => `${inner} wird Mitglied von ${outer}`],
  [/^a second account has the userName (.+)$/, name => `ein zweites Konto hat den userName ${name}`],

  // Why a run ended, or an object failed.
  [/^(\d+) users have the (\S+) (.+)\.$/, (count, key, value) => `${count} Benutzer haben ${key} ${value}.`],
  [/^expected a ListResponse, got (.*)$/s, seen => `erwartet war eine ListResponse, gekommen ist ${seen}`],
  [/^expected a resource, got (.*)$/s, seen => `erwartet war eine Ressource, gekommen ist ${seen}`],
  [
    /^EncounteredEscrowProportionThreshold: (\d+) of (\d+) operations failed, more than 40 %\.$/,
    (failed, of) =>
      `EncounteredEscrowProportionThreshold: ${failed} von ${of} Operationen sind fehlgeschlagen, mehr als 40\u00a0%.`
  ],
  [
    /^(\d+) operations failed, more than 40,000\.$/,
    failed => `${failed} Operationen sind fehlgeschlagen, mehr als 40.000.`
  ],
  [
    /^(\d+) operations failed, references included: the limit is 60,000\.$/,
    failed => `${failed} Operationen sind fehlgeschlagen, Verweise mitgezählt: Die Grenze ist 60.000.`
  ],
  [
    /^TooManyDeletes: (\d+) users would be disabled or deleted\.$/,
    count => `TooManyDeletes: ${count} Benutzer würden deaktiviert oder gelöscht.`
  ]
]

export function said(english: string): string {
  const phrase = PHRASES[english]
  if (phrase !== undefined) return phrase
  for (const [pattern, tell] of PATTERNS) {
    const found = pattern.exec(english)
    if (found) return tell(...found.slice(1))
  }
  return english
}
