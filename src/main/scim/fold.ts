const ASCII = /^[\x00-\x7f]*$/ // eslint-disable-line no-control-regex

/**
 * The key under which texts that differ only in case are the same (RFC 7643 §2.2, caseExact false): compatibility
 * decomposition, full case folding, NFKC. Folding is lower, upper, lower case, which joins ß, ẞ and SS, ſ and s; a
 * final sigma becomes a plain one, and the dotless ı stays apart from i, both as Unicode's CaseFolding.txt has it.
 * Lone surrogates become U+FFFD, as they do in the database. Stored as keys: a change needs a migration.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return foldCase(text.toWellFormed().normalize('NFKD')).normalize('NFKC')
}

function foldCase(text: string): string {
  return text
    .split('ı')
    .map(part => part.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ'))
    .join('ı')
}

/** Order of texts by code point, as SQLite's BINARY collation of UTF-8 has it; JavaScript's `<` goes by UTF-16 units. */
export function compareText(left: string, right: string): number {
  const length = Math.min(left.length, right.length)
  for (let index = 0; index < length; index++) {
    const a = left.charCodeAt(index)
    const b = right.charCodeAt(index)
    if (a !== b) return isSurrogate(a) === isSurrogate(b) ? a - b : isSurrogate(a) ? 1 : -1
  }
  return left.length - right.length
}

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff
