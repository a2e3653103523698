/** What the other thread tells of an error. */
export interface FailureFacts {
  message: string
  /** SQLite's, or the system's. */
  code?: string
  /** Where the system refused: what it was asked for. */
  syscall?: string
}

/** What went wrong in the other thread. */
export class ReadingFailed extends Error {
  readonly code: string | undefined
  readonly syscall: string | undefined

  constructor({ message, code, syscall }: FailureFacts) {
    super(message)
    this.name = 'ReadingFailed'
    this.code = code
    this.syscall = syscall
  }
}
