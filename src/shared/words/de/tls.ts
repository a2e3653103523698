import type { TlsProblem, TlsRemark } from '../../tls'

const day = new Intl.DateTimeFormat('de', { day: 'numeric', month: 'long', year: 'numeric' })
const number = new Intl.NumberFormat('de')

/** What is wrong and what to do, in one breath. */
export function describeTlsProblem(problem: TlsProblem): string {
  switch (problem.kind) {
    case 'no-certificate':
      return `Es gibt kein Zertifikat. certificate.pem (mit seiner Kette) und key.pem, oder certificate.pfx, in ${problem.folder} legen.`
    case 'no-key':
      return `Dem Zertifikat fehlt der Schlüssel. Seinen privaten Schlüssel als key.pem in ${problem.folder} legen.`
    case 'bad-password':
      return problem.isGiven
        ? 'Das Kennwort öffnet den Schlüssel nicht. Das richtige in den Einstellungen eingeben; kommt es aus USHER_TLS_PASSWORD oder der Datei, die USHER_TLS_PASSWORD_FILE nennt, dort berichtigen und neu starten.'
        : 'Der Schlüssel braucht ein Kennwort. In den Einstellungen eingeben, oder in USHER_TLS_PASSWORD oder einer Datei mitgeben, die USHER_TLS_PASSWORD_FILE nennt.'
    case 'wrong-key':
      return 'Der Schlüssel gehört zu einem anderen Zertifikat. Die beiden in den Ordner legen, die zusammen erzeugt wurden.'
    case 'unreadable':
      return `${problem.file} ist nicht lesbar: ${problem.reason}.`
  }
}

/** What Entra will say to a certificate that this server can use all the same. */
export function describeTlsRemark(remark: TlsRemark): string {
  switch (remark.kind) {
    case 'expired':
      return `Das Zertifikat ist am ${day.format(remark.at)} abgelaufen. Erneuern: Das neue wird ohne Neustart übernommen.`
    case 'expiring':
      return `Das Zertifikat läuft am ${day.format(remark.at)} ab. Das erneuerte rechtzeitig in den Ordner legen: Es wird ohne Neustart übernommen.`
    case 'not-yet-valid':
      return `Das Zertifikat gilt erst ab ${day.format(remark.at)}. Die Uhr dieses Computers prüfen.`
    case 'weak-key':
      return `Der Schlüssel hat ${number.format(remark.bits)} Bit. Entra verlangt RSA mit 2.048 Bit oder mehr, oder eine elliptische Kurve mit 256.`
    case 'name-mismatch':
      return `Das Zertifikat gilt für ${remark.names.join(', ') || 'niemanden'}, nicht für ${remark.host}. Entra lehnt es ab.`
    case 'self-signed':
      return 'Niemand bürgt für dieses Zertifikat. Entra verlangt eines von einer öffentlichen Stelle; der lokale Agent nimmt eines, dem sein Computer vertraut.'
  }
}
