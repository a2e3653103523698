import type { Story } from '../../shared/exchange'
import type { Edited } from '../../shared/directory-contract'
import { PATCH_OP, type Json, type Named } from '../../shared/scim'
import type { RequestContext, Written } from '../directory/types'
import { ScimError } from '../scim/errors'
import type { ConsoleDeps } from './deps'

const AS_IT_IS = { attributes: null, excludedAttributes: null, ifMatch: null, isUnread: true }

/** What an edit can end in, besides having worked. */
interface Ends {
  NOT_FOUND(options: { message: string }): Error
  REFUSED(options: { message: string }): Error
}

/**
 * Something changed by hand at the console, through the same use-cases as a request. Its changes are by "you", and it is a row
 * of its own in the log, whose number they name.
 *
 * @throws the contract's NOT_FOUND or REFUSED, with the sentence that a client would have been answered with
 */
async function edit(
  { journal, settings, server }: ConsoleDeps,
  errors: Ends,
  deed: (context: RequestContext) => Promise<Written>
): Promise<Edited> {
  const exchangeId = journal.reserve()
  const context: RequestContext = {
    exchangeId,
    actor: { kind: 'you' },
    compatibility: settings.get()['server.compatibility'],
    baseUrl: server.state().tenantUrl
  }
  try {
    const { hasChange, story } = await deed(context)
    if (hasChange) journal.note(story, resourceOf(story), { id: exchangeId, hasChange })
    return { hasChange, exchangeId }
  } catch (error) {
    if (!(error instanceof ScimError)) throw error
    throw error.status === 404
      ? errors.NOT_FOUND({ message: error.detail })
      : errors.REFUSED({ message: error.detail })
  }
}

const resourceOf = (story: Story): Named | null => ('resource' in story ? story.resource : null)

const patchOf = (operation: { [name: string]: Json }): Json => ({
  schemas: [PATCH_OP],
  Operations: [operation]
})

export const setActive = (deps: ConsoleDeps, errors: Ends, id: string, isActive: boolean) =>
  edit(deps, errors, context =>
    deps.resources.patch(
      context,
      'User',
      id,
      patchOf({ op: 'replace', path: 'active', value: isActive }),
      AS_IT_IS
    )
  )

export const removeUser = (deps: ConsoleDeps, errors: Ends, id: string) =>
  edit(deps, errors, context => deps.resources.remove(context, 'User', id, { ifMatch: null }))

export const addMember = (deps: ConsoleDeps, errors: Ends, id: string, memberId: string) =>
  edit(deps, errors, context =>
    deps.resources.patch(
      context,
      'Group',
      id,
      patchOf({ op: 'add', path: 'members', value: [{ value: memberId }] }),
      AS_IT_IS
    )
  )

export const removeMember = (deps: ConsoleDeps, errors: Ends, id: string, memberId: string) =>
  edit(deps, errors, context =>
    deps.resources.patch(
      context,
      'Group',
      id,
      patchOf({ op: 'remove', path: `members[value eq ${JSON.stringify(memberId)}]` }),
      AS_IT_IS
    )
  )
