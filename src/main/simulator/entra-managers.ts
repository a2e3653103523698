import type { Verdict } from './judge'
import * as requests from './entra-requests'
import { entryOf, succeed, type UserRun } from './entra-users'
import { unlinkUser } from './links'
import type { Person } from './people'

/**
 * The manager of one user, when both sides exist; who has a manager that is not provisioned is left without. A check precedes the
 * write: does the user have this manager already?
 */
export async function syncManager(run: UserRun, objectId: string): Promise<void> {
  const { tenant, links, provisioner } = run
  const person = tenant.people.get(objectId)
  const targetId = links.users.get(objectId)
  if (!person || targetId === undefined || run.options.mapping === 'six' || !isInScope(person)) return

  const present = links.managers.get(objectId) ?? null
  const wanted = person.managerId === null ? null : links.users.get(person.managerId)
  if (present === wanted) return
  if (wanted === undefined) {
    // Keep it marked: the manager may be provisioned in a later cycle.
    if (tenant.people.get(person.managerId!)?.isAssigned) tenant.changedPeople.add(objectId)
    return
  }
  if (wanted !== null) {
    const check = await provisioner.ask(requests.checkManager(targetId, wanted))
    if (!check.isSuccess) return failed(run, person, targetId, wanted, check)
    if (Number(check.body.totalResults) > 0) return void links.managers.set(objectId, wanted)
  }
  const request =
    wanted === null
      ? requests.removeManager(targetId, present!, run.dialect)
      : requests.setManager(targetId, wanted, present !== null, run.dialect)
  const verdict = await provisioner.ask(request)
  if (!verdict.isSuccess) return failed(run, person, targetId, wanted, verdict)
  if (wanted === null) links.managers.delete(objectId)
  else links.managers.set(objectId, wanted)
  succeed(run, person, 'Update', targetId, modifiedOf(wanted), true)
}

const isInScope = ({ isAssigned, isEnabled }: Person): boolean => isAssigned && isEnabled

const modifiedOf = (managerId: string | null) => [{ path: 'manager', value: managerId ?? '' }]

function failed(
  run: UserRun,
  person: Person,
  targetId: string,
  wanted: string | null,
  verdict: Extract<Verdict, { isSuccess: false }>
) {
  if (verdict.fate === 'lost') unlinkUser(run.links, person.objectId)
  run.tenant.changedPeople.add(person.objectId)
  run.provisioner.fail(entryOf(person, 'Update', targetId, modifiedOf(wanted)), verdict, true)
}
