import { create } from 'zustand'
import type { Overlap, TokenKind } from '../../shared/token'
import { client } from '../bridge'

/**
 * Numbers that grow: `revision` whenever a token was made or ended, `uses` whenever one was used as well. The list itself is asked
 * for by whoever shows it; no secret is ever kept here.
 */
export const useTokensRevision = create<{ revision: number; uses: number }>(() => ({ revision: 0, uses: 0 }))

export function tokensChanged() {
  useTokensRevision.setState(({ revision, uses }) => ({ revision: revision + 1, uses: uses + 1 }))
}

export function tokensUsed() {
  useTokensRevision.setState(({ uses }) => ({ uses: uses + 1 }))
}

/** The secret is in the answer and goes to whoever asked; nobody else sees it. */
export const createToken = (name: string, expiresAt: number | null, kind: TokenKind) =>
  client.tokens.create({ name, expiresAt, kind })

export async function revokeToken(id: string) {
  await client.tokens.revoke({ id })
  tokensChanged()
}

/** The new secret is in the answer and goes to whoever asked. */
export async function rotateToken(id: string, overlap: Overlap) {
  const rotated = await client.tokens.rotate({ id, overlap })
  tokensChanged()
  return rotated
}
