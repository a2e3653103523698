/** Why the listener cannot speak TLS. */
export type TlsProblem =
  | { kind: 'no-certificate'; folder: string }
  | { kind: 'no-key'; folder: string }
  | { kind: 'bad-password'; isGiven: boolean }
  | { kind: 'wrong-key' }
  | { kind: 'unreadable'; file: string; reason: string }

/** It speaks TLS, but Entra will not accept it. */
export type TlsRemark =
  | { kind: 'expired'; at: number }
  /** Within the days that count as soon. */
  | { kind: 'expiring'; at: number }
  | { kind: 'not-yet-valid'; at: number }
  | { kind: 'weak-key'; bits: number }
  | { kind: 'name-mismatch'; host: string; names: string[] }
  | { kind: 'self-signed' }

/** Days before its end from which a certificate counts as expiring. */
export const CERTIFICATE_WARNING_DAYS = 20

/** Where the password of the key comes from. */
export interface KeyPasswordState {
  /** `stored`: sealed by the system's key store. `typed`: in memory, until Usher ends. */
  from: 'none' | 'environment' | 'stored' | 'typed'
  /** Why a typed one is not stored: no desktop to ask, or one without a safe place. */
  whyNotStored: 'in-browser' | 'no-safe-storage' | null
}

export interface CertificateFacts {
  subject: string
  names: string[]
  validTo: number
  remarks: TlsRemark[]
}

/** `off`, or what the certificate in the data folder's `tls` folder says. */
export type TlsState =
  { kind: 'off' } | { kind: 'on'; certificate: CertificateFacts } | { kind: 'problem'; problem: TlsProblem }
