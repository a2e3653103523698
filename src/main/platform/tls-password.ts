import { readFileSync } from 'node:fs'

/**
 * The password of the TLS key: USHER_TLS_PASSWORD, or the first line of the file that USHER_TLS_PASSWORD_FILE names. One that
 * comes from here is never stored.
 *
 * @throws a system error when that file cannot be read
 */
export function readTlsPassword(env: NodeJS.ProcessEnv): { tlsPassword?: string } {
  if (env.USHER_TLS_PASSWORD) return { tlsPassword: env.USHER_TLS_PASSWORD }
  if (!env.USHER_TLS_PASSWORD_FILE) return {}
  const [password = ''] = readFileSync(env.USHER_TLS_PASSWORD_FILE, 'utf8').split(/\r?\n/, 1)
  return { tlsPassword: password }
}
