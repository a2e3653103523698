import type { WorkspaceColour } from '../../shared/workspace'

/** Seen beside each other they are told apart, on light ground and on dark. */
export const COLOUR_CODES: Record<WorkspaceColour, string> = {
  teal: '#1a8f86',
  blue: '#3173e0',
  violet: '#8353d9',
  rose: '#d13a76',
  orange: '#d9700f',
  green: '#43913b',
  slate: '#6a7682'
}
