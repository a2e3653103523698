/** A range of source addresses: `40.126.0.0/18`, `2603:1006::/32`, or one address alone. */
export interface SourceRange {
  address: string
  prefix: number
  family: 'ipv4' | 'ipv6'
}

/** Reads a range as people write it; null when it is none. */
export function readSourceRange(written: string): SourceRange | null {
  const [, address = '', length] = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i.exec(written.trim()) ?? []
  const family = isIpv4(address) ? 'ipv4' : isIpv6(address) ? 'ipv6' : null
  if (family === null) return null
  const longest = family === 'ipv4' ? 32 : 128
  const prefix = length === undefined ? longest : Number(length)
  return prefix <= longest ? { address, prefix, family } : null
}

const isIpv4 = (text: string): boolean =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every(part => Number(part) <= 255)

function isIpv6(text: string): boolean {
  const halves = text.split('::')
  if (halves.length > 2 || !text.includes(':')) return false
  const groups = halves.flatMap(half => (half === '' ? [] : half.split(':')))
  return (
    groups.every(group => /^[0-9a-f]{1,4}$/i.test(group)) &&
    (halves.length === 2 ? groups.length < 8 : groups.length === 8)
  )
}
