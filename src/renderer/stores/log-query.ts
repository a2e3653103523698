import { setQuery } from './log'
import { changeSettings, useSettings } from './settings'

/** The filter survives a restart; what is still being typed is not written letter by letter. */
const SAVE_AFTER_MS = 300
let saving: ReturnType<typeof setTimeout> | null = null

export function changeQuery(query: string) {
  setQuery(query)
  if (saving) clearTimeout(saving)
  const isFinished = query === '' || query.endsWith(' ')
  saving = setTimeout(
    () => {
      saving = null
      void changeSettings({ 'log.filter': query.trim() })
    },
    isFinished ? 0 : SAVE_AFTER_MS
  )
}

/** At the start. The blank says that the last part is finished. */
export function restoreQuery() {
  const query = useSettings.getState().settings['log.filter']
  setQuery(query === '' ? '' : `${query} `)
}
