import { TOKEN_PATH } from '../tenant-url'
import type { TlsTrouble, TunnelFinding } from '../tunnel'

/** What is wrong, and how to put it right. */
export interface FindingWords {
  title: string
  fix: string
}

const TLS: Record<TlsTrouble, FindingWords> = {
  'not-tls': {
    title: 'answered without TLS',
    fix: 'The port speaks plain HTTP. Use the https address of the tunnel, usually without a port.'
  },
  closed: {
    title: 'closed the connection when TLS began',
    fix: 'Most likely nothing there speaks TLS. Use the https address of the tunnel, usually without a port.'
  },
  'self-signed': {
    title: 'has a certificate that nobody vouches for',
    fix: 'Entra accepts certificates of public authorities only. Use a tunnel with its own certificate, or one from Let’s Encrypt.'
  },
  'unknown-issuer': {
    title: 'has a certificate whose issuer is not known',
    fix: 'Send the whole chain (certificate and intermediates) of a public authority. An internal authority works only with the on-premises agent.'
  },
  expired: {
    title: 'has a certificate that has expired',
    fix: 'Renew the certificate and reload the proxy.'
  },
  'not-yet-valid': {
    title: 'has a certificate that is not valid yet',
    fix: 'Check the clock of this computer and of the proxy.'
  },
  'name-mismatch': {
    title: 'has a certificate for another name',
    fix: 'Enter the name that stands in the certificate, or have one issued for this name.'
  },
  other: {
    title: 'did not agree on TLS',
    fix: 'Entra speaks TLS 1.2 with public certificates. Check the proxy’s TLS settings.'
  }
}

const number = new Intl.NumberFormat('en')

/** One finding of the tunnel doctor in words: what happened and what to do. */
export function describeFinding(finding: TunnelFinding): FindingWords {
  switch (finding.kind) {
    case 'not-https':
      return {
        title: 'The address does not begin with https://',
        fix: 'Entra speaks https only. Use the https address of the tunnel.'
      }
    case 'local-name':
      return {
        title: `${finding.host} is a name of this computer or network`,
        fix: 'It answers from here, but Entra cannot reach it. Only the on-premises agent can.'
      }
    case 'dns':
      return {
        title: `There is no host named ${finding.host}`,
        fix: 'Check the spelling. A quick tunnel gets a new name at each start; a new DNS name takes a few minutes.'
      }
    case 'unreachable':
      return {
        title: `${finding.host} refuses connections (${finding.reason})`,
        fix: 'Start the tunnel or proxy, and check that its port is open to the internet.'
      }
    case 'timeout':
      return {
        title: `${finding.host} does not answer`,
        fix: 'A firewall may be dropping the connection. Check that port 443 is open from the internet.'
      }
    case 'proxy':
      return {
        title: `The outgoing proxy of this network did not let the check through (${finding.reason})`,
        fix: 'Check HTTPS_PROXY and NO_PROXY. Entra itself does not use this proxy.'
      }
    case 'tls':
      return {
        title: `${finding.host} ${TLS[finding.trouble].title} (${finding.reason})`,
        fix: TLS[finding.trouble].fix
      }
    case 'tunnel-down':
      return {
        title: `${finding.by ?? 'The proxy'} is there, but finds nothing behind it (${finding.status})`,
        fix: 'Start the tunnel, and let it lead to the address and port shown under “Server”.'
      }
    case 'web-page':
      return {
        title: `The address answered with a web page, not SCIM (${finding.status}): ${finding.firstLine}`,
        fix: finding.isInterstitial
          ? 'This is the tunnel’s warning page for visitors, which Entra cannot click away. Use a tunnel or plan without it.'
          : 'Something in front shows a page of its own: a login, a bot check or another site. Let /scim/v2 pass to this server.'
      }
    case 'redirect':
      return {
        title: `The address redirects to ${finding.location} (${finding.status})`,
        fix: 'Entra does not follow redirects. Enter the address it leads to, or switch the redirect off for /scim/v2.'
      }
    case 'login':
      return {
        title: `Something in front asks for a login (${finding.status})`,
        fix: 'Entra can only show the token. Switch the extra login off for /scim/v2.'
      }
    case 'wrong-path':
      return finding.arrived === null
        ? {
            title: `Requests to ${finding.expected} do not arrive there`,
            fix: 'The proxy changes the path. Let it pass paths on as they are.'
          }
        : {
            title: `Requests to ${finding.expected} arrive as ${finding.arrived}`,
            fix: 'The proxy adds or removes a part of the path. Let it hand on everything from /scim/v2 as it is.'
          }
    case 'wrong-host':
      return {
        title: `Another server answers there (${finding.status}): ${finding.firstLine}`,
        fix: 'The name leads somewhere else. Check that the tunnel leads to this computer and to the port shown under “Server”.'
      }
    case 'authorization':
      return {
        title: finding.isMissing
          ? 'The Authorization header does not arrive'
          : 'The Authorization header arrives as another one',
        fix: 'The proxy removes or replaces it. Let it pass on “Authorization” as it is.'
      }
    case 'method-blocked':
      return {
        title: `${finding.method} does not get through${finding.status === null ? '' : ` (${finding.status})`}`,
        fix: 'Entra needs GET, POST, PATCH and DELETE. Allow them in the proxy or firewall.'
      }
    case 'body-mangled':
      return {
        title: `Bodies arrive changed (${number.format(finding.sentBytes)} bytes sent, ${number.format(finding.arrivedBytes)} arrived)`,
        fix: 'The proxy rewrites bodies. Switch filters and conversions off for /scim/v2.'
      }
    case 'header-mangled':
      return {
        title: `The header ${finding.header} arrives as ${finding.arrived ?? 'nothing'}`,
        fix: `Let the proxy pass on “${finding.header}” as it is.`
      }
    case 'query-mangled':
      return {
        title: `The query arrives as ${finding.arrived}`,
        fix: 'The proxy changes or drops the query. Filters such as userName eq "…" travel in it.'
      }
    case 'answer-mangled':
      return {
        title: 'The answer comes back changed',
        fix: 'The proxy rewrites answers. Switch filters and conversions off for /scim/v2.'
      }
    case 'size-limit':
      return {
        title: `Bodies of ${number.format(finding.bytes)} bytes do not get through${finding.status === null ? '' : ` (${finding.status})`}`,
        fix: 'Large groups need larger bodies. Raise the limit (nginx: client_max_body_size 16m).'
      }
    case 'token-endpoint':
      return {
        title: `${TOKEN_PATH} does not get through${finding.status === null ? '' : ` (${finding.status})`}`,
        fix: 'Only OAuth clients need it, a secret token does not. Let the proxy hand it on as it does /scim/v2.'
      }
  }
}
