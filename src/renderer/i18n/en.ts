/** All words of the console, whole sentences, one catalogue per screen. */
import { groups } from './en/groups'
import { log } from './en/log'
import { membership } from './en/membership'
import { parts } from './en/parts'
import { saving } from './en/saving'
import { settings } from './en/settings'
import { setup } from './en/setup'
import { shell } from './en/shell'
import { simulator } from './en/simulator'
import { tokens } from './en/tokens'
import { users } from './en/users'

export const en = {
  product: 'Usher',
  parts,
  shell,
  setup,
  log,
  users,
  groups,
  membership,
  saving,
  tokens,
  simulator,
  settings
}
