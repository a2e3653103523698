import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../free-port'
import { certificateFile } from '../tls-front'

/** What stands in front of the server, one site each. `$UPSTREAM` is `http://127.0.0.1:PORT`. */
const SITES = {
  /** As most people configure it: HTTP/1.0 to the server, a connection for each request. */
  plain: 'location / { proxy_pass $UPSTREAM; proxy_set_header Host $host; }',
  /** Kept connections, and a query written anew: blanks as %20 instead of +. */
  rewritten: `
    if ($args ~ "^(.*?)\\+(.*)$") { set $args "$1%20$2"; }
    if ($args ~ "^(.*?)\\+(.*)$") { set $args "$1%20$2"; }
    location /scim/v2/ { proxy_pass http://kept/scim/v2/; proxy_http_version 1.1; proxy_set_header Connection ""; }`,
  page: `location / { default_type text/html; return 200 "<!doctype html><html><head><title>Welcome to nginx!</title></head></html>"; }`,
  gone: 'location / { proxy_pass http://127.0.0.1:1; }',
  anonymous: 'location / { proxy_pass $UPSTREAM; proxy_set_header Authorization ""; }',
  prefixed: 'location / { proxy_pass $UPSTREAM/inner/; }',
  redirected: 'location / { return 301 https://www.contoso.example$request_uri; }',
  small: 'client_max_body_size 1m; location / { proxy_pass $UPSTREAM; }'
}
export type Site = keyof typeof SITES

/** A real nginx with TLS, as the tunnel in front of a server on this computer. */
export async function startNginx(upstreamPort: number) {
  const folder = mkdtempSync(join(tmpdir(), 'usher-nginx-'))
  // Started by root, nginx keeps bodies as another user.
  chmodSync(folder, 0o755)
  const names = Object.keys(SITES) as Site[]
  const ports = await freePorts(names.length)
  const portOf = Object.fromEntries(names.map((name, index) => [name, ports[index]])) as Record<Site, number>
  writeFileSync(join(folder, 'nginx.conf'), configuration(portOf, upstreamPort, folder))

  const program = spawn('nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'inherit']
  })
  const failed = once(program, 'error').then(([error]) => {
    throw new Error('nginx could not be started; npm test installs it on Debian', { cause: error })
  })
  await Promise.race([failed, accepting(portOf.plain, program)])
  return {
    origin: (site: Site): string => `https://localhost:${portOf[site]}`,
    async stop() {
      const ended = once(program, 'exit')
      program.kill('SIGTERM')
      await ended
    }
  }
}

function configuration(portOf: Record<Site, number>, upstreamPort: number, folder: string): string {
  const sites = (Object.keys(SITES) as Site[]).map(
    name => `
  server {
    listen 127.0.0.1:${portOf[name]} ssl;
    server_name localhost;
    ${SITES[name].replaceAll('$UPSTREAM', `http://127.0.0.1:${upstreamPort}`)}
  }`
  )
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `
daemon off;
worker_processes 1;
pid "${folder}/nginx.pid";
error_log "${folder}/error.log";
events { worker_connections 256; }
http {
  access_log off;
  ${temporary.map(name => `${name}_temp_path "${folder}/${name}";`).join('\n  ')}
  client_max_body_size 16m;
  ssl_certificate "${certificateFile('tunnel.pem')}";
  ssl_certificate_key "${certificateFile('tunnel.key')}";
  upstream kept { server 127.0.0.1:${upstreamPort}; keepalive 8; }
  ${sites.join('\n')}
}`
}

async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>()
  while (ports.size < count) ports.add(await freePort())
  return [...ports]
}

async function accepting(port: number, program: ChildProcess): Promise<void> {
  while (program.exitCode === null) {
    const socket = connect(port, '127.0.0.1')
    const isThere = await new Promise(resolve => {
      socket.once('connect', () => resolve(true))
      socket.once('error', () => resolve(false))
    })
    socket.destroy()
    if (isThere) return
    await new Promise(resolve => setImmediate(resolve))
  }
  throw new Error('nginx ended before it listened; it said why above.')
}
