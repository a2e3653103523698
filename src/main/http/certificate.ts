import { createPrivateKey, X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSecureContext } from 'node:tls'
import {
  CERTIFICATE_WARNING_DAYS,
  type CertificateFacts,
  type TlsProblem,
  type TlsRemark
} from '../../shared/tls'

/** What a TLS server is given; the password stays in memory. */
export type TlsMaterial =
  { cert: Buffer; key: Buffer; passphrase?: string } | { pfx: Buffer; passphrase?: string }

export type ReadCertificate =
  | { kind: 'ready'; material: TlsMaterial; certificate: CertificateFacts }
  | { kind: 'problem'; problem: TlsProblem }

const problem = (what: TlsProblem): ReadCertificate => ({ kind: 'problem', problem: what })

/** RSA below this, and curves below 256 bits, are refused by Entra. */
const LEAST_RSA_BITS = 2048
const LEAST_CURVE_BITS = 256

/**
 * Reads `certificate.pfx`, or `certificate.pem` with `key.pem`, from a folder.
 *
 * @param password of the key; null when none was given
 * @param host the name that clients will call, if that is known
 */
export function readCertificate(
  folder: string,
  { password, host, now }: { password: string | null; host: string | null; now: number }
): ReadCertificate {
  const [pfxFile, certFile, keyFile] = ['certificate.pfx', 'certificate.pem', 'key.pem'].map(name =>
    join(folder, name)
  ) as [string, string, string]
  const passphrase = password === null ? {} : { passphrase: password }
  if (existsSync(pfxFile))
    return readPfx({ pfx: readFileSync(pfxFile), ...passphrase }, pfxFile, { host, now })
  if (!existsSync(certFile)) return problem({ kind: 'no-certificate', folder })
  if (!existsSync(keyFile)) return problem({ kind: 'no-key', folder })

  const cert = readFileSync(certFile)
  const key = readFileSync(keyFile)
  const leaf = attempt(() => new X509Certificate(cert))
  if ('reason' in leaf) return problem({ kind: 'unreadable', file: certFile, reason: leaf.reason })
  const privateKey = attempt(() => createPrivateKey({ key, ...passphrase }))
  if ('reason' in privateKey) {
    return key.includes('ENCRYPTED')
      ? problem({ kind: 'bad-password', isGiven: password !== null })
      : problem({ kind: 'unreadable', file: keyFile, reason: privateKey.reason })
  }
  if (!leaf.value.checkPrivateKey(privateKey.value)) return problem({ kind: 'wrong-key' })
  return {
    kind: 'ready',
    material: { cert, key, ...passphrase },
    certificate: factsOf(leaf.value, { host, now })
  }
}

function readPfx(
  material: { pfx: Buffer; passphrase?: string },
  file: string,
  seen: { host: string | null; now: number }
): ReadCertificate {
  const context = attempt(() => createSecureContext(material))
  if ('reason' in context) {
    return /mac verify|password|decrypt/i.test(context.reason)
      ? problem({ kind: 'bad-password', isGiven: material.passphrase !== undefined })
      : problem({ kind: 'unreadable', file, reason: context.reason })
  }
  // The only way to the certificate inside without a parser of our own.
  const { context: native } = context.value as unknown as { context: { getCertificate(): Buffer } }
  return { kind: 'ready', material, certificate: factsOf(new X509Certificate(native.getCertificate()), seen) }
}

function factsOf(
  leaf: X509Certificate,
  { host, now }: { host: string | null; now: number }
): CertificateFacts {
  const [from, to] = [Date.parse(leaf.validFrom), Date.parse(leaf.validTo)]
  const names = [...(leaf.subjectAltName ?? '').matchAll(/(?:DNS|IP Address):([^,\s]+)/g)].map(
    match => match[1] ?? ''
  )
  const remarks: TlsRemark[] = []
  if (to <= now) remarks.push({ kind: 'expired', at: to })
  else if (to - now <= CERTIFICATE_WARNING_DAYS * 86_400_000) remarks.push({ kind: 'expiring', at: to })
  if (from > now) remarks.push({ kind: 'not-yet-valid', at: from })
  const bits = bitsOf(leaf)
  if (bits !== null) remarks.push({ kind: 'weak-key', bits })
  if (host !== null && !isFor(leaf, host)) remarks.push({ kind: 'name-mismatch', host, names })
  if (leaf.checkIssued(leaf)) remarks.push({ kind: 'self-signed' })
  return { subject: leaf.subject.replaceAll('\n', ', '), names, validTo: to, remarks }
}

const isFor = (leaf: X509Certificate, host: string): boolean =>
  (/^[\d.]+$|:/.test(host) ? leaf.checkIP(host) : leaf.checkHost(host)) !== undefined

/** The size of a key that is too small; null for one that is fine. */
function bitsOf({ publicKey }: X509Certificate): number | null {
  const { modulusLength, namedCurve } = publicKey.asymmetricKeyDetails ?? {}
  if (modulusLength !== undefined) return modulusLength < LEAST_RSA_BITS ? modulusLength : null
  const curveBits = Number(/\d+/.exec(namedCurve ?? '')?.[0] ?? LEAST_CURVE_BITS)
  return curveBits < LEAST_CURVE_BITS && namedCurve !== 'X25519' ? curveBits : null
}

function attempt<T>(work: () => T): { value: T } | { reason: string } {
  try {
    return { value: work() }
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}
