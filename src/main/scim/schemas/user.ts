import { USER_SCHEMA } from '../../../shared/scim'
import {
  attribute,
  boolean,
  complex,
  plural,
  primary,
  readOnly,
  reference,
  schema,
  string
} from './attribute'

const PLACES = ['work', 'home', 'other']

/** RFC 7643 §4.1 and §8.7.1. Entra offers one mapping per canonical type, so types are listed (entra-protocol §3.2). */
export const userSchema = schema(USER_SCHEMA, 'User', 'User Account', [
  string('userName', 'Unique identifier for the user, typically used to authenticate directly.', {
    required: true,
    uniqueness: 'server'
  }),
  complex('name', "The components of the user's real name.", [
    string('formatted', 'The full name, including all middle names, titles and suffixes.'),
    string('familyName', 'The family name, or last name in most Western languages.'),
    string('givenName', 'The given name, or first name in most Western languages.'),
    string('middleName', 'The middle name(s).'),
    string('honorificPrefix', "The honorific prefix(es), or title, such as 'Ms.'."),
    string('honorificSuffix', "The honorific suffix(es), such as 'III'.")
  ]),
  string('displayName', 'The name of the user, suitable for display to end-users.'),
  string('nickName', 'The casual way to address the user in real life.'),
  reference('profileUrl', "The address of the user's online profile.", ['external']),
  string('title', "The user's title, such as 'Vice President'."),
  string('userType', "The relationship between the organization and the user, such as 'Employee'."),
  string('preferredLanguage', "The user's preferred languages, in the form of Accept-Language."),
  string('locale', "The user's default location for currency, dates and numbers, such as 'en-US'."),
  string('timezone', "The user's time zone in IANA form, such as 'America/Los_Angeles'."),
  boolean('active', "The user's administrative status."),
  string('password', "The user's password. Kept only as the moment it was set.", {
    caseExact: true,
    mutability: 'writeOnly',
    returned: 'never'
  }),
  plural('emails', 'Email addresses.', string('value', 'An email address.'), PLACES),
  plural('phoneNumbers', 'Phone numbers.', string('value', 'A phone number.'), [
    'work',
    'home',
    'mobile',
    'fax',
    'pager',
    'other'
  ]),
  plural('ims', 'Instant messaging addresses.', string('value', 'An instant messaging address.'), [
    'aim',
    'gtalk',
    'icq',
    'xmpp',
    'msn',
    'skype',
    'qq',
    'yahoo'
  ]),
  plural('photos', 'Photos.', reference('value', 'The address of a photo.', ['external']), [
    'photo',
    'thumbnail'
  ]),
  complex(
    'addresses',
    'Physical mailing addresses.',
    [
      string('formatted', 'The full mailing address, formatted for display or a mailing label.'),
      string('streetAddress', 'House number, street name, P.O. box and the like.'),
      string('locality', 'The city or locality.'),
      string('region', 'The state or region.'),
      string('postalCode', 'The zip code or postal code.'),
      string('country', "The country, in ISO 3166-1 alpha-2 form, such as 'SE'."),
      string('type', "A label indicating the attribute's function.", { canonicalValues: PLACES }),
      primary()
    ],
    { multiValued: true }
  ),
  readOnly(
    complex(
      'groups',
      'The groups to which the user belongs, directly or through nested groups.',
      [
        string('value', "The identifier of the user's group.", { caseExact: true }),
        reference('$ref', 'The address of the group.', ['Group']),
        string('display', 'The name of the group.'),
        string('type', "'direct' or 'indirect'.", { canonicalValues: ['direct', 'indirect'] })
      ],
      { multiValued: true }
    )
  ),
  plural('entitlements', 'Things the user has.', string('value', 'The value of an entitlement.'), []),
  plural(
    'roles',
    'Who the user is, such as "Student" or "Faculty".',
    string('value', 'The value of a role.'),
    []
  ),
  plural(
    'x509Certificates',
    'Certificates issued to the user.',
    attribute('binary', 'value', 'A DER-encoded X.509 certificate in Base64.'),
    []
  )
])
