import { expect, test } from 'vitest'
import { readSourceRange } from './source-ranges'

test.each([
  ['40.126.0.0/18', { address: '40.126.0.0', prefix: 18, family: 'ipv4' }],
  [' 10.0.0.7 ', { address: '10.0.0.7', prefix: 32, family: 'ipv4' }],
  ['2603:1006::/32', { address: '2603:1006::', prefix: 32, family: 'ipv6' }],
  ['::1', { address: '::1', prefix: 128, family: 'ipv6' }],
  ['1:2:3:4:5:6:7:8', { address: '1:2:3:4:5:6:7:8', prefix: 128, family: 'ipv6' }],
  ['40.126.0.0/33', null],
  ['256.1.1.1', null],
  ['1::2::3', null],
  ['1:2:3', null],
  ['contoso.example', null],
  ['', null]
])('%j is read as %j', (written, range) => expect(readSourceRange(written)).toEqual(range))
