import { useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import { useSettings } from '../stores/settings'

/** The setting decides the theme; Mantine's own memory only bridges the moment until the settings are here. */
export function useThemeSetting() {
  const { setColorScheme } = useMantineColorScheme()
  const isLoaded = useSettings(state => state.isLoaded)
  const theme = useSettings(state => state.settings['appearance.theme'])
  useEffect(() => {
    if (isLoaded) setColorScheme(theme)
  }, [isLoaded, theme, setColorScheme])
}
