import { de as stories } from '../../../shared/words/de/stories'
import type { Words } from '.'

export const de: Words = {
  stories,
  files: format => `${format.toUpperCase()}-Dateien`,
  cannotStart: 'Usher kann nicht starten',
  menu: {
    file: 'Datei',
    edit: 'Bearbeiten',
    view: 'Ansicht',
    go: 'Gehe zu',
    help: 'Hilfe',
    log: 'Live-Protokoll',
    users: 'Benutzer',
    groups: 'Gruppen',
    tokens: 'Token',
    settings: 'Einstellungen …',
    dataFolder: 'Datenordner öffnen',
    aboutScim: 'Protokoll SCIM 2.0 (RFC 7644)',
    aboutEntra: 'Bereitstellung in Microsoft Entra ID',
    window: 'Fenster',
    roles: {
      about: 'Über Usher',
      services: 'Dienste',
      hide: 'Usher ausblenden',
      hideOthers: 'Andere ausblenden',
      unhide: 'Alle einblenden',
      quit: 'Usher beenden',
      close: 'Fenster schließen',
      undo: 'Rückgängig',
      redo: 'Wiederholen',
      cut: 'Ausschneiden',
      copy: 'Kopieren',
      paste: 'Einfügen',
      delete: 'Löschen',
      selectAll: 'Alles auswählen',
      resetZoom: 'Originalgröße',
      zoomIn: 'Vergrößern',
      zoomOut: 'Verkleinern',
      togglefullscreen: 'Vollbild',
      minimize: 'Minimieren',
      zoom: 'Zoomen',
      front: 'Alle nach vorne bringen'
    }
  },
  tray: {
    open: 'Usher öffnen',
    starting: 'Startet …',
    state: {
      running: address => `Läuft auf ${address}`,
      stopped: () => 'Angehalten',
      'port-taken': address => `${address} ist von einem anderen Programm belegt`
    },
    copyTenantUrl: 'Mandanten-URL kopieren',
    startServer: 'Server starten',
    stopServer: 'Server anhalten'
  },
  closing: {
    question: 'Soll Usher im Infobereich weiterlaufen?',
    detail:
      'Entra und Okta bekommen nur Antwort, solange Usher läuft. Im Infobereich antwortet es ohne Fenster weiter. ' +
      'Diese Frage kommt nur einmal; ändern lässt sich das unter Einstellungen → Desktop.',
    keep: 'Im Infobereich weiterlaufen',
    cancel: 'Abbrechen'
  },
  fromSource:
    'Usher wurde aus seinem Quellordner gestartet; nur ein installiertes Usher kann bei der Anmeldung starten.',
  workspaces: {
    gone: 'Dieser Arbeitsbereich steht nicht mehr auf der Liste.',
    nameTaken: name => `Einen Arbeitsbereich „${name}“ gibt es schon.`,
    known: name =>
      name === ''
        ? 'Das ist Ushers eigener Ordner.'
        : `Dieser Ordner ist schon der Arbeitsbereich „${name}“.`,
    home: 'Dieser Arbeitsbereich liegt in Ushers eigenem Ordner und bleibt auf der Liste.',
    open: 'Dieser Arbeitsbereich ist offen. Erst zu einem anderen wechseln.'
  },
  news: {
    failing: (count, latest) => ({
      title: 'Die Bereitstellung schlägt fehl',
      body:
        count === 1
          ? latest
          : `${count} Anfragen sind fehlgeschlagen oder wurden abgewiesen. Zuletzt: ${latest}`
    }),
    changes: (count, latest) => ({
      title: count === 1 ? 'Das Verzeichnis hat sich geändert' : `${count} Änderungen im Verzeichnis`,
      body: count === 1 ? latest : `Zuletzt: ${latest}`
    }),
    tunnel: (_count, url) => ({
      title: 'Die öffentliche Adresse führt nicht mehr hierher',
      body: `${url} bringt keine Anfragen mehr zu diesem Computer.`
    })
  },
  newsExamples: {
    failing: { count: 3, latest: 'Abgewiesen: unbekanntes Token' },
    changes: { count: 12, latest: 'Alice Ng angelegt' },
    tunnel: { count: 1, latest: 'https://scim.contoso.example' }
  },
  engine: {
    recovered: 'Der Server war unerwartet beendet und läuft wieder.',
    recoveredDetail: detail =>
      'Alles Beantwortete ist erhalten. Anfragen, die in diesem Moment auf Antwort warteten, wurden abgeschnitten; ' +
      `Entra und Okta senden sie von selbst noch einmal.\n\nDie Meldung: ${detail}`,
    down: {
      'data-folder': 'Usher kann seinen Datenordner nicht benutzen.',
      database: 'Usher kann seine Datenbank nicht öffnen.',
      'environment-token': 'Das Geheimnis in USHER_TOKEN ist nicht verwendbar.',
      unexpected: 'Der Server wurde immer wieder unerwartet beendet.'
    },
    downDetail: (detail, dataFolder) =>
      `${detail}\n\nIm Datenordner wurde dabei nichts verändert: ${dataFolder}`,
    restore: 'Sicherung wiederherstellen',
    openHome: 'Ushers eigenen Ordner öffnen',
    restoreDetail: when =>
      `\n\nDie neueste unversehrte Sicherung stammt vom ${when}. Sie kann an die Stelle der beschädigten Datei treten; ` +
      'diese bleibt daneben erhalten. Was seither bereitgestellt wurde, fehlt darin; Entra und Okta bringen es im ' +
      'nächsten vollständigen Zyklus wieder.',
    tryAgain: 'Erneut versuchen',
    quit: 'Usher beenden',
    ok: 'OK'
  },
  page: {
    gone: 'Die Seite des Fensters wurde unerwartet beendet.',
    goneDetail: reason =>
      `Der Server antwortet weiter; nur die Anzeige ging verloren (${reason}). Ein erneutes Öffnen genügt.`,
    reopen: 'Erneut öffnen'
  }
}
