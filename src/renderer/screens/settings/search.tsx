import { createContext, useContext, type ReactNode } from 'react'
import classes from './Settings.module.css'

/** What is looked for, in lower case; empty: everything is shown. */
export const SettingsSearch = createContext('')
/** The title of the section around a field: who looks for it wants the whole section. */
export const SectionTitle = createContext('')

interface Props {
  /** Label and description, as on the screen. */
  words: string[]
  children: ReactNode
}

/** One setting, or some that belong together: shown while all words looked for are in its label, description or section's title. */
export function Field({ words, children }: Props) {
  const query = useContext(SettingsSearch)
  const section = useContext(SectionTitle)
  const all = [section, ...words].join(' ').toLowerCase()
  const isFound = query.split(/\s+/).every(word => all.includes(word))
  return isFound ? (
    <div className={classes.field} data-field>
      {children}
    </div>
  ) : null
}
