import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createWorkspaceList } from './workspace-list'

const newHome = () => mkdtempSync(join(tmpdir(), 'usher workspaces ä-'))
const contoso = { kind: 'create', name: 'Contoso GmbH & Co.', colour: 'rose', port: 7644 } as const

test('at first there is the own folder; another one gets a folder of its own and is opened again next time', () => {
  const home = newHome()
  const list = createWorkspaceList(home, false)
  expect(list.state()).toEqual({
    currentId: 'home',
    workspaces: [{ id: 'home', name: '', colour: 'teal', folder: home, isHome: true }]
  })
  const made = list.create(contoso)
  expect(made.folder).toBe(join(home, 'workspaces', 'contoso-gmbh-co'))
  list.open(made.id)

  expect(createWorkspaceList(home, false).current().folder).toBe(made.folder)
  expect(createWorkspaceList(home, true).current().folder).toBe(home)
})

test('off the list a workspace leaves its folder; the own one and the open one stay', () => {
  const list = createWorkspaceList(newHome(), false)
  const made = list.create(contoso)
  list.open(made.id)
  expect(() => list.remove(made.id)).toThrow(/open/)
  expect(() => list.remove('home')).toThrow(/own folder/)
  list.open('home')
  list.remove(made.id)
  expect(list.state().workspaces).toHaveLength(1)
  expect(existsSync(made.folder)).toBe(true)
  expect(list.create(contoso).folder).toBe(`${made.folder}-2`)
})

test('no two have one name, whatever its case', () => {
  const list = createWorkspaceList(newHome(), false)
  const made = list.create(contoso)
  expect(() => list.create({ ...contoso, name: 'CONTOSO GmbH & Co.' })).toThrow(/already/)
  list.change({ kind: 'change', id: made.id, name: 'contoso GmbH & co.', colour: 'blue' })
  expect(list.find(made.id)).toMatchObject({ name: 'contoso GmbH & co.', colour: 'blue' })
})

test.each(['{', '[]', '{"workspaces":[{"id":1}],"currentId":"x"}'])(
  'a list of %j is set aside, not written over',
  text => {
    const home = newHome()
    writeFileSync(join(home, 'workspaces.json'), text)
    expect(createWorkspaceList(home, false).state().workspaces).toHaveLength(1)
    expect(readFileSync(join(home, 'workspaces.unreadable.json'), 'utf8')).toBe(text)
  }
)
