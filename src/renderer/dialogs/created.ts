import type { NewSecret } from '../../shared/contract'

/** Lives only as long as the dialog: when it closes, the secret is gone from this page. */
export interface Created {
  name: string
  secret: string
  tenantUrl: string
  /** Of an OAuth client: what is pasted besides. */
  client: { id: string; tokenEndpoint: string } | null
}

export const createdOf = ({ token, secret, tenantUrl, tokenEndpoint }: NewSecret): Created => ({
  name: token.name,
  secret,
  tenantUrl,
  client: token.clientId === null ? null : { id: token.clientId, tokenEndpoint }
})
