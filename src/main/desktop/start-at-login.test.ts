import { expect, test, vi } from 'vitest'

vi.mock('electron', () => ({ app: {} }))
const { autostartEntry, autostartFile } = await import('./start-at-login')

test('the entry starts the program hidden, wherever it lies', () => {
  expect(autostartEntry('/opt/Usher/usher')).toContain('Exec="/opt/Usher/usher" --hidden\n')
  expect(autostartEntry('/home/a b/50% $x/usher')).toContain('Exec="/home/a b/50%% \\\\$x/usher" --hidden\n')
})

test('it lies where the desktop looks for it', () => {
  expect(autostartFile({ XDG_CONFIG_HOME: '/x' })).toBe('/x/autostart/usher.desktop')
  expect(autostartFile({})).toMatch(/\.config\/autostart\/usher\.desktop$/)
})
