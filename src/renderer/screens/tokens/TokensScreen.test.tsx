import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { client } from '../../bridge'
import { readRoute } from '../../routes'
import { theme } from '../../theme'
import { TokensScreen } from './TokensScreen'

vi.mock('../../bridge', () => ({ client: { tokens: { list: vi.fn(), create: vi.fn() } } }))

const SECRET = 'usher_0123456789012345678901234567890123456789'
let root: Root

const show = async (hash: string) => {
  await act(async () =>
    root.render(
      <MantineProvider env="test" theme={theme}>
        <TokensScreen route={readRoute(hash)} />
      </MantineProvider>
    )
  )
}
const button = (name: string) =>
  [...document.querySelectorAll('button')].findLast(each => each.textContent === name)
const type = async (input: HTMLInputElement | null, text: string) => {
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
    input?.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const home = document.body.appendChild(document.createElement('div'))
  root = createRoot(home)
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
})

test('a list that could not be loaded is not drawn as empty', async () => {
  vi.mocked(client.tokens.list).mockRejectedValue(new Error('The engine is away.'))
  await show('#/tokens')
  expect(document.body.textContent).toContain('The engine is away.')
  expect(document.body.textContent).not.toContain('No tokens yet')
})

test('without tokens the screen teaches what one is for', async () => {
  vi.mocked(client.tokens.list).mockResolvedValue([])
  await show('#/tokens')
  expect(document.body.textContent).toContain('No tokens yet')
})

test('the secret is shown once, closing needs a tick, and afterwards it is nowhere in the page', async () => {
  vi.mocked(client.tokens.list).mockResolvedValue([])
  vi.mocked(client.tokens.create).mockResolvedValue({
    token: {
      id: 't1',
      name: 'Lab',
      lastFour: '6789',
      createdAt: 0,
      expiresAt: null,
      revokedAt: null,
      lastUse: null,
      rotatedFrom: null,
      isFromEnvironment: false,
      clientId: null
    },
    secret: SECRET,
    tenantUrl: 'https://scim.contoso.com/scim/v2',
    tokenEndpoint: 'https://scim.contoso.com/oauth2/token'
  })
  await show('#/tokens?create=yes')
  await act(async () => button('Create token')?.click())
  expect(document.body.textContent).toContain('Give the token a name.')
  // A header element there would be a second banner of the page.
  expect(document.querySelector('[role="dialog"]')?.querySelector('header')).toBeNull()

  await type(document.querySelector('[role="dialog"] input[required]'), 'Lab')
  await act(async () => button('Create token')?.click())
  expect(document.body.innerHTML).toContain(SECRET)

  await act(async () => button('Done')?.click())
  expect(document.body.innerHTML).toContain(SECRET)

  await act(async () => document.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click())
  await act(async () => button('Done')?.click())
  await show('#/tokens')
  expect(document.documentElement.innerHTML).not.toContain(SECRET)
})
