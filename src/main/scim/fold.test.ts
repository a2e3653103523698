import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareText, fold } from './fold'

describe('RFC 7643 §2.2: texts that differ only in case have one key', () => {
  test.each([
    ['Anna', 'aNNA'],
    ['STRASSE', 'straße'],
    ['STRAẞE', 'strasse'],
    ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
    ['İ', 'i̇'],
    ['ſ', 's'],
    ['Å', 'å'],
    ['Å', 'a\u030a'],
    ['ﬁ', 'FI'],
    ['Ａ', 'a'],
    ['\ud800', '\udbff']
  ])('%s and %s', (left, right) => expect(fold(left)).toBe(fold(right)))

  test.each([
    ['ı', 'i'],
    ['a', 'á'],
    ['a', 'a ']
  ])('%s and %s stay apart', (left, right) => expect(fold(left)).not.toBe(fold(right)))

  test('every letter of Unicode has the key of its upper and lower case, ı alone excepted', () => {
    const differing: string[] = []
    for (let point = 0x80; point <= 0x1ffff; point++) {
      const letter = String.fromCodePoint(point)
      const [upper, lower] = [letter.toUpperCase(), letter.toLowerCase()]
      if (upper === letter && lower === letter) continue
      if (fold(upper) !== fold(letter) || fold(lower) !== fold(letter)) differing.push(letter)
    }
    expect(differing).toEqual(['ı'])
  })

  test('property: a key is its own key, and case does not change it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(fold(fold(text))).toBe(fold(text))
        // Mathematics has a dotless i of its own (𝚤), which is an ı once it is decomposed.
        const plain = text.normalize('NFKD')
        if (!/[ıİ]/.test(text + plain)) expect(fold(plain.toUpperCase())).toBe(fold(text))
      }),
      { numRuns: 1_000 }
    )
  })
})

test('property: texts are ordered as UTF-8 bytes are', () => {
  const encoder = new TextEncoder()
  const bytes = (text: string) => Buffer.from(encoder.encode(text))
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (left, right) => {
      expect(Math.sign(compareText(left, right))).toBe(Buffer.compare(bytes(left), bytes(right)))
    })
  )
  expect(compareText('\uffff', '😀')).toBeLessThan(0)
})
