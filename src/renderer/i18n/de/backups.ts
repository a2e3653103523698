import type { Words } from '..'
import { counted } from '../counted'
import { formatNumber } from '../format'

const namesOf = (count: number, names: string[]) =>
  count > names.length
    ? `${names.join(', ')} und ${formatNumber(count - names.length)} weitere`
    : names.join(', ')

export const backups: Words['backups'] = {
  title: 'Sicherungen',
  hint: 'Eine Kopie von Benutzern, Gruppen, ihrem Verlauf, Token und Einstellungen, angelegt bei laufendem Server und Seite für Seite geprüft. Das Live-Protokoll ist nicht darin.',
  folder: folder => `Sie liegen in ${folder}`,
  failed: 'Die Sicherungen ließen sich nicht auflisten',
  create: 'Jetzt sichern',
  created: when => `Die Sicherung vom ${when} ist angelegt und geprüft.`,
  notCreated: 'Die Sicherung wurde nicht angelegt',
  every: 'Automatische Sicherung',
  intervals: { off: 'Aus', daily: 'Täglich', weekly: 'Wöchentlich' },
  kept: 'Automatische Sicherungen, höchstens',
  keptHint: 'Ältere automatische werden entfernt. Alle anderen bleiben, bis jemand sie entfernt.',
  table: 'Sicherungen',
  columns: { made: 'Angelegt', contents: 'Inhalt', size: 'Größe', state: 'Zustand', actions: 'Aktionen' },
  kinds: {
    scheduled: 'Automatisch',
    'by-hand': 'Von Hand',
    'before-restore': 'Vor dem Wiederherstellen',
    'before-reset': 'Vor dem Zurücksetzen',
    'before-schema': 'Vor einer Aktualisierung'
  },
  contents: (users, groups, tokens) =>
    [
      `${formatNumber(users)} Benutzer`,
      counted(groups, 'Gruppe', 'Gruppen'),
      `${formatNumber(tokens)} Token`
    ].join(', '),
  sound: 'Geprüft',
  damaged: 'Beschädigt',
  unchecked: 'Wird geprüft …',
  none: 'Noch gibt es keine Sicherung. Die erste automatische entsteht, sobald jemand bereitgestellt wurde.',
  restore: 'Wiederherstellen',
  restoreNamed: when => `Sicherung vom ${when} wiederherstellen`,
  remove: 'Entfernen',
  removeNamed: when => `Sicherung vom ${when} entfernen`,
  removing: {
    title: when => `Sicherung vom ${when} entfernen?`,
    text: 'Die Datei wird gelöscht. Das Verzeichnis, wie es jetzt ist, bleibt unberührt.',
    yes: 'Entfernen'
  },
  restored: (made, when) =>
    `Die Sicherung vom ${made} wurde ${when} wiederhergestellt. Der Stand davor steht in dieser Liste.`,
  undo: 'Rückgängig',
  preview: {
    title: when => `Sicherung vom ${when} wiederherstellen?`,
    failed: 'Die Sicherung lässt sich nicht wiederherstellen',
    looking: 'Sicherung und Verzeichnis werden verglichen …',
    table: 'Was sich ändern würde',
    what: 'Was',
    now: 'Jetzt',
    then: 'Danach',
    types: type => (type === 'User' ? 'Benutzer' : type === 'Group' ? 'Gruppen' : type),
    tokens: 'Gültige Token',
    nothing: 'Nichts würde sich ändern: Die Sicherung gleicht dem Verzeichnis.',
    back: (type, count, names) =>
      `${amount(type, count)} ${count === 1 ? 'käme' : 'kämen'} zurück: ${namesOf(count, names)}`,
    gone: (type, count, names) =>
      `${amount(type, count)} ${count === 1 ? 'wäre' : 'wären'} nicht mehr da: ${namesOf(count, names)}`,
    changed: (type, count, names) =>
      `${amount(type, count)} ${count === 1 ? 'wäre' : 'wären'} wieder wie damals: ${namesOf(count, names)}`,
    worksAgain: names => `${counted(names.length, 'Token gilt', 'Token gelten')} wieder: ${names.join(', ')}`,
    endsNow: names =>
      `${counted(names.length, 'Token gilt', 'Token gelten')} nicht mehr: ${names.join(', ')}`,
    port: (now, then) => `Der Port wäre ${then} statt ${now}: Ein Tunnel muss dorthin führen.`,
    settings: count => `${counted(count, 'Einstellung wäre', 'Einstellungen wären')} wieder wie damals.`,
    after:
      'Der jetzige Stand wird zuerst selbst zur Sicherung, daher lässt sich dies rückgängig machen. Laufende Anfragen werden beantwortet; danach für einen Augenblick keine. Das Live-Protokoll bleibt.',
    entra:
      'Entra und Okta bemerken es nicht. Ihr nächster vollständiger Zyklus bringt das Verzeichnis wieder auf ihren Stand.',
    yes: 'Wiederherstellen'
  }
}

function amount(type: string, count: number): string {
  if (type === 'User') return `${formatNumber(count)} Benutzer`
  return type === 'Group'
    ? counted(count, 'Gruppe', 'Gruppen')
    : counted(count, `${type}-Ressource`, `${type}-Ressourcen`)
}
