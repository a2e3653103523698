import { expect, test } from 'vitest'
import { explainTolerance, TOLERANCES } from './tolerances'

test.each(Object.entries(TOLERANCES))(
  '%s is told in whole sentences, with its evidence',
  (name, { sentence, rule, evidence }) => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(sentence).toMatch(/^[A-Z].*\.$/)
    expect(evidence).toMatch(/\.$/)
    expect(rule ?? 'T0').toMatch(/^T\d+$/)
  }
)

test('a name from a newer version is shown as it is', () =>
  expect(explainTolerance({ name: 'constructor' })).toEqual({
    sentence: 'constructor',
    evidence: ''
  }))
