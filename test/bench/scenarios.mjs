/** The work that is measured, as lists of requests in phases; a phase begins when the one before it has been answered. */
import {
  addMembers,
  createGroup,
  createUser,
  lookUp,
  lookUpGroup,
  readUser,
  removeMember,
  setActive,
  updateUser
} from './people.mjs'

const BATCH = 100

/**
 * Entra's initial cycle: look up and create every user, then every group, then memberships in batches. The first group holds
 * everybody, the others ten people each. `ids` is filled as answers arrive.
 */
export function initialCycle({ users, groups }, ids) {
  const numbers = Array.from({ length: users }, (_, index) => index)
  const groupNumbers = Array.from({ length: groups }, (_, index) => index)
  return [
    numbers.flatMap(number => [
      lookUp(number, null),
      createUser(number, id => {
        ids.users[number] = id
      })
    ]),
    groupNumbers.flatMap(number => [
      lookUpGroup(number),
      createGroup(number, id => {
        ids.groups[number] = id
      })
    ]),
    [
      ...Array.from(
        { length: Math.ceil(users / BATCH) },
        (_, batch) => () => addMembers(ids.groups[0], ids.users.slice(batch * BATCH, (batch + 1) * BATCH))
      ),
      ...groupNumbers.slice(1).map(
        number => () =>
          addMembers(
            ids.groups[number],
            Array.from({ length: 10 }, (_, index) => ids.users[(number * 10 + index) % users])
          )
      )
    ]
  ]
}

/** Entra's incremental cycles: per changed user a read and a PATCH, some disabled and enabled again, some members moved. */
export function incrementalMix(count, ids) {
  const requests = Array.from({ length: count }, (_, round) => {
    const user = ids.users[(round * 7919) % ids.users.length]
    const group = ids.groups[round % ids.groups.length]
    switch (round % 8) {
      case 0:
      case 1:
        return lookUp((round * 7919) % ids.users.length, null)
      case 2:
      case 3:
        return readUser(user)
      case 4:
      case 5:
        return updateUser(user, round)
      case 6:
        return setActive(user, round % 16 === 6)
      default:
        return round % 16 === 7 ? removeMember(group, user) : addMembers(group, [user])
    }
  })
  return [requests]
}

/** The same requests for the floor server, which knows no ids and answers whatever it is sent. */
export const withoutChecks = phases =>
  phases.map(phase =>
    phase.map(request => ({ ...(typeof request === 'function' ? request() : request), check: undefined }))
  )

export const madeUpIds = ({ users, groups }) => ({
  users: Array.from({ length: users }, () => crypto.randomUUID()),
  groups: Array.from({ length: groups }, () => crypto.randomUUID())
})
