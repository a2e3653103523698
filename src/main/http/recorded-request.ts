import type { ExchangeDetail, Header } from '../../shared/exchange'
import type { EditedRequest } from '../../shared/log-contract'

/** Set anew for the new connection, or ours to give. */
const LEFT_OUT = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'expect',
  'authorization'
])

/** The name under which requests that are sent again stand in the log. */
export const REPLAY_TOKEN = 'Usher replay'

/** Why a recorded request cannot be sent again, in words, or null. */
export function whyNot({ origin, ending, requestBody }: ExchangeDetail, isEdited: boolean): string | null {
  if (origin === 'console') return 'This was done at the console; there is no request to send again.'
  if (ending === 'not-http' || ending === 'malformed')
    return 'What arrived was no request that could be sent again.'
  if (requestBody?.isCut && !isEdited)
    return 'Only the beginning of its body was kept, so it cannot be sent again as it was.'
  return null
}

export const asRecorded = ({
  method,
  target,
  requestHeaders,
  requestBody
}: ExchangeDetail): EditedRequest => ({
  method,
  target,
  headers: requestHeaders,
  body: requestBody?.text ?? null
})

/** The headers that are sent again as they came. */
export const keptHeaders = (headers: Header[]): Header[] =>
  headers.filter(([name]) => !LEFT_OUT.has(name.toLowerCase()))
