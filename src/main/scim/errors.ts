import type { Named, ScimType } from '../../shared/scim'

/** RFC 7644 §3.12: an answer that is an error. Thrown anywhere below the socket, turned into an answer in one place. */
export class ScimError extends Error {
  constructor(
    readonly status: number,
    readonly scimType: ScimType | null,
    readonly detail: string
  ) {
    super(detail)
    this.name = 'ScimError'
  }
}

/** 400 invalidValue for a member that is nobody: the id is told apart, because the console shows it at the group. */
export class UnknownMember extends ScimError {
  constructor(readonly memberId: string) {
    super(
      400,
      'invalidValue',
      `There is no User or Group with id ${JSON.stringify(memberId)} to be a member.`
    )
  }
}

/** 409 uniqueness: who has the value is told apart, because the console calls them by name. @param value as JSON */
export class Taken extends ScimError {
  constructor(
    readonly attribute: string,
    readonly value: string,
    readonly holder: Named
  ) {
    super(409, 'uniqueness', `${attribute} ${value} is taken by ${holder.type} ${holder.id}.`)
  }
}

// RFC 7644 §3.12, table 9: one line per row, used everywhere by name.
export const invalidFilter = (detail: string) => new ScimError(400, 'invalidFilter', detail)
export const invalidSyntax = (detail: string) => new ScimError(400, 'invalidSyntax', detail)
export const invalidPath = (detail: string) => new ScimError(400, 'invalidPath', detail)
export const invalidValue = (detail: string) => new ScimError(400, 'invalidValue', detail)
export const noTarget = (detail: string) => new ScimError(400, 'noTarget', detail)
export const mutability = (detail: string) => new ScimError(400, 'mutability', detail)

// RFC 7644 §3.12, table 8.
export const forbidden = (detail: string) => new ScimError(403, null, detail)
export const notFound = (detail: string) => new ScimError(404, null, detail)
export const methodNotAllowed = (detail: string) => new ScimError(405, null, detail)
export const versionMismatch = (detail: string) => new ScimError(412, null, detail)
export const tooLarge = (detail: string) => new ScimError(413, null, detail)
export const unsupportedMediaType = (detail: string) => new ScimError(415, null, detail)
export const notImplemented = (detail: string) => new ScimError(501, null, detail)

// RFC 9865 §2.3.
export const invalidCursor = (detail: string) => new ScimError(400, 'invalidCursor', detail)
export const expiredCursor = (detail: string) => new ScimError(400, 'expiredCursor', detail)
export const invalidCount = (detail: string) => new ScimError(400, 'invalidCount', detail)
