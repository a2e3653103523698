import { implement } from '@orpc/server'
import { contract } from '../../shared/contract'
import type { ConsoleDeps } from './deps'

/** The contract, to be implemented noun by noun. Every call gets the floors it stands on as its context. */
export const answers = implement(contract).$context<ConsoleDeps>()
