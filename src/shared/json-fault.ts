/** Where a text stops being JSON. Lines and columns count from 1. */
export interface JsonFault {
  line: number
  column: number
  /** What stands there, or null where the text ends too early. */
  found: string | null
}

/** null for JSON. */
export function jsonFault(text: string): JsonFault | null {
  try {
    JSON.parse(text)
    return null
  } catch (error) {
    if (error instanceof SyntaxError) return findJsonFault(text)
    throw error
  }
}

/** The first fault of a text that is no JSON. */
export function findJsonFault(text: string): JsonFault {
  const at = firstFault(text)
  const before = text.slice(0, at).split('\n')
  return {
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    found: at >= text.length ? null : shown(text, at)
  }
}

const shown = (text: string, at: number): string => {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return character < ' ' ? 'control character' : `"${character}"`
}

const TOKEN =
  /[{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y

/** Where the first fault is. Engines word it differently and often leave the position out, so it is found here, in one pass. */
function firstFault(text: string): number {
  const inside: ('{' | '[')[] = []
  let expected: 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' = 'value'
  let at = skipBlanks(text, 0)

  while (at < text.length) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(text)?.[0]
    if (token === undefined) return text[at] === '"' ? faultInString(text, at) : at

    const container = inside.at(-1)
    if (token === '}' && container === '{' && (expected === 'key or }' || expected === ', or end')) {
      inside.pop()
      expected = ', or end'
    } else if (token === ']' && container === '[' && (expected === 'value or ]' || expected === ', or end')) {
      inside.pop()
      expected = ', or end'
    } else if (token === ',' && container !== undefined && expected === ', or end') {
      expected = container === '{' ? 'key' : 'value'
    } else if (token === ':' && expected === ':') {
      expected = 'value'
    } else if (token.startsWith('"') && (expected === 'key' || expected === 'key or }')) {
      expected = ':'
    } else if (expected.startsWith('value') && !/^[}\],:]$/.test(token)) {
      if (token === '{' || token === '[') inside.push(token)
      expected = token === '{' ? 'key or }' : token === '[' ? 'value or ]' : ', or end'
    } else {
      return at
    }
    at = skipBlanks(text, at + token.length)
  }
  return at
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at += 1
  return at
}

/** The first character that a JSON string may not hold; the end of the text when it is merely not closed. */
function faultInString(text: string, from: number): number {
  const sound = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y
  sound.lastIndex = from
  return from + (sound.exec(text)?.[0].length ?? 0)
}
