import { GROUP_SCHEMA, USER_SCHEMA, type JsonObject } from '../../src/shared/scim'
import { startServer, type MODES } from './server.fixture'

export type Server = Awaited<ReturnType<typeof startServer>>

export const user = (userName: string, more: JsonObject = {}): JsonObject => ({
  schemas: [USER_SCHEMA],
  userName,
  ...more
})

/** Five users, u1 to u5, created in this order, and two groups. */
export async function populated(mode: (typeof MODES)[number] = 'entra') {
  const server = await startServer(mode)
  const ids: string[] = []
  const nicknames = ['b', 'A', 'c', '', 'é']
  for (const [at, nickName] of nicknames.entries())
    ids.push(await server.create('/Users', user(`u${at + 1}`, nickName === '' ? {} : { nickName })))
  const groups = [
    await server.create('/Groups', {
      schemas: [GROUP_SCHEMA],
      displayName: 'G1',
      members: [{ value: ids[0]! }]
    }),
    await server.create('/Groups', { schemas: [GROUP_SCHEMA], displayName: 'G2' })
  ]
  return { ...server, ids, groups }
}

export const get = async ({ send }: Server, path: string) => (await send('GET', path)).json as JsonObject
