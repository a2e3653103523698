import { answers } from './contract'
import { backups } from './backups'
import { evidence } from './evidence'
import { watch } from './events-noun'
import { decks } from './decks'
import { desktop } from './desktop'
import { directory } from './directory'
import { faults } from './faults'
import { groups } from './groups'
import { log } from './log'
import { server } from './server'
import { settings } from './settings'
import { setup } from './setup'
import { simulator } from './simulator'
import { tls } from './tls'
import { tokens } from './tokens'
import { tunnel } from './tunnel'
import { updates } from './updates'
import { users } from './users'
import { workspaces } from './workspaces'

/** Everything the console can ask, answered. */
export const router = answers.router({
  events: { watch },
  server,
  log,
  tokens,
  users,
  groups,
  setup,
  tunnel,
  simulator,
  faults,
  decks,
  directory,
  backups,
  evidence,
  workspaces,
  updates,
  desktop,
  tls,
  settings
})
