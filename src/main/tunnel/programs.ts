import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { TunnelProgram } from '../../shared/tunnel'

/** How a tunnel program is started, and where the address stands in what it prints. */
interface Program {
  args(leadsTo: string): string[]
  /** The public address, when this line names it. */
  urlIn(line: string): string | null
}

export const PROGRAMS: Record<TunnelProgram, Program> = {
  cloudflared: {
    args: leadsTo => ['tunnel', '--no-autoupdate', '--url', leadsTo],
    urlIn: line => /https:\/\/[a-z0-9-]+\.trycloudflare\.com/i.exec(line)?.[0] ?? null
  },
  ngrok: {
    args: leadsTo => ['http', leadsTo, '--log', 'stdout', '--log-format', 'logfmt'],
    urlIn: line => /started tunnel.*\burl="?(https:\/\/[^\s"]+)/i.exec(line)?.[1] ?? null
  }
}

/** The program's file on the PATH; null when it is not installed. */
export function findProgram(name: TunnelProgram, env: NodeJS.ProcessEnv = process.env): string | null {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : ['']
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    if (folder === '') continue
    for (const ending of endings) {
      const file = join(folder, name + ending)
      if (existsSync(file)) return file
    }
  }
  return null
}
