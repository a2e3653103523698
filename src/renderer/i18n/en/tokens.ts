import type { SetupVariant } from '../../../shared/setup'
import type { TokenKind } from '../../../shared/token'
import { ago, counted } from './parts'

export const tokens = {
  title: 'Tokens',
  table: 'Tokens',
  usable: (count: number) => counted(count, 'token works', 'tokens work'),
  create: 'Create token',
  creates: { token: 'Create token', client: 'Create client' } satisfies Record<TokenKind, string>,
  failed: 'The tokens could not be loaded',
  empty: {
    title: 'No tokens yet',
    text: 'A token is the secret that Entra shows with every request. Create one and paste it into Entra together with the Tenant URL.'
  },
  columns: {
    name: 'Name',
    state: 'State',
    created: 'Created',
    expires: 'Expires',
    lastUsed: 'Last used',
    actions: 'Actions'
  },
  state: { valid: 'Valid', expiring: 'Expiring soon', expired: 'Expired', revoked: 'Revoked' },
  expiresIn: (days: number) => (days <= 0 ? 'Expires today' : `Expires in ${counted(days, 'day', 'days')}`),
  neverUsed: 'Never used',
  noAgent: 'no user agent',
  unknownAddress: 'unknown address',
  isClient: 'OAuth client',
  clientId: 'Client identifier',
  copyClientId: (name: string) => `Copy client identifier of ${name}`,
  ending: (lastFour: string) => `ends in ${lastFour}`,
  fromEnvironment: 'given by USHER_TOKEN, works while this process runs',
  whatItCan: {
    token:
      'Whoever holds this token can create, change and remove users and groups on this server. It cannot open this console.',
    client:
      'Whoever holds the client’s secret can create, change and remove users and groups on this server. It cannot open this console.'
  } satisfies Record<TokenKind, string>,
  form: {
    title: 'Create token',
    kind: 'Kind of access',
    kinds: { token: 'Secret token', client: 'OAuth client' } satisfies Record<TokenKind, string>,
    kindHints: {
      token: 'One secret that goes with every request: Entra’s field “Secret token”.',
      client:
        'OAuth 2.0 client credentials: Entra fetches an access token each hour. Take it if Entra asks for a Token endpoint.'
    } satisfies Record<TokenKind, string>,
    name: 'Name',
    nameHint: 'So that you recognise it in the log, for example the tenant: Contoso production',
    nameMissing: { token: 'Give the token a name.', client: 'Give the client a name.' } satisfies Record<
      TokenKind,
      string
    >,
    nameTaken: 'Another token has this name. Choose one that tells them apart.',
    expiry: 'Expires',
    expiries: { '30': '30 days', '90': '90 days', '365': '365 days', custom: 'On a date', never: 'Never' },
    date: 'Last day',
    dateMissing: 'Choose the last day on which the token should work.',
    datePast: 'That day has passed. Choose a later one.',
    neverWarning: 'A token that never expires works until somebody revokes it.'
  },
  secret: {
    title: (name: string) => `Token “${name}” is ready`,
    clientTitle: (name: string) => `Client “${name}” is ready`,
    once: 'Copy the secret now: it is shown this once and kept nowhere. If you lose it, create another one.',
    where: {
      entra: 'In Entra: your enterprise application → Provisioning → Admin credentials.',
      agent: 'In Entra: your enterprise application → Provisioning → Admin credentials.',
      okta: 'In Okta: your application → Provisioning → Integration: SCIM connector base URL, and the token of the HTTP Header.'
    } satisfies Record<SetupVariant, string>,
    whereClient:
      'In Entra: your enterprise application → Provisioning → Admin credentials → Authentication method “OAuth2 client credentials grant”.',
    tenantUrl: 'Tenant URL',
    secret: 'Secret token',
    tokenEndpoint: 'Token endpoint',
    clientId: 'Client identifier',
    clientSecret: 'Client secret',
    copy: (label: string) => `Copy ${label}`,
    confirm: 'I have copied it',
    notYet: 'Tick “I have copied it” first: the secret cannot be shown again.'
  },
  rotate: 'Rotate',
  rotateNamed: (name: string) => `Rotate ${name}`,
  endsAt: (moment: string) => `Old secret, works until ${moment}`,
  replaced: 'Old secret, works until revoked',
  newer: 'New secret',
  rotation: {
    title: (name: string) => `Rotate “${name}”`,
    steps: {
      choose: '1. Make a new secret',
      paste: '2. Paste it in Entra',
      used: '3. See it used, then revoke the old one'
    },
    now: 'Now',
    later: 'Later',
    why: 'The new secret has the same name and lifetime. The old one works on for a while, so that nothing breaks in between.',
    overlap: 'The old secret works',
    overlaps: {
      now: 'no longer, from now on',
      '1h': 'for 1 more hour',
      '24h': 'for 24 more hours',
      'until-revoked': 'until I revoke it'
    },
    make: 'Make new secret',
    waiting: 'Waiting for the first request with the new secret …',
    used: (ms: number, address: string) => `The new secret was used ${ago(ms)} from ${address}.`,
    oldGone: 'The old secret no longer works.',
    revokeOld: 'Revoke old'
  },
  revoke: 'Revoke',
  revokeNamed: (name: string) => `Revoke ${name}`,
  alreadyRevoked: 'Already revoked',
  environmentToken: 'Given by USHER_TOKEN: it ends with this process and cannot be revoked here',
  confirm: {
    title: (name: string) => `Revoke “${name}”?`,
    used: (ms: number, address: string) =>
      `It was last used ${ago(ms)} from ${address}. Whoever uses it gets 401 from now on; Entra puts the job into quarantine.`,
    unused: 'It was never used, so nothing should miss it.',
    final: {
      token: 'A revoked token cannot be restored.',
      client: 'Its access tokens end at once. A revoked client cannot be restored.'
    } satisfies Record<TokenKind, string>,
    yes: { token: 'Revoke token', client: 'Revoke client' } satisfies Record<TokenKind, string>
  }
}
