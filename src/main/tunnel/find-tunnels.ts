import { request } from 'node:http'
import type { FoundTunnel, TunnelProgram } from '../../shared/tunnel'
import { findProgram } from './programs'

/** Where tunnel programs answer about themselves on this computer. */
export interface LocalApis {
  ngrok: number[]
  cloudflared: number[]
}

/** ngrok's inspector takes the next port when one is taken; cloudflared's metrics server has these five. */
export const LOCAL_APIS: LocalApis = { ngrok: [4040, 4041], cloudflared: [20241, 20242, 20243, 20244, 20245] }

/** They are on this computer; only one that hangs is waited for. */
const PATIENCE_MS = 2_500

/** Which tunnel programs are installed, and which run already, whoever started them. */
export async function findTunnels(apis: LocalApis = LOCAL_APIS): Promise<FoundTunnel[]> {
  const [cloudflared, ngrok] = await Promise.all([
    firstOf(apis.cloudflared, runningCloudflared),
    firstOf(apis.ngrok, runningNgrok)
  ])
  const found = (program: TunnelProgram, running: FoundTunnel['running']): FoundTunnel => ({
    program,
    isInstalled: findProgram(program) !== null,
    running
  })
  return [found('cloudflared', cloudflared), found('ngrok', ngrok)]
}

async function firstOf(
  ports: number[],
  ask: (port: number) => Promise<FoundTunnel['running']>
): Promise<FoundTunnel['running']> {
  const answers = await Promise.all(ports.map(ask))
  return answers.find(answer => answer !== null) ?? null
}

/** `GET /api/tunnels` of ngrok's inspector: `{"tunnels":[{"public_url":"https://…","config":{"addr":"http://localhost:7643"}}]}`. */
async function runningNgrok(port: number): Promise<FoundTunnel['running']> {
  const answer = (await ask(port, '/api/tunnels')) as { tunnels?: unknown } | null
  const tunnels = Array.isArray(answer?.tunnels) ? answer.tunnels : []
  for (const tunnel of tunnels as { public_url?: unknown; config?: { addr?: unknown } }[]) {
    const url = tunnel?.public_url
    const leadsTo = tunnel?.config?.addr
    if (typeof url === 'string' && url.startsWith('https://')) {
      return { url, leadsTo: typeof leadsTo === 'string' ? leadsTo : null }
    }
  }
  return null
}

/** `GET /quicktunnel` of cloudflared's metrics server: `{"hostname":"….trycloudflare.com"}`. */
async function runningCloudflared(port: number): Promise<FoundTunnel['running']> {
  const answer = (await ask(port, '/quicktunnel')) as { hostname?: unknown } | null
  const { hostname } = answer ?? {}
  return typeof hostname === 'string' && hostname !== ''
    ? { url: `https://${hostname}`, leadsTo: null }
    : null
}

/** JSON from this computer, or null when nobody answers, or somebody else does. */
function ask(port: number, path: string): Promise<object | null> {
  return new Promise(resolve => {
    const asked = request({ host: '127.0.0.1', port, path, timeout: PATIENCE_MS }, answer => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => (text += chunk))
      answer.on('error', () => resolve(null))
      answer.on('end', () => resolve(objectIn(text)))
    })
    asked.on('timeout', () => asked.destroy())
    asked.on('error', () => resolve(null))
    asked.end()
  })
}

function objectIn(text: string): object | null {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' ? json : null
  } catch {
    // Some other program has this port.
    return null
  }
}
