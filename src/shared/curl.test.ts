import { expect, test } from 'vitest'
import { toCurl } from './curl'

test('a recorded PATCH becomes a command with the variable instead of the secret', () => {
  const command = toCurl(
    {
      method: 'PATCH',
      target: '/scim/v2/Users/4f1c',
      requestHeaders: [
        ['Host', 'abc.trycloudflare.com'],
        ['Content-Type', 'application/scim+json; charset=utf-8'],
        ['Content-Length', '42'],
        ['ADSCIMVersion', '5.0']
      ],
      requestBody: { text: `{"displayName":"Miles O'Brien"}`, bytes: 31, isCut: false }
    },
    'http://127.0.0.1:7643'
  )

  expect(command).toBe(
    [
      `curl --include --globoff --path-as-is --request 'PATCH' 'http://127.0.0.1:7643/scim/v2/Users/4f1c'`,
      `--header "Authorization: Bearer $SCIM_TOKEN"`,
      `--header 'Content-Type: application/scim+json; charset=utf-8'`,
      `--header 'ADSCIMVersion: 5.0'`,
      `--header 'User-Agent:'`,
      `--header 'Accept:'`,
      `--data-raw '{"displayName":"Miles O'\\''Brien"}'`
    ].join(' \\\n  ')
  )
})

test('what a client put into a URL or header never reaches the shell as code', () => {
  const command = toCurl(
    {
      method: 'GET',
      target: `/scim/v2/Users?filter=$(reboot)'\`id\``,
      requestHeaders: [['X', `'; rm -rf ~; '`]],
      requestBody: null
    },
    'http://h'
  )

  expect(command).toContain(`'http://h/scim/v2/Users?filter=$(reboot)'\\''\`id\`'`)
  expect(command).toContain(`'X: '\\''; rm -rf ~; '\\'''`)
})

test('an Authorization that should not be there is not copied', () => {
  const recorded = {
    method: 'GET',
    target: '/',
    requestHeaders: [['authorization', 'Bearer x']] as [string, string][]
  }
  expect(toCurl({ ...recorded, requestBody: null }, 'http://h')).not.toContain('Bearer x')
})
