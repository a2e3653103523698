/** Readers of the formats, written from their standards and not from our writers. */

/** RFC 4180 with a header line. */
export function readCsv(text: string): Record<string, string>[] {
  const records: string[][] = []
  let record: string[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      for (at++; !(text[at] === '"' && text[at + 1] !== '"'); at++) {
        if (at >= text.length) throw new Error('a quoted cell does not end')
        if (text[at] === '"') at++
        cell += text[at]
      }
      at++
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') cell += text[at++]
    }
    record.push(cell)
    if (text[at] === ',') at++
    else if (text.startsWith('\r\n', at)) {
      at += 2
      records.push(record)
      record = []
    } else throw new Error(`neither comma nor line break at ${at}`)
  }
  const [header = [], ...rows] = records
  return rows.map(row => {
    if (row.length !== header.length)
      throw new Error(`a row of ${row.length} cells under ${header.length} columns`)
    return Object.fromEntries(header.map((name, index) => [name, row[index] ?? '']))
  })
}

interface LdifEntry {
  dn: string
  values: Record<string, string[]>
}

/** RFC 2849: unfolds, decodes, and refuses what a value without base64 may not hold. */
export function readLdif(text: string): LdifEntry[] {
  const unfolded = text.replaceAll('\n ', '')
  const [version, ...blocks] = unfolded.split(/\n\n+/).filter(block => block !== '')
  if (version !== 'version: 1') throw new Error('no version line')
  return blocks.map(block => {
    const lines = block.split('\n').map(readLine)
    const [first, ...rest] = lines
    if (first?.[0] !== 'dn') throw new Error('an entry without dn')
    const values: Record<string, string[]> = {}
    for (const [attribute, value] of rest) (values[attribute] ??= []).push(value)
    return { dn: first[1], values }
  })
}

function readLine(line: string): [string, string] {
  const [, attribute = '', colons, value = ''] = /^([A-Za-z][A-Za-z0-9-]*)(::?) ?(.*)$/.exec(line) ?? []
  if (attribute === '') throw new Error(`no attribute in ${line}`)
  if (colons === '::') return [attribute, Buffer.from(value, 'base64').toString('utf8')]
  // oxlint-disable-next-line no-control-regex
  if (/^[ :<]|[^\x01-\x7f]/.test(value)) throw new Error(`not a safe string: ${line}`)
  return [attribute, value]
}
