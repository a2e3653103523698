import { describe, expect, test } from 'vitest'
import { openSqlite } from './sqlite'

describe('statements keep their plan', () => {
  const db = openSqlite(':memory:', { synchronous: 'NORMAL', busyMs: 0 })
  db.exec('CREATE TABLE things (name TEXT NOT NULL, size INTEGER NOT NULL) STRICT')
  db.prepare('INSERT INTO things (name, size) VALUES (?, ?)').run('a', 1)

  test('whatever value is bound, because SQLite does not look at values that are compared or limit a result', () => {
    const text = 'SELECT name FROM things WHERE name = ? AND size >= @size LIMIT ? OFFSET ?'
    expect(db.prepare(text).source).toBe(
      'SELECT name FROM things WHERE name = +? AND size >= +@size LIMIT +? OFFSET +?'
    )
  })

  test('and find what they found', () => {
    const byName = db.prepare<unknown[], string>('SELECT name FROM things WHERE name = ? LIMIT ?').pluck()
    const bySize = db.prepare<unknown[], string>('SELECT name FROM things WHERE size = ? LIMIT ?').pluck()
    expect([byName.all('a', 1), byName.all('a', 0), byName.all('b', 1)]).toEqual([['a'], [], []])
    expect([bySize.all(1, 1), bySize.all(2, 1)]).toEqual([['a'], []])
  })
})
