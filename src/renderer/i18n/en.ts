/** All words of the console, whole sentences, one catalogue per screen. */
import { groups } from './en/groups'
import { log } from './en/log'
import { parts } from './en/parts'
import { settings } from './en/settings'
import { setup } from './en/setup'
import { shell } from './en/shell'
import { simulator } from './en/simulator'
import { tokens } from './en/tokens'
import { users } from './en/users'

export const en = { product: 'Usher', parts, shell, setup, log, users, groups, tokens, simulator, settings }
