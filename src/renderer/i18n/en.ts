/** All words of the console, whole sentences, one catalogue per screen. */
import { en as explain } from '../../shared/explain/words'
import { filterWords as filter } from '../../shared/log-query'
import { en as stories } from '../../shared/words/en'
import { describeTlsProblem, describeTlsRemark } from '../../shared/words/tls'
import { describeFinding } from '../../shared/words/tunnel'
import { backups } from './en/backups'
import { evidence } from './en/evidence'
import { groups } from './en/groups'
import { log } from './en/log'
import { membership } from './en/membership'
import { parts } from './en/parts'
import { saving } from './en/saving'
import { settings } from './en/settings'
import { settingsTools } from './en/settings-tools'
import { setup } from './en/setup'
import { shell } from './en/shell'
import { simulator } from './en/simulator'
import { tokens } from './en/tokens'
import { updates } from './en/updates'
import { workspaces } from './en/workspaces'
import { users } from './en/users'

export const en = {
  product: 'Usher',
  stories,
  filter,
  /** What the engine says in English, in the language of the page. */
  said: (english: string): string => english,
  explain,
  tunnelFinding: describeFinding,
  tlsProblem: describeTlsProblem,
  tlsRemark: describeTlsRemark,
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
  settings,
  workspaces,
  updates,
  settingsTools,
  backups,
  evidence
}
