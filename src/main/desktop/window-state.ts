import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const Area = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive()
})
/** In density-independent pixels of the screen. */
export type Area = z.infer<typeof Area>

const WindowState = z.object({
  bounds: Area,
  isMaximized: z.boolean(),
  theme: z.enum(['system', 'light', 'dark']).default('system')
})
export type WindowState = z.infer<typeof WindowState>

export const MINIMUM = { width: 800, height: 560 }
const USUAL = { width: 1280, height: 800 }

/** How much of the window must be on a screen to be caught with the mouse. */
const GRASPABLE = 80

/** null where nothing is remembered yet, or nothing that could be read: the window then opens as if for the first time. */
export function readWindowState(file: string): WindowState | null {
  try {
    return WindowState.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError || isMissing(error)) return null
    throw error
  }
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** A place that cannot be written down is no reason to trouble anybody: the window opens where it was before that. */
export function writeWindowState(file: string, state: WindowState) {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state))
    renameSync(`${file}.new`, file)
  } catch (error) {
    console.warn(`The window's place was not remembered: ${String(error)}`)
  }
}

/**
 * Where the window opens: where it was, if a screen is still there; else in the middle of the main screen
 * (without x and y). Never larger than the screen it is on, never smaller than MINIMUM.
 *
 * @param screens the work areas of all screens, the main one first
 */
export function placeWindow(remembered: Area | null, screens: Area[]): Partial<Area> {
  const screen = remembered && screens.find(area => isGraspable(remembered, area))
  if (!remembered || !screen) return fitted(USUAL, screens[0])
  return { x: remembered.x, y: remembered.y, ...fitted(remembered, screen) }
}

function fitted(size: { width: number; height: number }, screen: Area | undefined) {
  return {
    width: Math.max(MINIMUM.width, Math.min(size.width, screen?.width ?? size.width)),
    height: Math.max(MINIMUM.height, Math.min(size.height, screen?.height ?? size.height))
  }
}

/** The title bar is at the top, so the top edge has to be on the screen, and enough of its width. */
function isGraspable(window: Area, screen: Area): boolean {
  const visibleWidth =
    Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  return visibleWidth >= GRASPABLE && window.y >= screen.y && window.y <= screen.y + screen.height - GRASPABLE
}
