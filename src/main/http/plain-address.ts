/** An IPv4 caller of a socket that listens on `::` as people know it: `::ffff:10.0.0.7` is 10.0.0.7 (RFC 4291 §2.5.5.2). */
export const plainAddress = (address: string): string =>
  address.startsWith('::ffff:') && address.includes('.') ? address.slice('::ffff:'.length) : address

/** null once the caller has gone. */
export const callerOf = ({ remoteAddress }: { remoteAddress?: string }): string | null =>
  remoteAddress === undefined ? null : plainAddress(remoteAddress)
