import type { Named } from '../../shared/scim'
import type { Directory } from '../directory/types'
import type { ConsoleJournal } from '../journal/types'

interface Parts {
  journal: Pick<ConsoleJournal, 'details'>
  directory: Pick<Directory, 'remove'>
  findName(id: string): Named | null
}

/** Groups before users, so that no membership has to be ended twice. */
const ORDER = ['Group', 'User']

/** Removes every user and group that a simulated request created here and that is still there. */
export async function removeSimulated({ journal, directory, findName }: Parts): Promise<number> {
  const created = new Map<string, string>()
  for await (const batch of journal.details('is:simulated is:change method=POST')) {
    for (const { story } of batch)
      if (story.kind === 'created') created.set(story.resource.id, story.resource.type)
  }
  const context = {
    exchangeId: null,
    actor: { kind: 'you' },
    compatibility: 'entra',
    baseUrl: ''
  } as const

  let removedCount = 0
  for (const wanted of ORDER) {
    for (const [id, type] of created) {
      if (type !== wanted || findName(id) === null) continue
      await directory.remove(context, type, id, { ifMatch: null })
      removedCount++
    }
  }
  return removedCount
}
