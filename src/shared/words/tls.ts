import type { TlsProblem, TlsRemark } from '../tls'

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** What is wrong and what to do, in one breath: it stands beside the switch and where the server says why it does not listen. */
export function describeTlsProblem(problem: TlsProblem): string {
  switch (problem.kind) {
    case 'no-certificate':
      return `There is no certificate. Put certificate.pem (with its chain) and key.pem, or certificate.pfx, into ${problem.folder}.`
    case 'no-key':
      return `The certificate has no key. Put its private key as key.pem into ${problem.folder}.`
    case 'bad-password':
      return problem.isGiven
        ? 'The password does not open the key. Type the right one in Settings; if it comes from USHER_TLS_PASSWORD, or from the file that USHER_TLS_PASSWORD_FILE names, correct it there and start again.'
        : 'The key needs a password. Type it in Settings, or give it in USHER_TLS_PASSWORD or a file that USHER_TLS_PASSWORD_FILE names.'
    case 'wrong-key':
      return 'The key belongs to another certificate. Put the two that were made together into the folder.'
    case 'unreadable':
      return `${problem.file} cannot be read: ${problem.reason}.`
  }
}

/** What Entra will say to a certificate that this server can use all the same. */
export function describeTlsRemark(remark: TlsRemark): string {
  switch (remark.kind) {
    case 'expired':
      return `The certificate expired on ${day.format(remark.at)}. Renew it: the new one is taken over without a restart.`
    case 'expiring':
      return `The certificate expires on ${day.format(remark.at)}. Put the renewed one into the folder in time: it is taken over without a restart.`
    case 'not-yet-valid':
      return `The certificate is valid from ${day.format(remark.at)} on. Check the clock of this computer.`
    case 'weak-key':
      return `The key has ${remark.bits} bits. Entra needs RSA of 2,048 bits or more, or an elliptic curve of 256.`
    case 'name-mismatch':
      return `The certificate is for ${remark.names.join(', ') || 'nobody'}, not for ${remark.host}. Entra refuses it.`
    case 'self-signed':
      return 'Nobody vouches for this certificate. Entra needs one of a public authority; the on-premises agent takes one that its computer trusts.'
  }
}
