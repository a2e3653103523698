import type { EvidenceFile, EvidenceRemoved } from '../evidence'

/** What lies in an evidence pack. Also written into its manifest, which is read by support, in English. */
export const evidenceFiles: Record<EvidenceFile, string> = {
  'log.har': 'The requests with their answers, as HAR 1.2, for any HAR viewer',
  'log.jsonl': 'The same, one JSON object a line, with sentence, changes, ending and tolerances',
  'cycles.json': 'The provisioning cycles with their counts',
  'schemas.json': 'Schemas and resource types as they are published, those of the data folder included',
  'settings.json': 'The settings, without secrets',
  'state.json': 'Server, public address with the tunnel doctor’s findings, counts, names of tokens',
  'clock.json': 'The clock, and how far it is off',
  'versions.json': 'Versions of Usher, its parts and the system',
  'manifest.json': 'This list'
}

export const evidenceRemoved: Record<EvidenceRemoved, string> = {
  authorization: 'Authorization headers: never stored',
  'secret-headers': 'Cookie, Proxy-Authorization and X-Api-Key headers: never stored',
  passwords: 'Values of password: never stored',
  'token-secrets': 'Secrets of tokens: never stored; what looks like one in a URL or a body is cut out',
  'tls-key': 'The key of the TLS certificate and its password',
  'personal-settings': 'Saved filters, which may name people'
}

/** What stays in it, so that nobody is surprised. */
export const evidenceKept =
  'Names, addresses and other values of users and groups are in the requests as they were sent.'
