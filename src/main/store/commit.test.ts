import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { createCommit } from './commit'
import { openSqlite } from './sqlite'

function open() {
  const file = join(mkdtempSync(join(tmpdir(), 'usher-commit-')), 'test.db')
  const db = openSqlite(file, { synchronous: 'FULL', busyMs: 0 })
  db.exec('CREATE TABLE words (word TEXT PRIMARY KEY) STRICT')
  const other = new Database(file, { readonly: true })
  const insert = db.prepare('INSERT INTO words VALUES (?)')
  return {
    db,
    commit: createCommit(db),
    add: (word: string) => insert.run(word),
    /** What another connection sees, and so what is committed. */
    committed: () => other.prepare('SELECT word FROM words ORDER BY word').pluck().all()
  }
}

test('nothing is answered before it is committed', async () => {
  const { commit, add, committed } = open()
  let isAnswered = false
  const written = commit.write(() => add('a')).then(() => (isAnswered = true))
  await Promise.resolve()
  expect([isAnswered, committed()]).toEqual([false, []])
  await written
  expect(committed()).toEqual(['a'])
})

test('writes of one turn share a transaction; a lone one does not wait for others', async () => {
  const { db, commit, add, committed } = open()
  const commits = vi.fn()
  const counted = createCommit(
    new Proxy(db, {
      get(target, name) {
        if (name !== 'prepare') return Reflect.get(target, name, target) as unknown
        return (text: string) => {
          const statement = target.prepare(text)
          return text === 'COMMIT' ? { run: () => (commits(), statement.run()) } : statement
        }
      }
    })
  )
  await Promise.all(['a', 'b', 'c'].map(word => counted.write(() => add(word))))
  expect(commits).toHaveBeenCalledTimes(1)
  await commit.write(() => add('d'))
  expect(committed()).toEqual(['a', 'b', 'c', 'd'])
})

test('a failure undoes its own writes and leaves its neighbours alone', async () => {
  const { commit, add, committed } = open()
  const results = await Promise.allSettled([
    commit.write(() => add('a')),
    commit.write(() => {
      add('b')
      throw new Error('changed my mind')
    }),
    commit.write(() => add('c'))
  ])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(committed()).toEqual(['a', 'c'])
})

test('the first of a transaction that fails takes nobody with it, and alone it leaves nothing behind', async () => {
  const { commit, add, committed } = open()
  const failing = (word: string) => () => {
    add(word)
    throw new Error('changed my mind')
  }
  const results = await Promise.allSettled([
    commit.write(failing('a')),
    commit.write(() => add('b')),
    commit.settled(),
    commit.write(failing('c')),
    commit.write(() => add('d'))
  ])
  expect(results.map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled'
  ])
  await expect(commit.write(failing('e'))).rejects.toThrow('changed my mind')
  await commit.settled()
  expect(committed()).toEqual(['b', 'd'])
})

test('savepoints nest: an inner failure that is caught costs only the inner writes', async () => {
  const { commit, add, committed } = open()
  await commit.write(() => {
    add('outer')
    expect(() =>
      commit.inSavepoint(() => {
        add('inner')
        throw new Error('no')
      })
    ).toThrow('no')
  })
  expect(committed()).toEqual(['outer'])
})

test('a read inside an open transaction settles only with its commit', async () => {
  const { commit, add, committed } = open()
  const written = commit.write(() => add('a'))
  let seen: unknown[] = []
  await commit.settled().then(() => (seen = committed()))
  expect(seen).toEqual(['a'])
  await written
  await commit.settled()
})

test('a full disk rejects everybody in the transaction with 507, keeps nothing, and the next write works', async () => {
  const { db, commit, committed } = open()
  const pages = Number(db.pragma('page_count', { simple: true }))
  db.pragma(`max_page_count = ${pages + 2}`)
  const big = (word: string) => () =>
    db.prepare('INSERT INTO words VALUES (?)').run(word + 'x'.repeat(20_000))
  const results = await Promise.allSettled([
    commit.write(() => db.prepare("INSERT INTO words VALUES ('a')").run()),
    commit.write(big('b'))
  ])
  expect(results[1]).toMatchObject({ status: 'rejected', reason: { status: 507 } })
  const isFirstKept = results[0].status === 'fulfilled'
  expect(committed()).toEqual(isFirstKept ? ['a'] : [])

  db.pragma('max_page_count = 100000')
  await commit.write(big('c'))
  expect(committed()).toHaveLength(isFirstKept ? 2 : 1)
})

test('a commit that fails rejects every waiter, reads included, and keeps nothing', async () => {
  const { db, committed } = open()
  db.exec(`
    CREATE TABLE parents (id INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE children (id INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED) STRICT`)
  const commit = createCommit(db)
  const results = await Promise.allSettled([
    commit.write(() => db.prepare("INSERT INTO words VALUES ('a')").run()),
    commit.write(() => db.prepare('INSERT INTO children VALUES (7)').run()),
    commit.settled()
  ])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(committed()).toEqual([])
  await expect(commit.write(() => db.prepare("INSERT INTO words VALUES ('b')").run())).resolves.toBeDefined()
})
