/** What the engine says of folders and files, by its English words. See said.ts. */
export const FOLDERS: [RegExp, (...found: string[]) => string][] = [
  [
    /^The data folder (.+) is in use by another Usher\. Close that one, or start this one with another data folder\.$/,
    folder => `Der Datenordner ${folder} ist von einem anderen Usher geöffnet. Erst jenen schließen.`
  ],
  [
    /^The data folder (.+) is not there\. Is its drive connected\?/,
    folder =>
      `Der Datenordner ${folder} ist nicht da. Ist sein Laufwerk verbunden? Den Arbeitsbereich von der Liste zu nehmen löscht nichts.`
  ],
  [/^There is no backup (\S+) any more\.$/, name => `Die Sicherung ${name} gibt es nicht mehr.`]
]
