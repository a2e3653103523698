import { expect, test } from 'vitest'
import { openDirectory } from '../../src/main/directory/directory.fixture'
import { seedUsers } from '../bench/seed-users.mjs'

const USERS = 100_000
const TIMES = 301

test(`${USERS} users: Entra's and Okta's look-ups take less than a millisecond in the engine`, async () => {
  const { stores, list } = openDirectory()
  const group = seedUsers(stores.db, USERS)
  const someone = index => (index * 7919) % USERS
  const lookUps = {
    userName: index => [['User'], `userName eq "SEED${someone(index)}@contoso.example"`],
    externalId: index => [['User'], `externalId eq "seed${someone(index)}"`],
    email: index => [['User'], `emails[type eq "work"].value eq "seed${someone(index)}@contoso.example"`],
    member: index => [['Group'], `id eq "${group}" and members eq "user-${someone(index)}"`]
  }
  const medians = {}
  for (const [name, ask] of Object.entries(lookUps)) {
    const times = []
    for (let index = 0; index < TIMES; index++) {
      const [types, filter] = ask(index)
      const startedAt = performance.now()
      const { totalResults } = await list(types, { filter, excludedAttributes: ['members'] })
      times.push(performance.now() - startedAt)
      expect(totalResults).toBe(1)
    }
    medians[name] = times.toSorted((left, right) => left - right)[Math.floor(TIMES / 2)]
  }
  for (const [name, ms] of Object.entries(medians)) expect(ms, name).toBeLessThan(1)
  await stores.close()
}, 60_000)
