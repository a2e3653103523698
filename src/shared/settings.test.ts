import { expect, test } from 'vitest'
import { SettingsChange } from './settings'

test('changing one setting says nothing about the others', () => {
  expect(SettingsChange.parse({ 'server.port': 7650 })).toEqual({ 'server.port': 7650 })
})

test('a value that a setting cannot have is refused', () => {
  expect(SettingsChange.safeParse({ 'server.port': 70_000 }).success).toBe(false)
})
