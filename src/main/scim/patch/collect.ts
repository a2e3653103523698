import type { ResourceModel } from '../model'
import type { MemberOperation, Operation } from './operation'
import type { NotedReading } from '../reading'

/** What reading a body yields, filled as it is read. */
export interface Collected {
  readonly model: ResourceModel
  readonly reading: NotedReading
  /** In a whole resource (POST, PUT) read-only values are ignored and absent ones are nothing; in a PATCH both mean something. */
  readonly form: 'patch' | 'resource'
  readonly operations: Operation[]
  readonly members: MemberOperation[]
  passwordSet: boolean
}

export const collect = (model: ResourceModel, reading: NotedReading, form: Collected['form']): Collected => ({
  model,
  reading,
  form,
  operations: [],
  members: [],
  passwordSet: false
})
