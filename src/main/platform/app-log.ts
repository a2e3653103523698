/** What the program has to say about itself. Never about requests (that is the journal), never a secret. */
export interface AppLog {
  /** Something is wrong, but Usher goes on. */
  warn(message: string, cause?: unknown): void
}

/** One line per warning, with the stack of its cause, written to `write` (stderr in both programs; stdout is an interface). */
export function createAppLog(write: (line: string) => void): AppLog {
  return {
    warn: (message, cause) =>
      write(
        `${new Date().toISOString()} warning: ${message}${cause === undefined ? '' : `\n${stackOf(cause)}`}\n`
      )
  }
}

export const silentLog: AppLog = { warn: () => undefined }

const stackOf = (cause: unknown): string =>
  cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
