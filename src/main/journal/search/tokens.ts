/**
 * What ends a word in JSON, headers, URLs and sentences. Letters beyond ASCII never do: nothing hangs on where a text is cut, as
 * long as a text and what is looked for in it are cut alike.
 */
const IS_SEPARATOR = new Uint8Array(128)
for (const character of '\0\t\n\v\f\r "\'{}[](),:;=&?/\\<>|') IS_SEPARATOR[character.charCodeAt(0)] = 1

/**
 * Cuts a text into tokens: a word with the separators behind it, `displayname":"` and `alice ` and `ng"}`. Only the first may
 * have no word. Put together again they are the text.
 */
export function tokensOf(text: string): string[] {
  const tokens: string[] = []
  let begin = 0
  let isBehindWord = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isSeparator = code < 128 && IS_SEPARATOR[code] === 1
    if (isBehindWord && !isSeparator) {
      tokens.push(text.slice(begin, at))
      begin = at
    }
    isBehindWord = isSeparator
  }
  if (begin < text.length) tokens.push(text.slice(begin))
  return tokens
}
