import type { Words } from '..'

export const workspaces: Words['workspaces'] = {
  title: 'Arbeitsbereiche',
  hint: 'Einer je Kunde: ein Datenordner mit eigenen Benutzern, Token, Protokoll, Einstellungen und eigenem Port. Einer ist offen; sein Name und seine Farbe stehen in der Kopfzeile.',
  home: 'Start',
  current: 'Offen',
  is: 'Arbeitsbereich:',
  switcher: name => `Arbeitsbereich: ${name}`,
  manage: 'Arbeitsbereiche verwalten',
  create: 'Neuer Arbeitsbereich',
  adopt: 'Vorhandenen Ordner hinzufügen',
  table: 'Arbeitsbereiche',
  columns: { name: 'Name', folder: 'Datenordner', actions: 'Aktionen' },
  open: 'Öffnen',
  openNamed: name => `${name} öffnen`,
  edit: 'Bearbeiten',
  editNamed: name => `${name} bearbeiten`,
  remove: 'Von der Liste nehmen',
  removeNamed: name => `${name} von der Liste nehmen`,
  opening: name => `${name} wird geöffnet …`,
  notOpened: 'Der Arbeitsbereich wurde nicht geöffnet',
  notAvailable:
    'Hier nicht verfügbar, denn diese Konsole ist eine Seite in einem Browser: Sie gehört zu einem Datenordner. Einen anderen öffnet --data.',
  dialog: {
    create: 'Neuer Arbeitsbereich',
    adopt: 'Vorhandenen Datenordner hinzufügen',
    edit: name => `${name} bearbeiten`,
    name: 'Name',
    nameHint: 'Zum Beispiel der des Kunden',
    colour: 'Farbe',
    colours: {
      teal: 'Petrol',
      blue: 'Blau',
      violet: 'Violett',
      rose: 'Rosa',
      orange: 'Orangerot',
      green: 'Grün',
      slate: 'Schiefer'
    },
    port: 'Port',
    portHint: 'Ein eigener, damit der Tunnel jedes Kunden zum richtigen Verzeichnis führt.',
    make: 'Anlegen',
    choose: 'Ordner wählen',
    save: 'Speichern'
  },
  removing: {
    title: name => `${name} von der Liste nehmen?`,
    text: folder => `Der Ordner bleibt, wie er ist, und lässt sich wieder hinzufügen: ${folder}`,
    yes: 'Von der Liste nehmen'
  }
}
