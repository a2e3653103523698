import type { ServerState } from '../../shared/contract'
import type { Tls } from '../http/tls'
import type { KeyPassword } from './key-password'

interface Parts {
  tls: Pick<Tls, 'opensWith' | 'reload'>
  keyPassword: KeyPassword
  server: { state(): ServerState; start(): Promise<unknown>; tellState(): void }
}

/** What people do about the password of the TLS key. */
export function createTlsDesk({ tls, keyPassword, server }: Parts) {
  /** A door that stayed shut for want of a certificate is tried again; an open one takes the certificate over. */
  async function follow(): Promise<void> {
    const { state, trouble } = server.state()
    if (state === 'stopped' && trouble !== undefined) await server.start()
    else tls.reload()
  }

  return {
    async setPassword(text: string): Promise<'taken' | 'wrong' | 'given'> {
      if (keyPassword.state().from === 'environment') return 'given'
      if (!tls.opensWith(text)) return 'wrong'
      await keyPassword.set(text)
      await follow()
      return 'taken'
    },

    /** The certificate in use serves on until the next start. */
    forgetPassword(): void {
      if (keyPassword.state().from === 'environment') return
      keyPassword.forget()
      server.tellState()
    }
  }
}
