import { answers } from './contract'

export const tokens = {
  list: answers.tokens.list.handler(({ context }) => context.tokens.list()),

  create: answers.tokens.create.handler(async ({ context, input, errors }) => {
    const { name, expiresAt } = input
    if (expiresAt !== null && expiresAt <= context.clock.now()) {
      throw errors.EXPIRY_PAST({
        message: 'A token that has expired already is of no use. Choose a later day.'
      })
    }
    if (context.tokens.list().some(token => token.revokedAt === null && token.name === name)) {
      throw errors.NAME_TAKEN({ message: `There is a token named "${name}". Choose another name.` })
    }

    const { token, secret } = await context.tokens.create({ name, expiresAt })
    context.journal.note({ kind: 'token-created', tokenId: token.id, tokenName: token.name }, null)
    context.events.publish({ kind: 'tokens-changed' })
    return { token, secret, tenantUrl: context.server.state().tenantUrl }
  }),

  revoke: answers.tokens.revoke.handler(async ({ context, input, errors }) => {
    const token = context.tokens.find(input.id)
    if (!token) throw errors.NOT_FOUND({ message: 'There is no such token.' })
    if (token.isFromEnvironment) {
      throw errors.FROM_ENVIRONMENT({
        message: 'This token comes from USHER_TOKEN. It ends when Usher is started without it.'
      })
    }

    const revoked = await context.tokens.revoke(input.id)
    if (!revoked) throw errors.ALREADY_REVOKED({ message: `"${token.name}" was revoked before.` })
    context.journal.note({ kind: 'token-revoked', tokenId: token.id, tokenName: token.name }, null)
    context.events.publish({ kind: 'tokens-changed' })
    return revoked
  })
}
