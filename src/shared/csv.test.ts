import { expect, test } from 'vitest'
import { csvLine, logCsvHeader, logCsvLine } from './csv'
import { exchange } from './testing'

test.each([
  [['a', 1, true, null], 'a,1,true,\r\n'],
  [['a,b', 'say "x"', 'two\r\nlines'], '"a,b","say ""x""","two\r\nlines"\r\n'],
  [['Ünal 王'], 'Ünal 王\r\n'],
  [[''], '\r\n']
])('writes %j as RFC 4180', (cells, line) => {
  expect(csvLine(cells)).toBe(line)
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '=HYPERLINK("http://evil","x")'])(
  'text %j is not run by a spreadsheet',
  text => {
    expect(csvLine([text])).toMatch(/^"?'/)
  }
)

test('numbers stay numbers, negative ones too', () => {
  expect(csvLine([-1])).toBe('-1\r\n')
})

test('a log row has a cell for each column', () => {
  const row = exchange({ story: { kind: 'created', resource: { type: 'User', id: 'u1', name: '=cmd' } } })
  const cells = logCsvLine(row).trim().split(',')
  expect(cells).toHaveLength(logCsvHeader().split(',').length)
  expect(cells.slice(0, 4)).toEqual(['1', '2026-11-21T12:00:00.000Z', 'ok', 'Created =cmd'])
})
