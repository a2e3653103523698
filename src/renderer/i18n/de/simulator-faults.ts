import type { Words } from '..'
import { counted } from '../counted'
import { formatNumber } from '../format'

const seconds = (ms: number): string => `${formatNumber(Math.round(ms / 100) / 10)}\u00a0s`

export const faults: Words['simulator']['faults'] = {
  title: 'Störung einschalten',
  text: 'Passende Anfragen werden so beantwortet, wie es hier steht, um zu sehen, was der Client daraus macht. Nach einem Neustart sind Störungen aus; die eigenen Prüfungen der Konsole trifft keine.',
  effect: 'Störung',
  effects: {
    status: 'Status',
    delay: 'Verzögerung',
    drop: 'Verbindung vor der Arbeit trennen',
    lost: 'Verbindung nach der Arbeit trennen',
    html: 'Eine Webseite statt SCIM',
    truncated: 'Das halbe JSON'
  },
  status: 'Status',
  retryAfter: 'Retry-After (s)',
  delay: 'Verzögerung (s)',
  method: 'Methode',
  anyMethod: 'Jede',
  path: 'Pfad',
  pathHint: 'Unterhalb des Basispfads, zum Beispiel /Groups; leer ist jeder.',
  share: 'Anteil (%)',
  count: 'Die nächsten',
  countHint: 'Schaltet sich nach so vielen aus; leer bleibt an.',
  ideasTitle: 'Was im Alltag vorkommt',
  armShort: 'Einschalten',
  armNamed: title => `Einschalten: ${title}`,
  ideas: {
    busy: {
      title: 'Zu viele Anfragen',
      about: 'Die nächsten 5 PATCH-Anfragen bekommen 429 mit Retry-After 5: Wartet der Client?'
    },
    shaky: {
      title: 'Ein wackliger Server',
      about: 'Eine von zehn Anfragen bekommt 503: Kommt am Ende alles an?'
    },
    slow: { title: 'Ein langsamer Server', about: 'Jede Antwort dauert 2\u00a0s länger.' },
    lost: {
      title: 'Verlorene Antworten',
      about:
        'Die nächsten 2 POST-Anfragen tun ihre Arbeit, aber niemand erfährt davon: Wird jemand doppelt angelegt?'
    },
    page: {
      title: 'Die Seite eines Proxys',
      about: 'Die nächste Anfrage bekommt eine Webseite statt SCIM, wie Tunnel und Proxys es tun.'
    }
  },
  arm: 'Störung einschalten',
  armed: 'Eingeschaltete Störungen',
  none: 'Keine Störung ist eingeschaltet.',
  disarm: 'Ausschalten',
  disarmNamed: fault => `${fault} ausschalten`,
  disarmAll: 'Alle ausschalten',
  inWords: (effect, method, path, share) =>
    `${effect} bei ${method ?? 'jeder Methode'} ${path === '' ? 'überall' : path}, ${formatNumber(share)}\u00a0%`,
  effectWords: {
    status: status => String(status),
    delay: ms => `Verzögerung von ${seconds(ms)}`,
    drop: 'Verbindung getrennt',
    lost: 'Antwort verloren',
    html: 'Webseite',
    truncated: 'Halbe Antwort'
  },
  next: remaining => `die nächsten ${formatNumber(remaining)}`,
  met: count => `${counted(count, 'Anfrage', 'Anfragen')} getroffen`,
  headerArmed: 'Störung an',
  headerWhy: count =>
    `${counted(count, 'Störung ist', 'Störungen sind')} eingeschaltet: Manche Anfragen werden beantwortet, wie es im Simulator steht.`,
  notArmed: 'Die Störung wurde nicht eingeschaltet'
}
