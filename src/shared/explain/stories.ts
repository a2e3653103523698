import type { Refusal, Story } from '../exchange'

/** What an exchange that went well tells Entra, where the status alone does not say it; null: nothing more to say. */
export function explainStory(story: Story): string | null {
  switch (story.kind) {
    case 'tested-connection':
      return 'Entra asks for a name that cannot exist and expects 200 with an empty list. It does so when somebody presses Test connection, at the start of cycles, and before Provision on demand.'
    case 'looked-up':
      if (story.count === 0)
        return 'Nothing matches, so Entra creates the object next, if it is in scope and enabled.'
      return story.count === 1
        ? 'Exactly one resource matches: Entra links it with its own object and compares their attributes next.'
        : 'More than one resource matches. Entra cannot choose and fails the object with the code DuplicateTargetEntries. Make the matching attribute unique.'
    case 'checked-member':
    case 'checked-manager':
      return 'Entra checks a reference before it writes it. It sends a change only if the answer differs from what it wants.'
    case 'unchanged':
      return 'Everything that was sent is already so: no new version, lastModified untouched. Entra logs a success. If it sends the same in every cycle, it reads back something else than it sent, for example a reformatted number.'
    case 'disabled':
      return 'Entra disables a user who was unassigned, went out of scope, was blocked, or was deleted less than 30 days ago. The user stays, and must still be found by filter and by id.'
    case 'enabled':
      return 'The user is back in scope. Entra does not send memberships again; those kept while disabled count.'
    case 'deleted':
      return 'Entra deletes only after a purge in the directory, 30 days after the deletion there, or at once for a group.'
    case 'members-changed':
      return 'Entra never reads members back. What is changed here by hand stays unnoticed until the membership changes in Entra or provisioning is restarted.'
    case 'manager-changed':
      return 'Managers come as requests of their own, after the users exist.'
    case 'listed':
      return 'Ordinary provisioning never lists. A list comes from Account Discovery, a validator, or another client.'
    case 'discovered':
      return 'Entra reads schemas only for certain gallery apps; validators and other clients read all of this.'
    case 'access-granted':
      return 'Entra fetches an access token before it calls, and again when that one has ended.'
    default:
      return null
  }
}

/** What was wrong with the token, and how it usually comes about. */
export function explainRefusal(refusal: Refusal): { cause: string; fix: string } {
  switch (refusal.reason) {
    case 'missing-token':
      return {
        cause:
          'No Authorization header arrived. With an empty Secret token Entra sends a token of its own instead; a proxy may also have dropped the header.',
        fix: 'Paste the secret into Secret token, and let every proxy on the way pass Authorization on.'
      }
    case 'not-bearer':
      return {
        cause: `The Authorization header says "${refusal.scheme}", not Bearer.`,
        fix: 'Choose Secret token (bearer) as the authentication method.'
      }
    case 'doubled-bearer':
      return {
        cause: 'The word Bearer was typed into the field together with the secret; Entra adds it by itself.',
        fix: 'Paste only the secret, which begins with usher_.'
      }
    case 'white-space':
      return {
        cause:
          'There is a blank or line break inside the token, usually from copying out of a mail or document.',
        fix: 'Copy the secret with the copy button and paste it again.'
      }
    case 'truncated':
      return {
        cause: `The token ends after ${refusal.length} characters; a secret of this server is longer.`,
        fix: 'Copy the whole secret; if it is gone, rotate the token.'
      }
    case 'unknown-token':
      return {
        cause: 'No token here, present or past, has this secret.',
        fix: 'Check that the secret belongs to this server and data folder; if in doubt, create a new token and paste it.'
      }
    case 'revoked-token':
      return {
        cause: `This is the token "${refusal.tokenName}", which was revoked.`,
        fix: 'Create a new token and paste its secret into Entra.'
      }
    case 'expired-token':
      return {
        cause: `This is the token "${refusal.tokenName}", which has expired.`,
        fix: 'Rotate it and paste the new secret into Entra.'
      }
    case 'expired-access-token':
      return {
        cause: `The access token of the client "${refusal.tokenName}" ended. They work for an hour; the client then fetches another one.`,
        fix: 'Nothing, if it fetches another one next. If not, press Test connection in Entra.'
      }
    case 'client-secret':
      return {
        cause: `The secret of the client "${refusal.tokenName}" was sent as if it were a token. It is for the token endpoint, which gives access tokens.`,
        fix: 'Choose OAuth2 client credentials as the authentication method, or create a token in place of the client.'
      }
    case 'missing-client':
      return {
        cause:
          'A token request has to show a client identifier and a client secret, in the form or in HTTP Basic.',
        fix: 'Fill in Client identifier and Client secret. A client assertion (workload identity) is not taken here.'
      }
    case 'unknown-client':
      return {
        cause: 'No client here has this identifier.',
        fix: 'Copy the Client identifier from the screen Tokens; it is not the name of the client.'
      }
    case 'wrong-client-secret':
      return {
        cause: `The identifier is that of the client "${refusal.tokenName}", the secret is not.`,
        fix: 'Paste the secret again, whole. If it is gone, rotate the client: its identifier stays.'
      }
  }
}
