import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ExportStep, LogFound } from '../../shared/log-contract'
import { TOKEN } from '../engine/started.fixture'
import { openConsole, refusal } from './opened.fixture'

async function collect<Part>(stream: AsyncIterable<Part> | Promise<AsyncIterable<Part>>): Promise<Part[]> {
  const parts: Part[] = []
  for await (const part of await stream) parts.push(part)
  return parts
}

const idsOf = (parts: LogFound[]): number[] =>
  parts.flatMap(({ runs }) =>
    runs.flatMap(([first, count]) => Array.from({ length: count }, (_, index) => first + count - 1 - index))
  )

describe('search', () => {
  test('tells every number, newest first, and the newest rows at once', async () => {
    const { client, send, rows } = await openConsole()
    for (const name of ['anna', 'bo', 'cy']) await send('POST', '/Users', { userName: name })
    const all = (await rows()).map(({ id }) => id)
    const parts = await collect(client.log.search({ query: '', first: 2 }))
    expect(idsOf(parts)).toEqual(all.toReversed())
    expect(parts[0]?.rows.map(({ id }) => id)).toEqual(all.slice(-2))
    expect(parts.at(-1)).toMatchObject({ isDone: true, total: all.length })

    const found = idsOf(await collect(client.log.search({ query: 'bo', first: 10 })))
    expect((await client.log.rows({ ids: found })).map(({ resource }) => resource?.name)).toEqual(['bo'])
    expect(await client.log.matching({ query: 'bo', ids: all })).toEqual(found)
  })

  test('a query that cannot be read is refused', async () => {
    const { client } = await openConsole()
    expect(await refusal(collect(client.log.search({ query: 'status:x', first: 1 })))).toContain('BAD_QUERY')
  })
})

describe('replay', () => {
  test('a request goes through the door again, as a row of its own that names the first', async () => {
    const { client, send, lastRow } = await openConsole()
    await send('POST', '/Users', { userName: 'anna' })
    const first = await lastRow()
    const { id } = await client.log.replay({ id: first?.id ?? 0 })
    const replay = await lastRow()
    expect(replay).toMatchObject({ id, replayOf: first?.id, status: 409, tokenName: 'Usher replay' })
    const detail = await client.log.get({ id })
    expect(detail.requestHeaders.map(([name]) => name.toLowerCase())).not.toContain('x-usher-own')
    expect(detail.requestBody?.text).toBe('{"userName":"anna"}')
  })

  test('an edited request is sent as edited; its token is worth nothing afterwards', async () => {
    const { client, send, lastRow } = await openConsole()
    await send('POST', '/Users', { userName: 'anna' })
    const first = await lastRow()
    const edited = {
      method: 'POST',
      target: '/scim/v2/Users',
      headers: [['Content-Type', 'application/scim+json'] as [string, string]],
      body: '{"userName":"bo"}'
    }
    await client.log.replay({ id: first?.id ?? 0, edited })
    expect(await lastRow()).toMatchObject({ status: 201, replayOf: first?.id, resource: { name: 'bo' } })
    expect((await client.tokens.list()).map(({ name }) => name)).not.toContain('Usher replay')
  })

  test('what was done at the console, and what is gone, cannot be sent again', async () => {
    const { client, rows } = await openConsole()
    const [started] = await rows()
    expect(await refusal(client.log.replay({ id: started?.id ?? 0 }))).toContain('NO_REQUEST')
    expect(await refusal(client.log.replay({ id: 999_999 }))).toContain('NOT_FOUND')
  })
})

describe('trying out', () => {
  test('a request is answered as it would be, with what it would change, and nothing of it is kept', async () => {
    const { client, send, rows } = await openConsole()
    await send('POST', '/Users', { userName: 'anna' })
    const before = await rows()
    const created = before.at(-1)!
    const users = (await client.users.page({ limit: 10 })).counts
    const edited = {
      method: 'POST',
      target: '/scim/v2/Users',
      headers: [['Content-Type', 'application/scim+json'] as [string, string]],
      body: '{"userName":"bo","displayName":"Bo","active":"True"}'
    }
    const [tried] = await Promise.all([
      client.log.tryOut({ id: created.id, edited }),
      send('POST', '/Users', { userName: 'cy' })
    ])
    expect(tried).toMatchObject({ status: 201, story: { kind: 'created', resource: { name: 'Bo' } } })
    expect(tried.changes).toMatchObject([{ verb: 'created', resource: { name: 'Bo' } }])
    expect(tried.tolerances.map(({ name }) => name)).not.toEqual([])
    expect(JSON.stringify(tried.requestHeaders)).not.toContain('Bearer')

    expect((await rows()).slice(before.length).map(({ resource }) => resource?.name)).toEqual(['cy'])
    expect((await client.users.page({ limit: 10 })).counts.users).toBe(users.users + 1)
    expect(await client.log.tryOut({ id: created.id })).toMatchObject({ status: 409, changes: [] })
    expect(await client.log.tryOut({ id: created.id, edited })).toMatchObject({ status: 201 })
  })

  test('changing and deleting leave everything as it was; a bulk request is not tried', async () => {
    const { client, send, lastRow } = await openConsole()
    await send('POST', '/Users', { userName: 'anna', active: true })
    const { id, resource } = (await lastRow())!
    const target = `/scim/v2/Users/${resource!.id}`
    const tryOut = (method: string, path: string, body: object | null) =>
      client.log.tryOut({
        id,
        edited: { method, target: path, headers: [], body: body && JSON.stringify(body) }
      })
    const disabling = { Operations: [{ op: 'replace', path: 'active', value: false }] }
    const { changes } = await tryOut('PATCH', target, disabling)
    expect(changes).toMatchObject([
      { verb: 'updated', attributes: [{ path: 'active', old: true, new: false }] }
    ])
    expect(await tryOut('DELETE', target, null)).toMatchObject({
      status: 204,
      changes: [{ verb: 'deleted' }]
    })
    expect(await tryOut('GET', target, null)).toMatchObject({ status: 200, story: { kind: 'read' } })
    expect((await client.users.get({ id: resource!.id })).resource).toMatchObject({ active: true })
    expect(await refusal(tryOut('POST', '/scim/v2/Bulk', {}))).toContain('NO_REQUEST')
  })
})

describe('keeping', () => {
  test('clearing leaves pinned rows and can be undone; notes are found', async () => {
    const { client, send, rows } = await openConsole()
    await send('POST', '/Users', { userName: 'anna' })
    await send('GET', '/Users')
    const before = await rows()
    const pinned = before.at(-2)?.id ?? 0
    await client.log.setPinned({ id: pinned, isPinned: true })
    await client.log.setNote({ id: pinned, note: 'for the customer' })
    expect(await client.log.clear()).toMatchObject({ clearedCount: before.length - 1, keptCount: 1 })
    expect(idsOf(await collect(client.log.search({ query: '', first: 1 })))).toEqual([pinned])
    await client.log.undoClear()
    expect(idsOf(await collect(client.log.search({ query: '', first: 1 })))).toHaveLength(before.length)
    expect(idsOf(await collect(client.log.search({ query: '"for the customer"', first: 1 })))).toEqual([
      pinned
    ])
    expect(await refusal(client.log.undoClear())).toContain('TOO_LATE')
  })

  test('the activity counts every row in its interval; a cycle knows where it begins', async () => {
    const { client, send, rows } = await openConsole()
    await send('GET', '/Users')
    await send('GET', '/Users/nobody')
    const all = await rows()
    const { intervals } = await client.log.activity({ query: '', intervals: 10 })
    const counted = intervals
      .flatMap(({ counts }) => Object.values(counts))
      .reduce((sum, count) => sum + count, 0)
    expect(counted).toBe(all.length)
    const [cycle] = await client.log.cycles({ limit: 1 })
    expect(cycle).toMatchObject({ cycle: 1, requestCount: 2, firstId: all.at(-2)?.id })
  })
})

describe('export', () => {
  test.each(['har', 'jsonl', 'csv'] as const)(
    'a browser gets %s as text, without any secret',
    async format => {
      const { client, send, rows } = await openConsole()
      await send('POST', '/Users', { userName: 'anna', password: 'Pa55w0rd!' })
      await rows()
      const steps = await collect<ExportStep>(client.log.export({ format, query: 'is:change' }))
      const text = steps.map(step => (step.kind === 'text' ? step.text : '')).join('')
      expect(text).toContain('anna')
      expect(text).not.toContain(TOKEN)
      expect(text).not.toContain('Pa55w0rd!')
      expect(steps.at(-1)).toMatchObject({ written: 1 })
    }
  )

  test('where a person chooses the place the file is written there, and nothing when they choose none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'usher-export-'))
    const answers = [join(folder, 'log.har'), null]
    const { client, send, rows } = await openConsole({ chooseFile: async () => answers.shift() ?? null })
    await send('POST', '/Users', { userName: 'anna' })
    await rows()
    const steps = await collect<ExportStep>(client.log.export({ format: 'har', query: 'is:change' }))
    expect(steps.map(({ kind }) => kind)).toEqual(['choosing', 'writing', 'saved'])
    const har = JSON.parse(readFileSync(join(folder, 'log.har'), 'utf8')) as { log: { entries: unknown[] } }
    expect(har.log.entries).toHaveLength(1)
    expect(readdirSync(folder)).toEqual(['log.har'])
    expect((await collect<ExportStep>(client.log.export({ format: 'har', query: '' }))).at(-1)).toEqual({
      kind: 'dismissed'
    })
  })

  test('a place where nothing can be written is named as the reason', async () => {
    const nowhere = join(mkdtempSync(join(tmpdir(), 'usher-export-')), 'no such folder', 'log.har')
    const { client, send } = await openConsole({ chooseFile: async () => nowhere })
    await send('GET', '/Users')
    expect(await refusal(collect<ExportStep>(client.log.export({ format: 'har', query: '' })))).toBe(
      'NOT_WRITTEN: The file could not be written (ENOENT). Choose another place.'
    )
  })
})
