/** What a text says, as far as inventing another one needs it. `plain` says nothing about anybody. */
export type TextKind =
  | 'plain'
  | 'schema'
  | 'id'
  | 'given'
  | 'family'
  | 'full'
  | 'address'
  | 'nickname'
  | 'group'
  | 'phone'
  | 'number'
  | 'title'
  | 'department'
  | 'text'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const LANGUAGE = /^[a-z]{2,3}([-_][A-Za-z]{2,4})?$/
/** Canonical values of RFC 7643 §4.1.2 and words of the protocol. */
const PLAIN_TYPES =
  /^(work|home|other|mobile|fax|pager|user|group|direct|indirect|true|false|windowsazureactivedirectoryrole)$/i

const BY_NAME: Record<string, TextKind> = {
  givenname: 'given',
  middlename: 'given',
  nickname: 'given',
  familyname: 'family',
  phonenumbers: 'phone',
  title: 'title',
  department: 'department',
  employeenumber: 'number',
  postalcode: 'number'
}

/**
 * @param names the attribute names that lead to the text, in lower case: `['name', 'givenname']`
 */
export function kindOf(names: string[], text: string, isGroup: boolean): TextKind {
  const last = names.at(-1) ?? ''
  const parent = names.at(-2) ?? ''
  if (last === 'schemas') return 'schema'
  if (last === 'op') return 'plain'
  if ((last === 'type' || last === 'primary' || last === 'active') && PLAIN_TYPES.test(text)) return 'plain'
  if ((last === 'locale' || last === 'preferredlanguage') && LANGUAGE.test(text)) return 'plain'
  if (UUID.test(text) || /^\{\{r\d+\}\}$/.test(text)) return 'id'
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return 'address'
  const named = BY_NAME[last] ?? BY_NAME[parent]
  if (named) return named
  if (last === 'displayname' || (last === 'formatted' && parent === 'name')) return isGroup ? 'group' : 'full'
  if (last === 'display') return 'full'
  if (last === 'username' || last === 'externalid') return 'nickname'
  return 'text'
}
