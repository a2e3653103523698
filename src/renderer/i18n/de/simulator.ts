import type { Words } from '..'
import { counted } from '../counted'
import { formatNumber } from '../format'
import { faults } from './simulator-faults'

const seconds = (ms: number): string => `${formatNumber(Math.round(ms / 100) / 10)}\u00a0s`
const minutes = (ms: number): string => `${formatNumber(Math.max(1, Math.round(ms / 60_000)))}\u00a0min`

/** Später als das ist nicht bloß spät. */
const LATE_MS = 10 * 60_000
const ago = (ms: number): string =>
  ms < 2 * 3_600_000 ? minutes(ms) : `${formatNumber(Math.round(ms / 3_600_000))}\u00a0h`

export const simulator: Words['simulator'] = {
  title: 'Simulator',
  here: 'diese Konsole',
  tabs: {
    label: 'Simulator',
    scenarios: 'Szenarien',
    decks: 'Decks',
    faults: 'Störungen',
    request: 'Einzelanfrage',
    check: 'Konformitätsprüfung',
    entries: 'Bereitstellungsprotokoll'
  },
  run: {
    region: 'Lauf',
    states: {
      running: 'Läuft',
      stopping: 'Hält an',
      complete: 'Fertig',
      stopped: 'Angehalten',
      quarantined: 'In Quarantäne',
      failed: 'Fehlgeschlagen'
    },
    against: target => `gegen ${target}`,
    step: (step, steps) => `Schritt ${formatNumber(step)} von ${formatNumber(steps)}`,
    phase: (phase, done, total) =>
      total > 1 ? `${phase} ${formatNumber(done)} von ${formatNumber(total)}` : phase,
    requests: count => counted(count, 'Anfrage', 'Anfragen'),
    rate: perSecond => `${formatNumber(Math.round(perSecond))} pro Sekunde`,
    failures: count => (count === 0 ? 'keine fehlgeschlagen' : `${formatNumber(count)} fehlgeschlagen`),
    latency: (p50, p95, p99) =>
      `p50 ${formatNumber(Math.round(p50))}\u00a0ms, p95 ${formatNumber(Math.round(p95))}\u00a0ms, p99 ${formatNumber(Math.round(p99))}\u00a0ms`,
    progress: 'Fortschritt',
    stop: 'Anhalten',
    failedToStart: 'Der Lauf ist nicht gestartet'
  },
  scenarios: {
    list: 'Szenarien',
    run: 'Starten',
    runNamed: title => `${title} starten`,
    size: (users, groups) =>
      `${counted(users, 'Person', 'Personen')}, ${counted(groups, 'Gruppe', 'Gruppen')}`,
    failed: 'Die Szenarien konnten nicht geladen werden'
  },
  options: {
    title: 'Wie es läuft',
    client: 'Client',
    clients: { entra: 'Entra', 'entra-flag': 'Entra mit SCIM-Flag', okta: 'Okta' },
    users: 'Personen',
    groups: 'Gruppen',
    asScenario: 'wie im Szenario',
    seed: 'Startwert',
    seedHint: 'Derselbe Startwert erfindet dieselben Personen.',
    pace: 'Tempo',
    paces: {
      '0': 'So schnell wie möglich',
      '200': '5 Anfragen pro Sekunde',
      '1000': '1 Anfrage pro Sekunde',
      '3000': '1 Anfrage alle 3\u00a0s'
    },
    target: 'Ziel',
    targets: { here: 'Diese Konsole', other: 'Ein anderer SCIM-Server' },
    url: 'SCIM-Basis-URL',
    urlBad: 'Eine http- oder https-URL eingeben, zum Beispiel https://scim.contoso.example/scim/v2',
    secret: 'Geheimes Token',
    secretHint: 'Bleibt nur im Arbeitsspeicher.'
  },
  entries: {
    table: 'Bereitstellungsprotokoll',
    columns: {
      action: 'Aktion',
      status: 'Status',
      object: 'Objekt',
      detail: 'Geänderte Eigenschaften oder Grund'
    },
    actions: {
      Create: 'Erstellen',
      Update: 'Aktualisieren',
      Disable: 'Deaktivieren',
      Delete: 'Löschen',
      Other: 'Andere'
    },
    statuses: { Success: 'Erfolg', Failure: 'Fehler', Skipped: 'Übersprungen' },
    types: { User: 'Benutzer', Group: 'Gruppe' },
    more: (shown, total) => `Die letzten ${formatNumber(shown)} von ${formatNumber(total)} Einträgen.`,
    failed: 'Das Bereitstellungsprotokoll konnte nicht geladen werden',
    empty: {
      title: 'Noch wurde nichts bereitgestellt',
      text: 'Ein Szenario starten oder ein Deck abspielen. Jedes Objekt erscheint hier wie im Bereitstellungsprotokoll von Entra: was getan wurde, ob es gelang und warum nicht.'
    }
  },
  decks: {
    list: 'Decks',
    record: 'Deck aufnehmen',
    import: 'Importieren',
    importFile: 'Deckdatei',
    speeds: { '1': '1×', '10': '10×', '0': 'So schnell wie möglich' },
    speed: 'Tempo',
    play: 'Abspielen',
    playNamed: name => `${name} abspielen`,
    more: name => `Mehr zu ${name}`,
    edit: 'Name und Reihenfolge',
    export: 'Exportieren',
    remove: 'Löschen',
    shipped: 'wird mitgeliefert',
    anonymised: 'anonymisiert',
    size: (steps, lengthMs) =>
      `${counted(steps, 'Anfrage', 'Anfragen')}, ${lengthMs < 60_000 ? seconds(lengthMs) : minutes(lengthMs)}`,
    failed: 'Die Decks konnten nicht geladen werden',
    problem: 'Das hat nicht geklappt',
    notImported: 'Nicht importiert',
    imported: (name, steps) => `„${name}“ wurde importiert: ${counted(steps, 'Anfrage', 'Anfragen')}`,
    show: 'Decks anzeigen',
    recorded: (name, steps) => `„${name}“ enthält ${counted(steps, 'Anfrage', 'Anfragen')}`,
    leftOut: (others, unreadable, unresolved) =>
      [
        others > 0 && `${formatNumber(others)} ausgelassen: kein SCIM, abgewiesen oder ohne Antwort.`,
        unreadable > 0 && `${formatNumber(unreadable)} ausgelassen: der Inhalt ist nicht lesbar.`,
        unresolved > 0 &&
          `${counted(unresolved, 'nennt', 'nennen')} jemanden, den nichts im Deck anlegt; anderswo abgespielt schlagen sie fehl.`
      ]
        .filter(Boolean)
        .join(' '),
    dialog: {
      title: 'Deck aufnehmen',
      text: 'Ein Deck ist ein Stück des Protokolls, das sich wieder abspielen lässt, hier oder in einem anderen Usher.',
      name: 'Name',
      nameMissing: 'Das Deck braucht einen Namen.',
      filter: 'Anfragen',
      filterHint: 'Wie im Filter des Live-Protokolls; leer nimmt alle.',
      matched: count => `${counted(count, 'Anfrage passt', 'Anfragen passen')}.`,
      anonymiseHint: 'Dem Deck ist nicht anzusehen, von wem es handelte; die Geschichte bleibt.',
      anonymise: 'Personen, Gruppen, Adressen und ids durch erfundene ersetzen',
      save: 'Deck speichern'
    },
    order: {
      title: name => `„${name}“`,
      name: 'Name',
      steps: 'Anfragen der Reihe nach',
      up: title => `Nach oben: ${title}`,
      down: title => `Nach unten: ${title}`,
      drop: title => `Auslassen: ${title}`,
      save: 'Speichern'
    }
  },
  faults,
  request: {
    text: 'Eine Anfrage, gesendet wie vom gewählten Client, mit einem eigenen Token.',
    method: 'Methode',
    path: 'Pfad',
    body: 'Inhalt',
    send: 'Senden',
    answer: 'Antwort',
    unanswered: why => `Keine Antwort: ${why}`,
    took: ms => `${formatNumber(Math.round(ms))}\u00a0ms`,
    failed: 'Die Anfrage wurde nicht gesendet'
  },
  check: {
    text: 'Etwa 180 Behauptungen aus RFC 7643, RFC 7644 und aus dem, worauf Entra und Okta bauen, werden ausprobiert. Benutzer und Gruppen namens „check-…“ werden dafür angelegt und wieder gelöscht.',
    start: 'Prüfen',
    report: 'Bericht',
    download: 'Als HTML speichern',
    downloadJson: 'Als JSON speichern',
    counts: (holds, fails, notClaimed) =>
      `${formatNumber(holds)} erfüllt, ${formatNumber(fails)} verletzt, ${formatNumber(notClaimed)} vom Server nicht behauptet`,
    verdicts: { holds: 'Erfüllt', fails: 'Verletzt', 'not claimed': 'Nicht behauptet' },
    instead: seen => `Stattdessen: ${seen}`,
    none: {
      title: 'Noch nicht geprüft',
      text: 'Der Bericht sagt, was gesendet wurde, was zurückkam und an welcher Regel es gemessen wird.'
    },
    failed: 'Der Bericht konnte nicht geladen werden',
    sent: (method, path, status) => `${method} ${path} → ${status ?? 'keine Antwort'}`
  },
  forecast: {
    title: 'Quarantäneprognose',
    none: 'Noch keine Anfrage eines Bereitstellungsdienstes.',
    levels: { none: 'Nichts zu beurteilen', safe: 'Sicher', near: 'Nahe', over: 'Quarantäne wahrscheinlich' },
    share: (failed, total, share) =>
      `${formatNumber(failed)} von ${formatNumber(total)} Anfragen des letzten Tages schlugen fehl (${formatNumber(share)}\u00a0%).`,
    reasons: {
      few: 'Zu wenige Anfragen, als dass ein Anteil etwas sagte.',
      safe: 'Entra verhängt Quarantäne ab 5.000 Fehlern, wenn mehr als 40\u00a0% fehlschlagen, oder über 40.000.',
      credentials:
        'Die letzte Anfrage wurde wegen ihres Tokens abgewiesen. Falsche Anmeldedaten führen sofort in die Quarantäne.',
      near: 'Mehr als 40\u00a0% schlagen fehl. Entra verhängt Quarantäne, sobald es 5.000 Fehler sind.',
      share: 'Mehr als 40\u00a0% von mehr als 5.000 schlugen fehl.',
      count: 'Mehr als 40.000 Anfragen schlugen fehl.'
    },
    next: (inMs, isObserved) =>
      `Der nächste Zyklus ${inMs < -LATE_MS ? `war vor ${ago(-inMs)} fällig` : inMs <= 0 ? 'ist fällig' : `ist in etwa ${minutes(inMs)} zu erwarten`}, ${isObserved ? 'nach dem hier gesehenen Takt' : 'nach dem von Microsoft dokumentierten Takt'}.`
  },
  reset: {
    button: 'Verzeichnis zurücksetzen',
    title: 'Das Verzeichnis zurücksetzen?',
    text: (users, groups) =>
      `${counted(users, 'Benutzer', 'Benutzer')} und ${counted(groups, 'Gruppe', 'Gruppen')} werden gelöscht. Was da war, bleibt im Verlauf.`,
    backup: 'Vorher sichern',
    yes: 'Zurücksetzen',
    done: 'Das Verzeichnis ist leer',
    saved: file => `Sicherung: ${file}`,
    running: 'Ein Lauf ist im Gange. Zuerst anhalten.',
    empty: 'Das Verzeichnis ist schon leer.'
  }
}
