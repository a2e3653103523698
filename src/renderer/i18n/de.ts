/** Deutsch: ohne Anrede, knapp; Begriffe wie in Microsofts deutschem Portal. */
import { de as explain } from '../../shared/explain/de'
import { de as stories } from '../../shared/words/de/stories'
import { describeTlsProblem, describeTlsRemark } from '../../shared/words/de/tls'
import { describeFinding } from '../../shared/words/de/tunnel'
import type { Words } from '.'
import { backups } from './de/backups'
import { filter } from './de/filter'
import { evidence } from './de/evidence'
import { groups } from './de/groups'
import { log } from './de/log'
import { membership } from './de/membership'
import { parts } from './de/parts'
import { said } from './de/said'
import { saving } from './de/saving'
import { settings } from './de/settings'
import { settingsTools } from './de/settings-tools'
import { setup } from './de/setup'
import { shell } from './de/shell'
import { simulator } from './de/simulator'
import { tokens } from './de/tokens'
import { updates } from './de/updates'
import { workspaces } from './de/workspaces'
import { users } from './de/users'

export const de: Words = {
  product: 'Usher',
  stories,
  filter,
  said,
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
