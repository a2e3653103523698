import type { Words } from '..'
import { counted } from '../counted'
import { formatNumber } from '../format'

/** Exports and edits by hand, which several screens have. */
export const saving: Words['saving'] = {
  export: 'Exportieren',
  formats: {
    csv: 'CSV, für Tabellenprogramme',
    json: 'JSON, als SCIM ListResponse',
    ldif: 'LDIF, für Verzeichnisse'
  },
  choosing: 'Speicherort wird gewählt …',
  writing: (written, total) => `${formatNumber(written)} von ${formatNumber(total)}`,
  saved: (name, rows) => `${counted(rows, 'Eintrag', 'Einträge')} in ${name} gespeichert.`,
  notSaved: 'Der Export wurde nicht gespeichert',
  undo: 'Rückgängig',
  undone: 'Rückgängig gemacht.',
  notUndone: 'Es ließ sich nicht rückgängig machen',
  drift:
    'Entra bemerkt nicht, was hier geändert wird. Was es für dieses Objekt als Nächstes sendet, kann die Änderung überschreiben; bis dahin weichen beide voneinander ab.',
  logged: exchangeId => `Zu sehen in Zeile #${exchangeId} des Live-Protokolls.`
}
