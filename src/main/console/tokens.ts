import { tokenEndpointOf } from '../../shared/tenant-url'
import { endOfOverlap, tokenState, type Token } from '../../shared/token'
import { answers } from './contract'
import type { ConsoleDeps } from './deps'

/** Why a token cannot be revoked or rotated: the contract's code and the sentence. */
function reasonAgainst(
  { tokens, clock }: ConsoleDeps,
  id: string
): { token: Token } | { code: 'NOT_FOUND' | 'ALREADY_REVOKED' | 'FROM_ENVIRONMENT'; message: string } {
  const token = tokens.find(id)
  if (!token) return { code: 'NOT_FOUND', message: 'There is no such token.' }
  if (token.isFromEnvironment) {
    return {
      code: 'FROM_ENVIRONMENT',
      message: 'This token comes from USHER_TOKEN. It ends when Usher is started without it.'
    }
  }
  if (tokenState(token, clock.now()) === 'revoked') {
    return { code: 'ALREADY_REVOKED', message: `"${token.name}" was revoked before.` }
  }
  return { token }
}

const factsOf = ({ id, name, clientId }: Token) => ({
  tokenId: id,
  tokenName: name,
  ...(clientId !== null && { isClient: true as const })
})

function addressesOf({ server }: ConsoleDeps) {
  const { tenantUrl } = server.state()
  return { tenantUrl, tokenEndpoint: tokenEndpointOf(tenantUrl) }
}

export const tokens = {
  list: answers.tokens.list.handler(({ context }) => context.tokens.list()),

  create: answers.tokens.create.handler(async ({ context, input, errors }) => {
    const { name, expiresAt, kind } = input
    const now = context.clock.now()
    if (expiresAt !== null && expiresAt <= now) {
      throw errors.EXPIRY_PAST({
        message: 'A token that has expired already is of no use. Choose a later day.'
      })
    }
    if (context.tokens.list().some(token => tokenState(token, now) !== 'revoked' && token.name === name)) {
      throw errors.NAME_TAKEN({ message: `There is a token named "${name}". Choose another name.` })
    }

    const { token, secret } = await context.tokens.create({ name, expiresAt, kind })
    context.journal.note({ kind: 'token-created', ...factsOf(token) }, null)
    context.events.publish({ kind: 'tokens-changed' })
    return { token, secret, ...addressesOf(context) }
  }),

  revoke: answers.tokens.revoke.handler(async ({ context, input, errors }) => {
    const found = reasonAgainst(context, input.id)
    if ('code' in found) throw errors[found.code]({ message: found.message })

    const { token } = found
    const revoked = await context.tokens.revoke(token.id)
    if (!revoked) throw errors.ALREADY_REVOKED({ message: `"${token.name}" was revoked before.` })
    context.journal.note({ kind: 'token-revoked', ...factsOf(token) }, null)
    context.events.publish({ kind: 'tokens-changed' })
    return revoked
  }),

  rotate: answers.tokens.rotate.handler(async ({ context, input, errors }) => {
    const found = reasonAgainst(context, input.id)
    if ('code' in found) throw errors[found.code]({ message: found.message })

    const until = endOfOverlap(input.overlap, context.clock.now())
    const { token, secret } = await context.tokens.rotate(found.token, until)
    context.journal.note({ kind: 'token-rotated', ...factsOf(token), until }, null)
    context.events.publish({ kind: 'tokens-changed' })
    const previous = context.tokens.find(found.token.id) ?? found.token
    return { token, secret, ...addressesOf(context), previous }
  })
}
