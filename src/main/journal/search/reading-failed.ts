/** What went wrong in the other thread. `code` is SQLite's, as far as it was SQLite. */
export class ReadingFailed extends Error {
  constructor(
    message: string,
    readonly code: string | null
  ) {
    super(message)
    this.name = 'ReadingFailed'
  }
}
