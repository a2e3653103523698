import { createContext } from 'react'
import { words } from '../i18n'

/** What stands behind the screen's name in the window's title. */
export const WindowName = createContext<string>(words.product)
