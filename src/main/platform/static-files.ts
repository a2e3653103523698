import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'

/** Stands in index.html's `<meta name="csp-nonce" content="__CSP_NONCE__">` and is replaced in every answer. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__'

/** The policy the whole console runs under, in the window and in a browser. No inline script, no inline style without the nonce. */
const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'"
  ].join('; ')

const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8'
}

export interface StaticAnswer {
  status: 200 | 404
  headers: Record<string, string>
  body: Buffer | string
}

/**
 * Answers for the console's own files, for `app://` in the window and for the browser alike.
 *
 * @param folder the built renderer (`out/renderer`)
 * @param pathname a URL's path, still percent-encoded; `/` is index.html. Anything that leaves the folder is a 404.
 */
export async function staticFile(folder: string, pathname: string): Promise<StaticAnswer> {
  const file = fileWithin(folder, pathname)
  const mediaType = file && MEDIA_TYPES[extname(file)]
  if (!file || !mediaType) return notThere()

  const content = await readOrNull(file)
  if (content === null) return notThere()
  if (extname(file) === '.html') return page(content)
  return {
    status: 200,
    headers: { ...guards, 'Content-Type': mediaType, 'Cache-Control': caching(file) },
    body: content
  }
}

const guards = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin'
}

function page(content: Buffer): StaticAnswer {
  const nonce = randomBytes(16).toString('base64')
  return {
    status: 200,
    headers: {
      ...guards,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': contentSecurityPolicy(nonce)
    },
    body: content.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce)
  }
}

const notThere = (): StaticAnswer => ({
  status: 404,
  headers: { ...guards, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  body: 'There is no such file.'
})

/** The bundler puts a hash of the content into the names under `assets/`. */
const caching = (file: string): string =>
  file.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache'

function fileWithin(folder: string, pathname: string): string | null {
  const path = decoded(pathname)
  if (path === null || path.includes('\0') || path.includes('\\')) return null

  const root = resolve(folder)
  const file = resolve(join(root, path === '/' || path === '' ? 'index.html' : path))
  return file.startsWith(root + sep) ? file : null
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

async function readOrNull(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return null
    throw error
  }
}
