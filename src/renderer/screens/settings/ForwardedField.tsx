import { Switch } from '@mantine/core'
import { words } from '../../i18n'
import { useSetting } from '../../stores/settings'
import { saveSetting } from './save-setting'

const text = words.settings.server

export function ForwardedField() {
  const isTrusted = useSetting('server.trustForwarded')
  return (
    <Switch
      label={text.forwarded}
      description={text.forwardedHint}
      checked={isTrusted}
      onChange={event => void saveSetting({ 'server.trustForwarded': event.currentTarget.checked })}
    />
  )
}
