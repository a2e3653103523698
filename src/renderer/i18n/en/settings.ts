import type { NewsTopic, Unavailable } from '../../../shared/desktop'
import type { KeyPasswordState } from '../../../shared/tls'
import type { LanguageChoice } from '../../../shared/language'
import { formatMoment, formatNumber } from '../format'
import { counted } from './parts'

export const settings = {
  title: 'Settings',
  failed: 'The setting was not saved',
  saved: 'Saved',
  server: {
    title: 'Server',
    port: 'Port',
    portHint: 'Where the SCIM server listens on this computer. A tunnel points here.',
    portBad: 'A port is a number from 0 to 65535; 0 takes any free one.',
    applyPort: 'Restart on this port',
    portConfirm: {
      title: (port: string) =>
        port === '0' ? 'Restart on any free port?' : `Restart the server on port ${port}?`,
      text: 'Requests in flight are answered first. A tunnel has to lead to the new port; without a public address the Tenant URL in Entra changes too.',
      yes: 'Restart server'
    },
    schemaProblems: 'Not all schema files could be read',
    schemaProblemsHint: 'Everything else works. Correct the file in the data folder and start Usher again.',
    tls: 'TLS on this server',
    tlsHint:
      'For when Entra’s agent or a proxy in your network calls directly. A tunnel brings its own TLS and needs none here.',
    tlsFor: (names: string) => `Certificate for ${names}`,
    tlsUntil: (day: string) => `valid until ${day}`,
    tlsFolder:
      'The certificate lies in the folder tls of the data folder; a new one is taken over while requests go on.',
    keyPassword: {
      label: 'Password of the key',
      use: 'Use this password',
      wrong: 'The key does not open with this password.',
      missing: 'Type the password of the key.',
      environment:
        'The password of the key is given by USHER_TLS_PASSWORD, or the file that USHER_TLS_PASSWORD_FILE names.',
      stored: 'The password of the key is kept by this system’s key store.',
      typed: {
        'in-browser':
          'The password of the key is kept in memory until Usher ends. For the next start give it in a file that USHER_TLS_PASSWORD_FILE names.',
        'no-safe-storage':
          'This system has no key store that would keep the password safe, so it is kept in memory until Usher ends and asked for at the next start.'
      } satisfies Record<NonNullable<KeyPasswordState['whyNotStored']>, string>,
      forget: 'Forget password'
    },
    host: 'Listening address',
    hosts: {
      '127.0.0.1': 'This computer only',
      '::1': 'This computer only, IPv6',
      '0.0.0.0': 'All networks',
      '::': 'All networks, IPv6 too'
    },
    hostHint: 'A tunnel on this computer needs nothing else than “This computer only”.',
    hostConfirm: {
      title: 'Listen on all networks?',
      text: 'Every computer in your networks can then reach this server, and try tokens. Without TLS, secrets and people’s data travel readable. Use it for Entra’s agent on another computer, with TLS switched on and the allowed sources set.',
      yes: 'Listen on all networks'
    },
    allowFrom: 'Allowed sources',
    allowFromHint:
      'Address ranges that may ask, one a line, for example 40.126.0.0/18. Empty: everybody who has a token. This computer is always let in.',
    allowFromBad: (written: string) =>
      `“${written}” is no address or range. Write for example 10.0.0.7 or 40.126.0.0/18.`,
    forwarded: 'Believe forwarded headers',
    forwardedHint:
      'X-Forwarded-Proto and X-Forwarded-Host decide the links in answers, when they come from this computer and no public address is set.',
    compatibility: 'Compatibility',
    entra: 'Entra and Okta',
    entraHint: 'Reads the known habits of Entra and Okta kindly and names each one in the log.',
    rfc: 'RFC strict',
    rfcHint:
      'Follows RFC 7643 and 7644 to the letter. Entra needs its feature flag aadOptscim062020 for this.'
  },
  tunnel: {
    title: 'Public address and tunnel',
    why: 'Entra calls from the internet: a tunnel or proxy leads an https address here. Not needed for the on-premises agent.'
  },
  appearance: {
    title: 'Appearance',
    theme: 'Theme',
    light: 'Light',
    dark: 'Dark',
    auto: 'System',
    language: 'Language',
    languages: { system: 'System', en: 'English', de: 'Deutsch' } satisfies Record<LanguageChoice, string>,
    singleKeys: 'Single-key shortcuts',
    singleKeysHint: 'Letters such as j, k and c act on the live log. Press ? for the list.'
  },
  desktop: {
    title: 'Desktop',
    failed: 'The system did not do it',
    unavailable: (because: string) => `Not available here, because ${because}.`,
    reasons: {
      'in-browser': 'this console is a page in a browser',
      'no-tray': 'this desktop shows no tray; a hidden window could not be found again',
      'kept-by-system': 'macOS keeps Usher running in the Dock anyway when its window is closed',
      'from-source': 'Usher was started from its source folder, not installed',
      'no-notifications': 'this desktop shows no notifications'
    } satisfies Record<Unavailable, string>,
    tray: 'Keep running in tray',
    trayHint:
      'Closing the window hides it; the server goes on answering. Off: closing the window quits Usher.',
    trayAsk: 'You are asked when you close the window for the first time.',
    login: 'Start at login',
    loginHint: 'Usher starts without a window when you log in, so that provisioning is answered at once.',
    loginMinimized: 'Usher starts minimized when you log in, so that provisioning is answered at once.',
    notifications: 'Notifications',
    notificationsHint: 'While you look elsewhere, and never more than one in 30 seconds.',
    example: (example: string) => `For example: ${example}`,
    sendTest: 'Send test',
    sendTestOf: (topic: string) => `Send test: ${topic}`,
    topics: {
      failing: {
        label: 'Provisioning is failing',
        example: '3 requests failed or were refused. Latest: Refused: unknown token'
      },
      changes: {
        label: 'The directory changed',
        example: '12 changes in the directory. Latest: Created Alice Ng'
      },
      tunnel: {
        label: 'The public address no longer leads here',
        example: 'https://scim.contoso.example does not bring requests to this computer any more.'
      }
    } satisfies Record<NewsTopic, { label: string; example: string }>
  },
  storage: {
    title: 'Log retention',
    maxCount: 'Requests kept',
    maxDays: 'Days kept',
    maxMegabytes: 'Megabytes kept',
    usage: (count: number, pinned: number, size: string, oldestAt: number | null) =>
      oldestAt === null
        ? 'Nothing is kept yet.'
        : `Kept now: ${counted(count, 'request', 'requests')} since ${formatMoment(oldestAt)}, ${size} on disk, ${formatNumber(pinned)} pinned.`,
    beyond: (count: number) => `${counted(count, 'request', 'requests')} will be removed when you save.`,
    hint: 'The oldest requests beyond any of the three limits are removed. Users, groups and their history stay.'
  },
  about: {
    title: 'About',
    version: 'Version',
    dataFolder: 'Data folder',
    runningSince: 'Running since',
    copyFolder: 'Copy data folder'
  }
}
