import type { Words } from '..'
import { counted } from '../counted'

/** Einstellungen finden, zurücksetzen, mitnehmen. */
export const settingsTools: Words['settingsTools'] = {
  names: {
    'server.port': 'Port',
    'server.host': 'Lauscht auf',
    'server.publicUrl': 'Öffentliche Adresse',
    'server.trustForwarded': 'Weitergereichten Headern glauben',
    'server.compatibility': 'Kompatibilität',
    'server.allowFrom': 'Erlaubte Quellen',
    'tls.isOn': 'TLS auf diesem Server',
    'log.maxCount': 'Anfragen, höchstens',
    'log.maxDays': 'Tage, höchstens',
    'log.maxMegabytes': 'Megabyte, höchstens',
    'backups.every': 'Automatische Sicherung',
    'backups.kept': 'Automatische Sicherungen, höchstens',
    'updates.feed': 'Quelle der Aktualisierungen',
    'appearance.theme': 'Design',
    'appearance.language': 'Sprache',
    'appearance.singleKeys': 'Kürzel mit einer Taste',
    'desktop.whenClosed': 'Beim Schließen des Fensters',
    'notifications.failing': 'Benachrichtigung: Bereitstellung schlägt fehl',
    'notifications.changes': 'Benachrichtigung: Verzeichnis hat sich geändert',
    'notifications.tunnel': 'Benachrichtigung: öffentliche Adresse führt nicht mehr hierher'
  },
  sections: 'Abschnitte',
  search: {
    label: 'Einstellung finden',
    none: query => `Keine Einstellung hat „${query}“ im Namen oder in der Beschreibung.`
  },
  reset: {
    button: 'Zurücksetzen',
    named: section => `„${section}“ auf die Vorgaben zurücksetzen`,
    title: section => `„${section}“ auf die Vorgaben zurücksetzen?`,
    yes: 'Zurücksetzen',
    becomes: (name, now, then) => `${name}: aus ${now} wird ${then}`,
    nothing: 'nichts',
    on: 'ein',
    off: 'aus'
  },
  file: {
    title: 'Einstellungen als Datei',
    hint: 'Für einen anderen Arbeitsbereich oder Computer. Token, Zertifikate und Kennwörter sind keine Einstellungen und nicht darin.',
    export: 'Einstellungen exportieren',
    import: 'Einstellungen importieren',
    choose: 'Datei mit Einstellungen wählen',
    unreadable: 'Diese Datei enthält keine Einstellungen von Usher',
    unreadableWhy:
      'Eine solche Datei ist JSON, das „Einstellungen exportieren“ geschrieben hat. Nichts wurde geändert.',
    asks: file => `Einstellungen aus ${file} importieren?`,
    changes: count => `${counted(count, 'Einstellung würde', 'Einstellungen würden')} sich ändern`,
    same: 'Alles in der Datei ist hier schon so.',
    refusals: count => `${counted(count, 'Eintrag wird', 'Einträge werden')} nicht übernommen`,
    refused: {
      unknown: name => `„${name}“ ist keine Einstellung, die dieser Usher kennt.`,
      staying: name => `„${name}“ gehört zu dem Verzeichnis, aus dem es kommt.`,
      askedAbout: name => `${name}: Alle Netze lassen sich nur hier wählen, wo nach der Folge gefragt wird.`,
      unfit: (name, value) => `${name}: ${value} ist nicht möglich.`
    },
    yes: 'Importieren',
    done: count => `${counted(count, 'Einstellung', 'Einstellungen')} übernommen.`
  }
}
