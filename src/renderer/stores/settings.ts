import { create } from 'zustand'
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings'
import { client } from '../bridge'
import { followLanguage } from '../i18n/language'

interface SettingsStore {
  settings: Settings
  isLoaded: boolean
}

export const useSettings = create<SettingsStore>(() => ({ settings: DEFAULT_SETTINGS, isLoaded: false }))

export const useSetting = <Name extends keyof Settings>(name: Name): Settings[Name] =>
  useSettings(({ settings }) => settings[name])

export function settingsChanged(settings: Settings) {
  useSettings.setState({ settings, isLoaded: true })
  followLanguage(settings['appearance.language'])
}

export async function loadSettings() {
  settingsChanged(await client.settings.get())
}

export async function changeSettings(some: Partial<Settings>) {
  settingsChanged(await client.settings.set(some))
}
