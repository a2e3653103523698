/** What no answer may be, whatever was sent: a 5xx (but 501), something that is no JSON, an error that is no SCIM error. */

/** @returns {string | null} what is wrong with the answer */
export function faultOf(request, status, text) {
  if (status >= 500 && status !== 501) return `${status}: ${inWords(request)} → ${text.slice(0, 200)}`
  if (text !== '' && !isJson(text)) return `no JSON: ${inWords(request)} → ${text.slice(0, 200)}`
  if (status >= 400 && request.method !== 'HEAD' && !text.includes('messages:2.0:Error'))
    return `no SCIM error: ${status} ${inWords(request)} → ${text.slice(0, 200)}`
  return null
}

export const inWords = ({ method, path, body }) =>
  `${method} ${path.slice(0, 200)} ${String(body ?? '').slice(0, 400)}`

function isJson(text) {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
