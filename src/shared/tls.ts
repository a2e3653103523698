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
  | { kind: 'not-yet-valid'; at: number }
  | { kind: 'weak-key'; bits: number }
  | { kind: 'name-mismatch'; host: string; names: string[] }
  | { kind: 'self-signed' }

export interface CertificateFacts {
  subject: string
  names: string[]
  validTo: number
  remarks: TlsRemark[]
}

/** `off`, or what the certificate in the data folder's `tls` folder says. */
export type TlsState =
  { kind: 'off' } | { kind: 'on'; certificate: CertificateFacts } | { kind: 'problem'; problem: TlsProblem }
