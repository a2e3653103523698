import { formatNumber } from '../format'
import { counted } from './parts'

/** Exports and edits by hand, which several screens have. */
export const saving = {
  export: 'Export',
  formats: {
    csv: 'CSV, for spreadsheets',
    json: 'JSON, a SCIM ListResponse',
    ldif: 'LDIF, for directories'
  },
  choosing: 'Choosing a place…',
  writing: (written: number, total: number) => `${formatNumber(written)} of ${formatNumber(total)}`,
  saved: (name: string, rows: number) => `Saved ${counted(rows, 'entry', 'entries')} in ${name}.`,
  notSaved: 'The export was not saved',
  undo: 'Undo',
  undone: 'Undone.',
  notUndone: 'It could not be undone',
  drift:
    'Entra does not notice what is changed here. What it sends next for this object may overwrite it; until then the two differ.',
  logged: (exchangeId: number) => `It is row #${exchangeId} of the live log, by you.`
}
