import { ENTERPRISE_SCHEMA, LIST_RESPONSE } from '../../../shared/scim'
import { asObject } from '../mapping'
import { type Check, hold, holdEqual, holdError, holdStatus, resourcesOf, type Session } from './check'

const FILTER = 'RFC 7644 §3.4.2.2'

/** `filter(userName)` finds exactly the user made for the check, whose attributes are known. */
const finds = (id: string, what: string, filter: (unique: string) => string, rule = FILTER): Check => ({
  id: `filter.${id}`,
  title: `${what} finds the one user`,
  rule,
  needs: 'filter',
  async run({ user, find, uniqueName }) {
    const unique = uniqueName()
    const made = await user({
      userName: `${unique}@Contoso.Example`,
      externalId: `Ext-${unique}`,
      displayName: `Ünï ${unique}`,
      title: `title ${unique}`,
      name: { familyName: `Family ${unique}`, givenName: 'G' },
      emails: [
        { type: 'work', value: `${unique}@work.example`, primary: true },
        { type: 'home', value: `${unique}@home.example` }
      ],
      [ENTERPRISE_SCHEMA]: { department: `Dep ${unique}` }
    })
    const found = await find('/Users', filter(unique))
    hold(found.length === 1, `it found ${found.length}`)
    holdEqual(found[0]!.id, made.id, 'the id')
  }
})

const findsNothing = (
  id: string,
  what: string,
  filter: (unique: string) => string,
  rule = FILTER
): Check => ({
  id: `filter.${id}`,
  title: `${what} finds nobody: 200 and an empty list`,
  rule,
  needs: 'filter',
  async run({ find, uniqueName }) {
    hold((await find('/Users', filter(uniqueName()))).length === 0, 'it found somebody')
  }
})

const refused = (id: string, what: string, filter: string): Check => ({
  id: `filter.refused.${id}`,
  title: `${what} is refused as invalidFilter`,
  rule: `${FILTER}, §3.12`,
  needs: 'filter',
  run: async ({ read }) =>
    holdError(await read(`/Users?filter=${encodeURIComponent(filter)}`), 400, 'invalidFilter')
})

export const queryChecks: Check[] = [
  finds('user-name', 'userName eq', unique => `userName eq "${unique}@contoso.example"`),
  finds(
    'user-name-case',
    'userName eq in another case',
    unique => `userName eq "${unique.toUpperCase()}@CONTOSO.example"`,
    "Microsoft's validator, test 5 (T35)"
  ),
  finds(
    'attribute-case',
    'USERNAME EQ',
    unique => `USERNAME EQ "${unique}@contoso.example"`,
    'RFC 7643 §2.1 (T9)'
  ),
  finds('external-id', 'externalId eq', unique => `externalId eq "Ext-${unique}"`),
  finds(
    'external-id-urn',
    'a URN-prefixed core attribute',
    unique => `urn:ietf:params:scim:schemas:core:2.0:User:userName eq "${unique}@contoso.example"`
  ),
  finds('email', 'emails.value eq', unique => `emails.value eq "${unique}@work.example"`),
  finds(
    'value-path',
    'a value path',
    unique => `emails[type eq "work" and value eq "${unique}@work.example"]`
  ),
  finds(
    'entra-email',
    "Entra's value path with a sub-attribute",
    unique => `emails[type eq "work"].value eq "${unique}@work.example"`,
    'Entra matches on the work e-mail'
  ),
  finds('sub-attribute', 'name.familyName eq', unique => `name.familyName eq "Family ${unique}"`),
  finds('starts-with', 'title sw', unique => `title sw "title ${unique}"`),
  finds('contains', 'title co', unique => `title co "${unique}"`),
  finds('ends-with', 'title ew', unique => `title ew "${unique}"`),
  finds(
    'unicode-case',
    'displayName eq with folded non-ASCII letters',
    unique => `displayName eq "ÜNÏ ${unique}"`
  ),
  finds('and', 'and', unique => `userName eq "${unique}@contoso.example" and active eq true`),
  finds('or', 'or', unique => `userName eq "nobody" or userName eq "${unique}@contoso.example"`),
  finds(
    'precedence',
    'and binds more tightly than or',
    unique => `userName eq "${unique}@contoso.example" or active eq true and userName eq "nobody"`
  ),
  finds(
    'grouping',
    'grouping',
    unique => `(userName eq "nobody" or title eq "title ${unique}") and active eq true`
  ),
  finds('not', 'not', unique => `title eq "title ${unique}" and not (active eq false)`),
  finds('present', 'pr', unique => `title eq "title ${unique}" and emails pr`),
  finds(
    'extension',
    'an enterprise attribute by URN',
    unique => `${ENTERPRISE_SCHEMA}:department eq "Dep ${unique}"`
  ),
  findsNothing(
    'unknown',
    'A user who does not exist',
    unique => `userName eq "${unique}"`,
    "Entra's connection test (T1)"
  ),
  findsNothing(
    'correlated',
    'A value path whose parts hold for different elements',
    unique => `userName eq "${unique}" and emails[type eq "home" and value eq "w"]`
  ),
  findsNothing(
    'external-id-case',
    'externalId in another case',
    unique => `externalId eq "${unique.toUpperCase()}"`
  ),
  refused('unknown-attribute', 'An unknown attribute', 'shoeSize eq "44"'),
  refused('unfinished', 'An unfinished filter', 'userName eq'),
  refused('unknown-operator', 'An unknown operator', 'userName is "x"'),
  refused('parenthesis', 'An open parenthesis', '(userName eq "x"'),
  refused('order-on-boolean', 'Order on a boolean', 'active gt true'),
  {
    id: 'filter.correlation',
    title: 'A value path looks at one element at a time',
    rule: FILTER,
    needs: 'filter',
    async run({ user, find, uniqueName }) {
      const unique = uniqueName()
      await user({
        emails: [
          { type: 'work', value: `${unique}@work.example` },
          { type: 'home', value: `${unique}@home.example` }
        ]
      })
      const crossed = await find('/Users', `emails[type eq "work" and value eq "${unique}@home.example"]`)
      hold(crossed.length === 0, 'it mixed two elements')
    }
  },
  {
    id: 'filter.plus-encoding',
    title: 'Blanks as + and hex in lower case are understood',
    rule: 'Entra writes queries so (T5)',
    needs: 'filter',
    async run({ user, read }: Session) {
      const { userName } = await user()
      const { body } = await read(`/Users?filter=userName+eq+%22${String(userName).replace('@', '%40')}%22`)
      holdEqual(body.totalResults, 1, 'totalResults')
    }
  },
  {
    id: 'filter.unknown-parameter',
    title: "Entra's flag as a query key is ignored",
    rule: 'aadOptscim062020 (T6)',
    run: async ({ read }) => holdStatus(await read('/Users?aadOptscim062020&count=1'), 200)
  },
  {
    id: 'list.shape',
    title: 'A list is a ListResponse with numbers',
    rule: 'RFC 7644 §3.4.2; Okta wants JSON numbers',
    async run({ read }) {
      const { body } = await read('/Users?startIndex=1&count=2')
      hold(Array.isArray(body.schemas) && body.schemas.includes(LIST_RESPONSE), 'schemas is missing')
      for (const name of ['totalResults', 'startIndex', 'itemsPerPage'])
        hold(typeof body[name] === 'number', `${name} is no number`)
    }
  },
  {
    id: 'list.count',
    title: 'count limits the page, totalResults does not change',
    rule: 'RFC 7644 §3.4.2.4',
    async run({ user, read }) {
      await user()
      await user()
      const { body } = await read('/Users?count=1')
      hold(resourcesOf(body).length === 1, `the page has ${resourcesOf(body).length}`)
      hold(Number(body.totalResults) >= 2, `totalResults is ${JSON.stringify(body.totalResults)}`)
    }
  },
  {
    id: 'list.count-zero',
    title: 'count 0 answers totalResults only',
    rule: 'RFC 7644 §3.4.2.4',
    async run({ user, read }) {
      await user()
      const { body } = await read('/Users?count=0')
      hold(resourcesOf(body).length === 0 && Number(body.totalResults) >= 1, 'it does not')
    }
  },
  {
    id: 'list.negative-count',
    title: 'A negative count is read as 0',
    rule: 'RFC 7644 §3.4.2.4',
    async run({ read }) {
      const { status, body, text } = await read('/Users?count=-1')
      holdStatus({ status, text }, 200)
      hold(resourcesOf(body).length === 0, 'resources were returned')
    }
  },
  {
    id: 'list.start-below-one',
    title: 'A startIndex below 1 is read as 1',
    rule: 'RFC 7644 §3.4.2.4',
    async run({ read }) {
      holdEqual((await read('/Users?startIndex=0&count=1')).body.startIndex, 1, 'startIndex')
    }
  },
  {
    id: 'list.beyond-end',
    title: 'A page beyond the end is empty',
    rule: 'RFC 7644 §3.4.2.4',
    async run({ read }) {
      const { status, body, text } = await read('/Users?startIndex=100000000&count=5')
      holdStatus({ status, text }, 200)
      hold(resourcesOf(body).length === 0, 'resources were returned')
    }
  },
  {
    id: 'list.pages-disjoint',
    title: 'Two pages share nobody',
    rule: 'RFC 7644 §3.4.2.4: a stable order',
    async run({ user, read }) {
      for (let number = 0; number < 4; number++) await user()
      const first = resourcesOf((await read('/Users?startIndex=1&count=2')).body).map(({ id }) => id)
      const second = resourcesOf((await read('/Users?startIndex=3&count=2')).body).map(({ id }) => id)
      hold(second.length === 2 && !second.some(id => first.includes(id)), 'they overlap')
    }
  },
  {
    id: 'list.attributes',
    title: 'attributes limits what is returned; id is always there',
    rule: 'RFC 7644 §3.9',
    async run({ user, read }) {
      const { id } = await user({ title: 'T' })
      const { body } = await read(`/Users/${id}?attributes=userName`)
      hold(body.userName !== undefined && body.id === id, 'userName or id is missing')
      hold(body.title === undefined && body.displayName === undefined, 'more was returned')
    }
  },
  {
    id: 'list.attributes-sub',
    title: 'attributes may name a sub-attribute',
    rule: 'RFC 7644 §3.10',
    async run({ user, read }) {
      const { id } = await user({ name: { givenName: 'G', familyName: 'F' } })
      const { body } = await read(`/Users/${id}?attributes=name.familyName`)
      holdEqual(body.name, { familyName: 'F' }, 'name')
    }
  },
  {
    id: 'list.excluded',
    title: 'excludedAttributes leaves out; id cannot be left out',
    rule: 'RFC 7644 §3.9',
    async run({ user, read }) {
      const { id } = await user({ title: 'T' })
      const { body } = await read(`/Users/${id}?excludedAttributes=title,id`)
      hold(body.title === undefined && body.id === id, 'it does not')
    }
  },
  {
    id: 'list.sort',
    title: 'sortBy orders without regard to case',
    rule: 'RFC 7644 §3.4.2.3',
    needs: 'sort',
    async run({ user, find, uniqueName }) {
      const unique = uniqueName()
      for (const letter of ['b', 'A', 'C'])
        await user({ userName: `${letter}-${unique}@contoso.example`, title: unique })
      const found = await find('/Users', `title eq "${unique}"`, '&sortBy=userName')
      holdEqual(
        found.map(({ userName }) => String(userName)[0]!),
        ['A', 'b', 'C'],
        'the order'
      )
    }
  },
  {
    id: 'list.sort-descending',
    title: 'sortOrder descending turns the order round',
    rule: 'RFC 7644 §3.4.2.3',
    needs: 'sort',
    async run({ user, find, uniqueName }) {
      const unique = uniqueName()
      for (const letter of ['b', 'a', 'c'])
        await user({ userName: `${letter}-${unique}@contoso.example`, title: unique })
      const found = await find('/Users', `title eq "${unique}"`, '&sortBy=userName&sortOrder=descending')
      holdEqual(
        found.map(({ userName }) => String(userName)[0]!),
        ['c', 'b', 'a'],
        'the order'
      )
    }
  },
  {
    id: 'list.search',
    title: 'POST /Users/.search answers as the query does',
    rule: 'RFC 7644 §3.4.3',
    async run({ user, send }) {
      const { id, userName } = await user()
      const { status, body, text } = await send('POST', '/Users/.search', {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
        filter: `userName eq "${String(userName)}"`
      })
      holdStatus({ status, text }, 200)
      holdEqual(asObject(resourcesOf(body)[0]).id, id, 'the id found')
    }
  },
  {
    id: 'list.groups-exist',
    title: 'Groups can be queried even when there are none',
    rule: 'Entra probes groups at every start; 404 has put jobs in quarantine (T2)',
    async run({ find, uniqueName }) {
      hold(
        (await find('/Groups', `displayName eq "${uniqueName()}"`, '&excludedAttributes=members')).length ===
          0,
        'it found one'
      )
    }
  },
  {
    id: 'list.cursor',
    title: 'Cursor paging reaches everybody once',
    rule: 'RFC 9865',
    needs: 'cursor',
    async run({ user, read }) {
      for (let number = 0; number < 3; number++) await user()
      const seen = new Set<string>()
      let path = '/Users?cursor&count=2'
      for (let page = 0; page < 50; page++) {
        const { body } = await read(path)
        for (const resource of resourcesOf(body)) {
          hold(!seen.has(String(resource.id)), 'somebody appeared twice')
          seen.add(String(resource.id))
        }
        if (typeof body.nextCursor !== 'string') return
        path = `/Users?count=2&cursor=${encodeURIComponent(body.nextCursor)}`
      }
    }
  }
]
