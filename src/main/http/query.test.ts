import { describe, expect, test } from 'vitest'
import { ScimError } from '../scim/errors'
import { listQueryOf, queryOf, searchQueryOf } from './query'

const listOf = (query: string) => listQueryOf(queryOf({ url: `/scim/v2/Users?${query}` }))
const nothing = {
  attributes: null,
  excludedAttributes: null,
  filter: null,
  sortBy: null,
  sortOrder: 'ascending',
  startIndex: 1,
  count: null
}

const errorOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof ScimError) return `${error.status} ${error.scimType}`
    throw error
  }
  return 'none'
}

describe('a query string', () => {
  test.each([
    ['', {}],
    ['aadOptscim062020', {}],
    ['aadOptSCIM062020=true&filter=a+eq+1', { filter: 'a eq 1' }],
    ['filter=userName+eq+%22a%2Bb%40c%22', { filter: 'userName eq "a+b@c"' }],
    ['filter=userName%20eq%20%22x%22', { filter: 'userName eq "x"' }],
    ['filter=emails%5btype+eq+%22work%22%5D', { filter: 'emails[type eq "work"]' }],
    ['filter=a&filter=b', { filter: 'a' }],
    ['attributes=id&attributes=userName,%20name', { attributes: ['id', 'userName', 'name'] }],
    ['attributes=', {}],
    ['STARTINDEX=3&Count=2', { startIndex: 3, count: 2 }],
    ['startIndex=0', { startIndex: 1 }],
    ['startIndex=-5', { startIndex: 1 }],
    ['count=-1', { count: 0 }],
    ['count=', {}],
    ['sortBy=userName&sortOrder=Descending', { sortBy: 'userName', sortOrder: 'descending' }],
    ['cursor=', { startIndex: null, cursor: '' }],
    ['cursor=abc&count=5', { startIndex: null, cursor: 'abc', count: 5 }]
  ])('%s is read', (query, expected) => {
    expect(listOf(query)).toEqual({ ...nothing, ...expected })
  })

  test.each([
    ['startIndex=one', '400 invalidValue'],
    ['count=1.5', '400 invalidValue'],
    ['count=1e9', '400 invalidValue'],
    ['cursor=&count=-1', '400 invalidCount'],
    ['cursor=&count=x', '400 invalidCount'],
    ['sortOrder=up', '400 invalidValue']
  ])('%s is refused: %s', (query, error) => {
    expect(errorOf(() => listOf(query))).toBe(error)
  })
})

describe('a search request', () => {
  test('says the same as a query string', () => {
    expect(
      searchQueryOf({
        attributes: ['id', 'userName'],
        filter: 'a eq 1',
        startIndex: 2,
        count: 3,
        schemas: []
      })
    ).toEqual({ ...nothing, attributes: ['id', 'userName'], filter: 'a eq 1', startIndex: 2, count: 3 })
  })

  test.each([
    [[]],
    ['text'],
    [null],
    [{ filter: 1 }],
    [{ attributes: [1] }],
    [{ count: 'x' }],
    [{ sortBy: {} }]
  ])('%j is refused', message => {
    expect(errorOf(() => searchQueryOf(message))).toMatch(/^400 invalid(Syntax|Value)$/)
  })
})
