/** LDIF of RFC 2849, as far as an export needs it: entries of attributes, base64 where a value asks for it, folded lines. */

export type LdifValue = [attribute: string, value: string]

export const LDIF_VERSION = 'version: 1\n\n'

/** Columns of one line, its fold included: RFC 2849 note 2. */
const COLUMNS = 76

/** SAFE-STRING: ASCII without NUL, LF, CR, that begins with no space, colon or less-than and ends with no space. */
// oxlint-disable-next-line no-control-regex
const SAFE = /^(?![ :<])[\x01-\x09\x0b\x0c\x0e-\x7f]*$/

/** One entry, the empty line behind it included. Empty values are left out: LDAP has none. */
export function ldifEntry(dn: string, values: LdifValue[]): string {
  const lines = [['dn', dn] as LdifValue, ...values].filter(([, value]) => value !== '')
  return `${lines.map(([attribute, value]) => fold(line(attribute, value))).join('\n')}\n\n`
}

function line(attribute: string, value: string): string {
  const isSafe = SAFE.test(value) && !value.endsWith(' ')
  return isSafe ? `${attribute}: ${value}` : `${attribute}:: ${Buffer.from(value, 'utf8').toString('base64')}`
}

/** Everything here is ASCII, so a character is a column. */
function fold(text: string): string {
  if (text.length <= COLUMNS) return text
  const pieces = [text.slice(0, COLUMNS)]
  for (let at = COLUMNS; at < text.length; at += COLUMNS - 1)
    pieces.push(` ${text.slice(at, at + COLUMNS - 1)}`)
  return pieces.join('\n')
}

/** A value inside a distinguished name: RFC 4514 §2.4. */
export function dnValue(value: string): string {
  return value
    .replaceAll(/[\\"+,;<>=]/g, found => `\\${found}`)
    .replaceAll('\0', '\\00')
    .replace(/^[ #]/, found => `\\${found}`)
    .replace(/ $/, '\\ ')
}
