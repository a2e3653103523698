import { CULTURES, DEPARTMENTS } from './names'
import type { Random } from './random'

/** A user as the identity provider's directory holds it. Empty text means that the directory has no value. */
export interface Person {
  /** The directory's own id (Entra: objectId). */
  objectId: string
  userPrincipalName: string
  mailNickname: string
  mail: string
  givenName: string
  surname: string
  displayName: string
  jobTitle: string
  department: string
  employeeId: string
  preferredLanguage: string
  city: string
  country: string
  streetAddress: string
  postalCode: string
  office: string
  telephoneNumber: string
  mobile: string
  /** objectId of another person, or null. */
  managerId: string | null
  isEnabled: boolean
  /** Assigned to the application, and so in scope. */
  isAssigned: boolean
}

/** People are made in order; each reports to one of those before, so that managers form a tree. */
export function inventPeople(count: number, random: Random, domain = 'contoso.example'): Person[] {
  const taken = new Set<string>()
  const people: Person[] = []
  for (let number = 0; number < count; number++)
    people.push(inventPerson(number, people, taken, random, domain))
  return people
}

export function inventPerson(
  number: number,
  colleagues: readonly Person[],
  takenNicknames: Set<string>,
  random: Random,
  domain: string
): Person {
  const culture = random.pick(CULTURES)
  const department = DEPARTMENTS[number % DEPARTMENTS.length]!
  const givenName = random.pick(culture.given)
  const surname = random.pick(culture.family)
  const mailNickname = freeNickname(`${asciiName(givenName)}.${asciiName(surname)}`, takenNicknames)
  const extension = String(1000 + (number % 9000)).padStart(4, '0')
  const office =
    random.next() < 0.6 ? `${department.name.slice(0, 2).toUpperCase()}-${1 + random.integer(40)}` : ''
  return {
    objectId: random.uuid(),
    userPrincipalName: `${mailNickname}@${domain}`,
    mailNickname,
    mail: random.next() < 0.97 ? `${mailNickname}@${domain}` : '',
    givenName,
    surname,
    displayName: `${givenName} ${surname}`,
    jobTitle: random.pick(department.titles),
    department: department.name,
    employeeId: String(10_001 + number),
    preferredLanguage: culture.language,
    city: culture.city,
    country: culture.country,
    streetAddress: office === '' ? '' : `Example Street ${1 + random.integer(200)}`,
    postalCode: office === '' ? '' : String(10_000 + random.integer(89_999)),
    office,
    telephoneNumber: random.next() < 0.9 ? `${culture.dialling} ${extension}` : '',
    mobile: random.next() < 0.3 ? `${culture.dialling} 9${extension}` : '',
    managerId:
      colleagues.length === 0
        ? null
        : (colleagues[random.integer(Math.min(colleagues.length, 1 + Math.ceil(number / 8)))]?.objectId ??
          null),
    isEnabled: true,
    isAssigned: true
  }
}

function freeNickname(wanted: string, taken: Set<string>): string {
  let nickname = wanted
  for (let suffix = 2; taken.has(nickname); suffix++) nickname = `${wanted}${suffix}`
  taken.add(nickname)
  return nickname
}

const WITHOUT_DECOMPOSITION: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', ı: 'i', æ: 'ae' }

/** As Entra's mail nicknames are: lower-case ASCII letters; an apostrophe stays, as in o'neill. */
export function asciiName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[øłđßıæ]/g, letter => WITHOUT_DECOMPOSITION[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z'-]/g, '')
}
