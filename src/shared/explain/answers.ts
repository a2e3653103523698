import { NEXT_CYCLE, type Answer } from './answer'
import { ENDINGS } from './endings'

const ESCROW =
  'The object goes into escrow: Entra tries it again after about 6, 12 and 24 hours, then once a day, and gives up after 28 days.'
const COUNTS =
  'It counts as a failure. From 5,000 failures on, a share above 40 % puts the job into quarantine: one attempt a day, switched off after four weeks.'
const AT_ONCE =
  'Entra takes it for invalid credentials. When every request is answered so, the job goes into quarantine at once: one attempt a day, switched off after four weeks.'
const CREDENTIALS = 'InsufficientRights'

/** Every answer by what it says: the statuses here, the other ways to end in endings.ts. */
export const ANSWERS = {
  ok: {
    meaning: 'The request succeeded and the answer carries the result.',
    reference: 'RFC 7644 §3.12',
    code: null,
    reaction: 'Entra logs a success and goes on.',
    fix: []
  },
  created: {
    meaning:
      'The resource was created; the answer holds it completely, with the id that Entra keeps from now on.',
    reference: 'RFC 7644 §3.3',
    code: null,
    reaction: 'Entra links its object with this id. From now on it asks by id and changes it with PATCH.',
    fix: []
  },
  noContent: {
    meaning: 'The request succeeded and there is nothing to send back.',
    reference: 'RFC 7644 §3.5.2',
    code: null,
    reaction: 'Entra logs a success and goes on.',
    fix: []
  },
  notModified: {
    meaning: 'The client already has this version of the resource.',
    reference: 'RFC 7644 §3.14',
    code: null,
    reaction: 'Entra sends no version and so never gets this answer.',
    fix: []
  },
  notScim: {
    meaning: 'The answer is no SCIM message: empty, a web page, or JSON of another kind.',
    reference: 'RFC 7644 §3.1',
    code: 'SystemForCrossDomainIdentityManagementServiceIncompatible',
    reaction: `The request fails whatever its status, and the job may be quarantined as "not speaking SCIM". ${COUNTS}`,
    fix: [
      'Look for something between Entra and this server that answers itself: a tunnel’s welcome page, a proxy’s sign-in page, a bot filter. Entra sends no User-Agent, which some filters refuse.'
    ]
  },
  createdWithoutId: {
    meaning: 'A created resource must come back with its id.',
    reference: 'RFC 7643 §3.1',
    code: null,
    reaction: 'Entra cannot link the object and tries to create it again later, which ends in a conflict.',
    fix: ['Let the answer through unaltered; something between Entra and this server may have shortened it.']
  },
  badRequest: {
    meaning: 'The request could not be understood or breaks the schema. Nothing was changed.',
    reference: 'RFC 7644 §3.12',
    code: 'SystemForCrossDomainIdentityManagementBadRequest',
    reaction: `The object fails. ${ESCROW} ${COUNTS}`,
    fix: [
      'Read what the answer says about the attribute and correct its mapping in Entra (Provisioning → Mappings), then use Provision on demand for one object.'
    ]
  },
  unauthorized: {
    meaning: 'The request carried no token that is valid here.',
    reference: 'RFC 7644 §2, RFC 6750 §3.1',
    code: CREDENTIALS,
    reaction: AT_ONCE,
    fix: [
      'Create or rotate the token here, paste it into Entra as Secret token (without the word Bearer) and press Test connection.'
    ]
  },
  clientRefused: {
    meaning: 'The token request showed no client that is known and valid here, so there is no access token.',
    reference: 'RFC 6749 §5.2',
    code: CREDENTIALS,
    reaction: `Without an access token Entra cannot ask anything. ${AT_ONCE}`,
    fix: ['Compare Client identifier and Client secret in Entra with the client on the screen Tokens.']
  },
  badTokenRequest: {
    meaning:
      'This is not a token request that can be read: a POST of a form with grant_type=client_credentials.',
    reference: 'RFC 6749 §4.4.2, §5.2',
    code: CREDENTIALS,
    reaction: `Without an access token Entra cannot ask anything. ${AT_ONCE}`,
    fix: [
      'Choose OAuth2 client credentials as the authentication method, and look for a proxy that alters bodies.'
    ]
  },
  forbidden: {
    meaning: 'The token is valid but may not do this.',
    reference: 'RFC 7644 §3.12',
    code: CREDENTIALS,
    reaction: AT_ONCE,
    fix: ['Look for a firewall or tunnel rule that answers 403 itself; this server answers it rarely.']
  },
  notFound: {
    meaning: 'There is no resource with this id.',
    reference: 'RFC 7644 §3.4.1',
    code: 'InvalidAnchor',
    reaction: 'Entra’s link to the object is lost. It is matched again by filter later, or created anew.',
    fix: [
      'If the resource was deleted here by hand, use Provision on demand for it, or restart provisioning to match everything again.'
    ]
  },
  alreadyGone: {
    meaning: 'There is no resource with this id, so there was nothing to delete.',
    reference: 'RFC 7644 §3.6',
    code: null,
    reaction: 'Entra takes the deletion as done.',
    fix: []
  },
  unknownPath: {
    meaning: 'This address is not part of the SCIM service.',
    reference: 'RFC 7644 §3.2',
    code: 'SystemForCrossDomainIdentityManagementServiceIncompatible',
    reaction: `For a query Entra expects 200 with an empty list; 404 is a protocol fault to it. ${COUNTS}`,
    fix: ['Compare the Tenant URL in Entra with the one shown here: its path must end in /scim/v2.']
  },
  methodNotAllowed: {
    meaning: 'The resource exists, but not with this method.',
    reference: 'RFC 9110 §15.5.6',
    code: 'MethodNotAllowed',
    reaction: `Entra logs the operation as unsupported. ${COUNTS}`,
    fix: ['Check the path of the Tenant URL; Entra itself only uses methods that are allowed here.']
  },
  notAcceptable: {
    meaning: 'The client accepts only media types that SCIM does not have.',
    reference: 'RFC 7644 §3.8',
    code: null,
    reaction: 'Entra sends no Accept header and so never gets this answer.',
    fix: ['Accept application/scim+json or application/json.']
  },
  conflictOnCreate: {
    meaning: 'Another resource already has a value that must be unique. Nothing was created.',
    reference: 'RFC 7644 §3.3, §3.12',
    code: 'EntryConflict',
    reaction: `The object exists here but did not match, so it fails until somebody corrects the matching. ${ESCROW} ${COUNTS}`,
    fix: [
      'Find out how Entra looked it up just before this request: that attribute differs here. Correct the matching attribute in Entra’s mappings, or the value on either side.',
      'If the resource here is a leftover, delete or rename it.'
    ]
  },
  conflictOnChange: {
    meaning:
      'The change would give a resource a value that must be unique and is taken. Nothing was changed.',
    reference: 'RFC 7644 §3.5.2, §3.12',
    code: 'EntryConflict',
    reaction: `The object fails. ${ESCROW} ${COUNTS}`,
    fix: ['Free the value on the resource that has it, or give this one another in Entra.']
  },
  preconditionFailed: {
    meaning: 'The resource has changed since the version that the client named in If-Match.',
    reference: 'RFC 7644 §3.14',
    code: null,
    reaction:
      'Entra sends no version and so never gets this answer. Another client reads the resource again.',
    fix: ['Read the resource, and repeat the change with its present version.']
  },
  tooLarge: {
    meaning: 'The request is larger than this server takes. Nothing was changed.',
    reference: 'RFC 7644 §3.7.4, §3.12',
    code: 'UnprocessableEntity',
    reaction: `The object fails. ${ESCROW} ${COUNTS}`,
    fix: ['Leave large attributes such as photos out of the mapping, or send fewer operations at once.']
  },
  wrongMediaType: {
    meaning: 'The body came with a media type that is not JSON.',
    reference: 'RFC 7644 §3.8',
    code: 'SystemForCrossDomainIdentityManagementBadRequest',
    reaction: `The object fails. ${COUNTS}`,
    fix: ['Send application/scim+json. Entra does; look for a proxy that alters the header.']
  },
  unprocessable: {
    meaning: 'The request was understood but cannot be carried out.',
    reference: 'RFC 9110 §15.5.21',
    code: 'UnprocessableEntity',
    reaction: `The object fails. ${ESCROW} ${COUNTS}`,
    fix: ['Read what the answer says and correct the mapping.']
  },
  tooManyRequests: {
    meaning: 'The client was asked to slow down.',
    reference: 'RFC 6585 §4',
    code: 'TooManyRequests',
    reaction: `Microsoft documents an automatic retry; reports differ on whether Retry-After is honoured or the object waits for the next cycle. Bursts of it have led to quarantine. ${COUNTS}`,
    fix: [
      'Usher does not throttle by itself: disarm the fault in the Simulator, or look at the tunnel’s limits.'
    ]
  },
  notImplemented: {
    meaning: 'This server does not offer the operation.',
    reference: 'RFC 7644 §3.12',
    code: 'NotImplemented',
    reaction: `Entra logs the operation as unsupported. ${COUNTS}`,
    fix: ['ServiceProviderConfig says what is offered.']
  },
  storageFull: {
    meaning: 'The disk that holds the directory is full. Nothing was changed.',
    reference: 'RFC 4918 §11.5',
    code: null,
    reaction: `Like every answer of 500 and more it is logged. ${NEXT_CYCLE} ${COUNTS}`,
    fix: ['Free some space on the disk of the data folder.']
  },
  serverFault: {
    meaning: 'This server could not carry out the request. Nothing was changed.',
    reference: 'RFC 9110 §15.6',
    code: null,
    reaction: `It is logged. ${NEXT_CYCLE} ${COUNTS}`,
    fix: ['If no fault is armed in the Simulator, save an evidence pack: this should not happen.']
  },
  ...ENDINGS
} satisfies Record<string, Answer>
export type AnswerName = keyof typeof ANSWERS
