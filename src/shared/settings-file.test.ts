import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from './settings'
import { readSettingsFile, writeSettingsFile } from './settings-file'

test('what is written is read again, without what belongs to this directory', () => {
  const settings = { ...DEFAULT_SETTINGS, 'server.port': 7700, 'log.filter': 'anna', 'backups.kept': 3 }
  const text = writeSettingsFile(settings)
  expect(text).not.toMatch(/anna|setup\./)
  expect(readSettingsFile(text)).toMatchObject({
    kind: 'read',
    accepted: { 'server.port': 7700, 'backups.kept': 3, 'appearance.theme': 'auto' },
    refused: []
  })
})

test('one setting that does not fit takes no other with it, and each refused one is told', () => {
  const settings = {
    'server.port': 70_000,
    'server.host': '0.0.0.0',
    'server.colour': 'red',
    'log.filter': 'anna',
    'log.maxDays': 30
  }
  expect(readSettingsFile(JSON.stringify({ kind: 'usher-settings', settings }))).toEqual({
    kind: 'read',
    accepted: { 'log.maxDays': 30 },
    refused: [
      { kind: 'unfit', name: 'server.port', value: '70000' },
      { kind: 'asked-about', name: 'server.host' },
      { kind: 'unknown', name: 'server.colour' },
      { kind: 'staying', name: 'log.filter' }
    ]
  })
})

test.each(['', '{', '[]', '{"settings":{}}', '{"kind":"usher-settings","settings":[]}', 'null'])(
  '%j is no file of settings',
  text => {
    expect(readSettingsFile(text)).toEqual({ kind: 'no-settings' })
  }
)
