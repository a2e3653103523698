import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'
import { words } from './i18n'

/** Deep teal: the coat of the usher. Shades 6 and 7 carry white text, 7 is text itself on light ground, 3 on dark. */
const teal: MantineColorsTuple = [
  '#ecf7f6',
  '#d6edeb',
  '#aadad6',
  '#79c6c0',
  '#4bb0a9',
  '#2a978f',
  '#188078',
  '#0f6a64',
  '#0d5652',
  '#0a4340'
]

/** Lantern amber: what wants attention but is no failure. */
const amber: MantineColorsTuple = [
  '#fdf5e4',
  '#faeac6',
  '#f5d48b',
  '#f0bd51',
  '#eaa92a',
  '#c98712',
  '#a46a09',
  '#865407',
  '#6b4308',
  '#533508'
]

/** Warm greys, so that long tables stay calm on paper-like ground. */
const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f4f3f0',
  '#eae8e4',
  '#dcdad5',
  '#c3c0b9',
  '#98958d',
  '#706d66',
  '#57544e',
  '#3a3834',
  '#211f1d'
]

/** Night ink with a breath of teal: 0 is text, 7 the page, 6 a raised surface, 4 a line. */
const dark: MantineColorsTuple = [
  '#dfe5e5',
  '#b9c3c3',
  '#9aa6a6',
  '#75827f',
  '#2e3a3b',
  '#243031',
  '#1b2526',
  '#131b1c',
  '#0e1516',
  '#090f10'
]

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  colors: { teal, amber, gray, dark },
  white: '#ffffff',
  black: '#211f1d',
  fontFamily: '"Inter Variable", "Segoe UI", system-ui, sans-serif',
  fontFamilyMonospace: '"JetBrains Mono Variable", Consolas, "SF Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' }
    }
  },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    Kbd: { styles: { root: { fontWeight: 500 } } },
    Text: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    InputWrapper: {
      styles: { description: { fontSize: '0.75rem', marginBottom: 2 }, label: { marginBottom: 2 } }
    },
    InlineInput: { styles: { description: { fontSize: '0.75rem' } } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': words.parts.close } } },
    // Its placeholder for the focus is no menu item; without it the first item has the focus.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true } },
    Modal: {
      styles: { title: { fontWeight: 650, fontSize: '1rem', lineHeight: 1.3, letterSpacing: '-0.01em' } },
      defaultProps: {
        centered: true,
        radius: 'lg',
        overlayProps: { backgroundOpacity: 0.35 },
        closeButtonProps: { 'aria-label': words.parts.close }
      }
    },
    // A header element of a dialog counts as a second banner of the page.
    ModalHeader: { defaultProps: { component: 'div' } },
    Table: { defaultProps: { verticalSpacing: 'xs', horizontalSpacing: 'md' } }
  }
})

/** Our own surfaces and outcomes, per scheme. Every text colour here keeps 4.5:1 on every ground it is used on. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--row-height': '32px' },
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#68655e',
    '--mantine-color-error': '#bb2a2a',
    '--mantine-color-placeholder': '#716e67',
    '--ground': '#f6f5f2',
    '--surface': '#ffffff',
    '--sunken': '#f9f8f6',
    '--line': '#e6e4df',
    '--line-soft': '#efeeea',
    '--line-strong': '#b9b5ac',
    '--hover': '#f5f4f1',
    '--selected': '#e3f1ef',
    '--accent-text': '#0f6a64',
    '--ok': '#1a7548',
    '--failed': '#bb2a2a',
    '--refused': '#a33a78',
    '--waiting': '#8f5b06',
    '--quiet': '#68655e',
    '--old-ground': '#fcefee',
    '--new-ground': '#eaf5ee'
  },
  dark: {
    '--mantine-color-body': '#131b1c',
    '--mantine-color-teal-light': '#173436',
    '--mantine-color-teal-light-hover': '#1d4043',
    '--mantine-color-teal-light-color': '#a8e2dd',
    '--mantine-color-gray-light': '#1e2a2b',
    '--mantine-color-gray-light-hover': '#263233',
    '--mantine-color-gray-light-color': '#b9c3c3',
    '--mantine-color-dimmed': '#9aa6a6',
    '--mantine-color-error': '#f08a84',
    '--mantine-color-placeholder': '#8b9797',
    '--ground': '#0e1516',
    '--surface': '#131b1c',
    '--sunken': '#101819',
    '--line': '#263233',
    '--line-soft': '#1c2728',
    '--line-strong': '#48595b',
    '--hover': '#192324',
    '--selected': '#173436',
    '--accent-text': '#79c6c0',
    '--ok': '#63c08d',
    '--failed': '#f08a84',
    '--refused': '#e193c2',
    '--waiting': '#f0bd51',
    '--quiet': '#9aa6a6',
    '--old-ground': '#33201f',
    '--new-ground': '#152d22'
  }
})
