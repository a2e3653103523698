import type { TokenKind } from '../../../shared/token'
import type { Misdirection, SetupVariant, StepName } from '../../../shared/setup'
import { ago, counted } from './parts'

/** Words that differ by who will call. Menu paths and fields are spelled as the portals spell them. */
const paste: Record<TokenKind, string> = {
  token: 'Paste the Tenant URL and the Secret token under Admin Credentials. Do not type the word “Bearer”.',
  client:
    'Under Admin Credentials choose the authentication method “OAuth2 client credentials grant” and paste Tenant URL, Token endpoint, Client identifier and Client secret.'
}

const entraPath = (kind: TokenKind): string[] => [
  'Open the Microsoft Entra admin center: Enterprise applications → New application → Create your own application.',
  'Choose “Integrate any other application you don’t find in the gallery (Non-gallery)”. Not a gallery app: those speak to somebody else’s server.',
  'In the new application: Provisioning → New configuration, or Get started with Provisioning Mode “Automatic”.',
  paste[kind],
  'Press Test Connection. It asks for a user that cannot exist; what arrives is shown here.'
]

export const setup = {
  title: 'Setup',
  progress: (done: number, of: number) => `${done} of ${of} done`,
  intro: {
    entra: 'Connect Microsoft Entra ID: seven steps, about ten minutes. Each one ticks itself when it works.',
    agent:
      'Connect Microsoft Entra ID through the provisioning agent in your network: no tunnel, no public address. Each step ticks itself when it works.',
    okta: 'Connect Okta: seven steps, about ten minutes. Each one ticks itself when it works.'
  } satisfies Record<SetupVariant, string>,
  variant: 'Who provisions',
  variants: { entra: 'Entra', agent: 'Entra agent', okta: 'Okta' } satisfies Record<SetupVariant, string>,
  demo: {
    question: 'No tenant at hand?',
    play: 'Play a demo',
    reset: 'Reset demo',
    hint: 'The simulator provisions one person and one group through the front door.',
    played: 'What you see below was done by the demo. Reset it to begin for real.',
    failed: 'The demo did not follow',
    mark: 'demo'
  },
  details: 'Details',
  status: { done: 'Done', waiting: 'Waiting', attention: 'Needs attention' },
  names: {
    server: 'Server',
    address: 'Public address',
    token: 'Token',
    connection: 'Test connection',
    mappings: 'Mappings',
    assign: 'Assign',
    provision: 'Provision on demand'
  } satisfies Record<StepName, string>,
  expiring: (name: string, days: number) =>
    days <= 0
      ? `The token “${name}” expires today. Rotate it before Entra is turned away.`
      : `The token “${name}”: Expires in ${counted(days, 'day', 'days')}. Rotate it before Entra is turned away.`,
  goToTokens: 'Go to Tokens',
  howToFix: 'How to fix',
  request: 'Request',
  at: (ms: number) => ago(ms),
  server: {
    listens: (address: string) => `Listens on ${address}`,
    folder: 'Data folder',
    stopped: 'The server does not listen. Start it in the header.'
  },
  address: {
    why: {
      entra:
        'Entra calls from the internet and needs an https address with a public certificate. A tunnel gives you one.',
      okta: 'Okta calls from the internet and needs an https address with a public certificate. A tunnel gives you one.'
    },
    agent:
      'No tunnel is needed: the agent calls this computer from inside your network, at the Tenant URL below.',
    agentLocal:
      'The server listens on this computer only. If the agent runs on another one, choose a listening address and switch TLS on:',
    toServerSettings: 'Server settings',
    agentField: 'https address by which the agent reaches this computer (optional)',
    agentHint:
      'For example https://scim.contoso.local:7643. The certificate has to be trusted by the agent’s computer.',
    field: 'https address of your tunnel or proxy',
    hint: 'Without /scim/v2. A certificate of a public authority is needed; Entra refuses others.',
    use: 'Use this address',
    notHttps:
      'Entra speaks https only: http:// addresses have no TLS. Enter the https address of the tunnel.',
    notWhole: 'Enter a whole address that begins with https://, for example https://scim.contoso.com',
    noName: 'This address has a path or query. Enter the address alone; /scim/v2 is added for you.',
    checking: 'Checking the round trip …',
    notChecked: 'Not checked since the start.',
    check: 'Check again',
    green: (ms: number) =>
      `The round trip works (${ms} ms): look-ups, PATCH, DELETE, headers and large bodies arrive as they were sent.`,
    runs: (program: string) => `${program} is running on this computer:`,
    useFound: (url: string) => `Use ${url}`,
    start: (program: string) => (program === 'cloudflared' ? 'Start quick tunnel' : `Start ${program}`),
    stop: (program: string) => `Stop ${program}`,
    command: 'No tunnel program was found. With cloudflared installed, this makes a quick tunnel:',
    copyCommand: 'Copy command',
    look: 'Look again',
    output: 'What it printed',
    run: {
      starting: 'is starting …',
      running: 'is running',
      waiting: 'ended; it is started again soon',
      stopped: 'is stopped',
      failed: 'could not be started'
    },
    restarts: (count: number) => counted(count, 'restart', 'restarts'),
    moved: (from: string) =>
      `The host name has changed: it was ${from}. Entra still calls that one. Paste the new Tenant URL there, or use a tunnel with a fixed name.`,
    mayChange:
      'This name changes at each start unless your ngrok plan has a fixed one. Then the Tenant URL in Entra has to be changed too.',
    changes:
      'A quick tunnel gets a new host name at each start. Then the Tenant URL in Entra has to be changed too.'
  },
  token: {
    why: {
      entra:
        'The secret that goes into Entra’s “Secret token” field. It is shown once, together with the Tenant URL.',
      agent:
        'The secret that goes into Entra’s “Secret token” field. It is shown once, together with the Tenant URL.',
      okta: 'The secret that goes into Okta’s HTTP Header field. It is shown once, together with the Tenant URL.'
    } satisfies Record<SetupVariant, string>,
    create: 'Create token',
    another: 'Create another token',
    ready: (name: string) => `“${name}” is ready to be used.`,
    clientReady: (name: string) => `The client “${name}” is ready to be used.`,
    ended: 'All tokens have ended. Create a new one and paste it.'
  },
  connection: {
    paths: {
      entra: entraPath,
      agent: kind => [
        'Install the Microsoft Entra provisioning agent on a Windows server in this network (2016 or later, 3 GB of memory, outbound https).',
        'In the Microsoft Entra admin center: Enterprise applications → New application → “On-premises SCIM app”.',
        'Provisioning → Automatic → On-premises connectivity: assign the agent, then wait ten minutes or restart its service.',
        paste[kind],
        'Press Test Connection. The certificate has to be trusted by the agent’s computer; an internal authority is enough.'
      ],
      okta: () => [
        'In the Okta Admin Console: Applications → Create App Integration → SWA or SAML, then General → App Settings → Provisioning: SCIM.',
        'Provisioning → Integration: SCIM connector base URL is the Tenant URL below; unique identifier field is userName.',
        'Supported provisioning actions: Push New Users, Push Profile Updates, Push Groups. Authentication Mode: HTTP Header.',
        'Paste the Secret token as the token of the HTTP Header. Do not type the word “Bearer”.',
        'Press Test Connector Configuration. What arrives is shown here.'
      ]
    } satisfies Record<SetupVariant, (kind: TokenKind) => string[]>,
    tenantUrl: 'Tenant URL',
    copyTenantUrl: 'Copy Tenant URL for the portal',
    tokenEndpoint: 'Token endpoint',
    copyTokenEndpoint: 'Copy Token endpoint for the portal',
    clientId: 'Client identifier',
    copyClientId: 'Copy Client identifier for the portal',
    local: {
      entra: 'This is an address of this computer. Entra cannot reach it before step 2 is done.',
      okta: 'This is an address of this computer. Okta cannot reach it before step 2 is done.'
    },
    waiting: { entra: 'Waiting for Entra …', agent: 'Waiting for the agent …', okta: 'Waiting for Okta …' },
    stillWaiting: 'Still waiting for a good request.',
    asked: 'It asked for'
  },
  fixes: {
    'missing-token':
      'Paste the secret of a token into “Secret token” and save. An empty field makes Entra send a token of its own, which this server cannot know.',
    'not-bearer':
      'Choose the authentication mode with a bearer token (Entra: “Secret token”, Okta: “HTTP Header”).',
    'doubled-bearer': 'Remove the word “Bearer” from the field: Entra adds it itself.',
    'white-space': 'Paste the secret again, without the blank or line break in it.',
    truncated: 'The secret was cut off while copying. Create or rotate a token and copy it with its button.',
    'unknown-token':
      'No token here has this secret. Create a token in step 3 and paste its secret; perhaps that of another server was pasted.',
    'revoked-token': 'Somebody revoked this token. Create another one in step 3 and paste its secret.',
    'expired-token':
      'This token has expired. Rotate it on the Tokens screen, or create another one, and paste the new secret.',
    'expired-access-token':
      'Access tokens work for an hour; Entra fetches the next one by itself. If it does not, press Test Connection again.',
    'client-secret':
      'Choose OAuth2 client credentials as the authentication method, or create a token in place of the client.',
    'missing-client': 'Fill in both Client identifier and Client secret, then save.',
    'unknown-client':
      'Copy the Client identifier from the Tokens screen into Entra; it is not the name of the client.',
    'wrong-client-secret':
      'Paste the Client secret again, whole. If it is gone, rotate the client on the Tokens screen: its identifier stays.'
  } satisfies Record<(Misdirection & { kind: 'refused' })['refusal']['reason'], string>,
  misdirected: {
    outsideBasePath: 'Path should start with /scim/v2',
    outsideBasePathFix: (path: string) => `The request went to ${path}. Paste the whole Tenant URL:`,
    doubled: (path: string) => `The Tenant URL ends in an endpoint: ${path} was asked for`,
    doubledFix: 'Entra adds /Users and /Groups itself. Paste the Tenant URL as it is:',
    tls: 'Somebody spoke https to the plain http port',
    tlsFix:
      'This server speaks http on this port; TLS belongs to the tunnel or proxy in front. Paste the tunnel’s address, or switch TLS on in Settings.'
  },
  mappings: {
    why: {
      entra:
        'The default mapping of Entra works. These six attributes are all that this server wants of a user; you may remove every other one.',
      agent:
        'The default mapping of Entra works. These six attributes are all that this server wants of a user; you may remove every other one.',
      okta: 'The default mapping of Okta works. These six attributes are all that this server wants of a user.'
    } satisfies Record<SetupVariant, string>,
    minimum: 'Six attributes',
    standard: 'Default of Entra',
    groups: 'Groups',
    source: { entra: 'Entra attribute', agent: 'Entra attribute', okta: 'Okta attribute' },
    target: 'SCIM attribute',
    copy: (table: string) => `Copy ${table}`,
    waiting: 'The first user that arrives is checked here.',
    check: 'Mapping check',
    seen: (count: number) => `From the last ${counted(count, 'user', 'users')} created:`,
    allArrive: 'Everything that is needed arrives.',
    missing: (names: string) => `Never sent, though required: ${names}. Add it to the mapping.`,
    absent: (names: string) => `Never sent: ${names}. It works without, but people expect it.`,
    extra: (names: string) => `Sent, though nobody here needs it: ${names}.`,
    nickname: (value: string) =>
      `externalId is “${value}”, which looks like a mail nickname. It changes when a person is renamed: map objectId instead.`,
    kindly: (name: string, detail: string) => `Read as ${name}: ${detail}`
  },
  assign: {
    entra:
      'In the application: Users and groups → Add user/group. Members of nested groups are not read by Entra; assign their groups themselves.',
    agent:
      'In the application: Users and groups → Add user/group. Members of nested groups are not read by Entra; assign their groups themselves.',
    okta: 'Assignments → Assign to People or Groups; Push Groups → Push Groups by name.',
    waiting: 'Ticks when somebody assigned is looked up or created.',
    first: 'First asked for'
  },
  provision: {
    entra:
      'Provisioning → Provision on demand: choose one user and press Provision. Then Start provisioning; a cycle runs about every 40 minutes.',
    agent:
      'Provisioning → Provision on demand: choose one user and press Provision. Then Start provisioning; a cycle runs about every 40 minutes.',
    okta: 'Provisioning → To App → Create Users: Enable. Then assign one person; Okta provisions at once.',
    waiting: 'Ticks when the first user is created.',
    first: 'First person:',
    next: 'Watch the live log'
  }
}
