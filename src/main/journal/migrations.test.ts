import { copyFileSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { MIGRATIONS } from './database'
import { createJournal } from './journal'

test.each(MIGRATIONS.slice(0, -1).map(({ number }) => number))(
  'a log of schema %i is brought up to date with all that is in it, after a backup, and goes on',
  async number => {
    const folder = mkdtempSync(join(tmpdir(), 'usher-journal-'))
    const fixture = join(import.meta.dirname, `../../../test/fixtures/journal-schema-${number}.db`)
    copyFileSync(fixture, join(folder, 'journal.db'))
    const journal = createJournal({
      file: join(folder, 'journal.db'),
      clock: { now: Date.now },
      minId: 0,
      retention: { maxCount: 1_000, maxDays: 100_000, maxMegabytes: 100 },
      changesOf: () => []
    })
    onTestFinished(() => journal.shutDown())

    const { rows } = await journal.page({ query: '', before: null, limit: 100 })
    expect(rows.map(({ id, method, status, story }) => `${id} ${method} ${status} ${story.kind}`)).toEqual([
      '1  null server-started',
      '2 POST 201 created',
      '3 POST 201 created',
      '4 POST 201 created',
      '5 GET 200 looked-up',
      '6 PATCH 204 members-changed',
      '7 PATCH 200 updated',
      '8 DELETE 204 deleted',
      '9 POST 409 failed',
      '10  null server-stopped'
    ])
    const found = await journal.page({ query: 'haystack', before: null, limit: 100 })
    expect(found.rows.map(({ id }) => id)).toEqual([7])
    expect((await journal.get(7, { isWhole: true }))?.requestBody?.text).toContain('Needle in the haystack')
    expect(existsSync(join(folder, 'backups', `before-schema-${number + 1}.db`))).toBe(true)
    expect(journal.note({ kind: 'pending' }, null)).toBe(11)
  }
)
