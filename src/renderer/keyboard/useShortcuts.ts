import { useEffect, useRef } from 'react'
import { useSetting } from '../stores/settings'
import type { Shortcut } from './keymap'

type Handlers<Map extends Record<string, Shortcut>> = { [Name in keyof Map]?: (event: KeyboardEvent) => void }

/** Listens on the window for as long as the component is there. */
export function useShortcuts<Map extends Record<string, Shortcut>>(map: Map, handlers: Handlers<Map>) {
  const hasSingleKeys = useSetting('appearance.singleKeys')
  const latest = useRef(handlers)
  latest.current = handlers

  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const pressed = pressedKey(event)
      if (!isFree(event, pressed, hasSingleKeys)) return
      for (const name in map) {
        const act = latest.current[name]
        if (!act || !map[name]?.keys.includes(pressed)) continue
        event.preventDefault()
        return act(event)
      }
    }
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [map, hasSingleKeys])
}

/** `mod+k`, `shift+c`, `?`, `arrowdown`. Shift is named only with letters and named keys: `?` and `/` need it on some keyboards. */
export function pressedKey(event: KeyboardEvent): string {
  const key = event.key.toLowerCase()
  const isLetterOrNamed = key.length > 1 || /\p{L}/u.test(key)
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : ''
  const shift = event.shiftKey && isLetterOrNamed ? 'shift+' : ''
  return `${mod}${shift}${key}`
}

const TYPED_IN = 'input, textarea, select, [contenteditable="true"], [role="combobox"]'
const HAS_OWN_KEYS =
  'button, a, [role="tab"], [role="separator"], [role="slider"], [role="menuitem"], [role="radio"], summary'

/** Whether the key belongs to nobody else: not to a field, a dialog, or the button in focus. */
function isFree(event: KeyboardEvent, pressed: string, hasSingleKeys: boolean): boolean {
  const target = event.target instanceof Element ? event.target : null
  if (pressed.startsWith('mod+')) return true
  if (document.querySelector('[role="dialog"][aria-modal="true"]')) return false
  if (pressed === 'escape') return true
  if (target?.closest(TYPED_IN)) return false
  const isCharacter = event.key.length === 1 && event.key !== ' '
  if (isCharacter) return hasSingleKeys
  return !target?.closest(HAS_OWN_KEYS) && !target?.closest('[role="tabpanel"]')
}
