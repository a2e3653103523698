import { counted } from '../counted'
import { formatNumber } from '../format'

const seconds = (ms: number): string => `${formatNumber(Math.round(ms / 100) / 10)} s`

/** Answers that the simulator tells the server to give. */
export const faults = {
  title: 'Arm a fault',
  text: 'Matching requests are answered as told here, to see what the client makes of it. Faults are off after a restart and never meet the console’s own checks.',
  effect: 'Fault',
  effects: {
    status: 'Status',
    delay: 'Delay',
    drop: 'Cut the connection before the work',
    lost: 'Cut the connection after the work',
    html: 'A web page instead of SCIM',
    truncated: 'Half of the JSON'
  },
  status: 'Status',
  retryAfter: 'Retry-After, seconds',
  delay: 'Delay, seconds',
  method: 'Method',
  anyMethod: 'Any',
  path: 'Path',
  pathHint: 'Below the base path, for example /Groups; empty is any.',
  share: 'Share, percent',
  count: 'Next',
  countHint: 'Disarms after so many; empty stays armed.',
  ideasTitle: 'What happens in real life',
  armShort: 'Arm',
  armNamed: (title: string) => `Arm: ${title}`,
  ideas: {
    busy: {
      title: 'Too many requests',
      about: 'The next 5 PATCH requests are answered 429 with Retry-After 5: does the client wait?'
    },
    shaky: {
      title: 'A shaky server',
      about: 'One request in ten is answered 503: does everything arrive in the end?'
    },
    slow: { title: 'A slow server', about: 'Every answer takes 2 s longer.' },
    lost: {
      title: 'Lost answers',
      about: 'The next 2 POST requests do their work, but nobody hears of it: is anybody created twice?'
    },
    page: {
      title: 'A page of a proxy',
      about: 'The next request gets a web page instead of SCIM, as tunnels and proxies do.'
    }
  },
  arm: 'Arm fault',
  armed: 'Armed faults',
  none: 'No fault is armed.',
  disarm: 'Disarm',
  disarmNamed: (fault: string) => `Disarm ${fault}`,
  disarmAll: 'Disarm all',
  inWords: (effect: string, method: string | null, path: string, share: number) =>
    `${effect} on ${method ?? 'any method'} ${path === '' ? 'anywhere' : path}, ${formatNumber(share)} %`,
  effectWords: {
    status: (status: number) => String(status),
    delay: (ms: number) => `Delay of ${seconds(ms)}`,
    drop: 'Connection cut',
    lost: 'Answer lost',
    html: 'Web page',
    truncated: 'Half an answer'
  },
  next: (remaining: number) => `next ${formatNumber(remaining)}`,
  met: (count: number) => `met ${counted(count, 'request', 'requests')}`,
  headerArmed: 'Fault armed',
  headerWhy: (count: number) =>
    `${counted(count, 'fault is', 'faults are')} armed: some requests are answered as told on the Simulator screen.`,
  notArmed: 'The fault was not armed'
}
