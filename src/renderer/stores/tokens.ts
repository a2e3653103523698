import { create } from 'zustand'
import { client } from '../bridge'

/** Grows whenever tokens changed or were used. The list itself is asked for by the screen; no secret is ever kept here. */
export const useTokensRevision = create<{ revision: number }>(() => ({ revision: 0 }))

export function tokensChanged() {
  useTokensRevision.setState(({ revision }) => ({ revision: revision + 1 }))
}

/** The secret is in the answer and goes to whoever asked; nobody else sees it. */
export const createToken = (name: string, expiresAt: number | null) =>
  client.tokens.create({ name, expiresAt })

export async function revokeToken(id: string) {
  await client.tokens.revoke({ id })
  tokensChanged()
}
