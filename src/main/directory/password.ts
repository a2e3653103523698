import type { AttributeChange } from '../../shared/change'

/** A password is never kept; that one was set is. */
export const passwordChange = (isSet: boolean): AttributeChange[] =>
  isSet ? [{ path: 'password', old: null, new: 'set' }] : []
