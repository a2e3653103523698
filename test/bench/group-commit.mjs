/** Writes of one turn of the loop share a transaction; each resolves, to what its work returned, once that is on disk. */
export function groupCommit(db) {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  let waiting = []
  return work => {
    if (waiting.length === 0) {
      begin.run()
      setImmediate(() => {
        const settled = waiting
        waiting = []
        commit.run()
        for (const resolve of settled) resolve()
      })
    }
    const result = work()
    return new Promise(resolve => waiting.push(() => resolve(result)))
  }
}
