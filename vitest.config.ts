import { globSync, readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { PATIENCE } from './test/patience'

/** The same dates everywhere, whatever the machine prefers; workers and programs that tests start inherit it. */
process.env.TZ = 'UTC'

const NODE = ['src/{main,shared,preload}/**/*.test.ts', 'test/**/*.test.{ts,mjs}', 'scripts/**/*.test.mjs']
const RENDERER = ['src/renderer/**/*.test.{ts,tsx}']
const WINDOW_TESTS = 'test/e2e/**'

/** Generous: a busy machine is slow, not wrong. */
const limits = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: PATIENCE } }
const page = { ...limits, environment: 'jsdom', setupFiles: ['src/renderer/test-setup.ts'] }

/**
 * Starting a worker takes longer than most files, so files share one. A file that replaces modules has one of its own: it would
 * meet the modules that others have loaded.
 */
const replacing = (files: string[]) =>
  globSync(files, { exclude: [WINDOW_TESTS] }).filter(file => readFileSync(file, 'utf8').includes('vi.mock('))
const together = (files: string[]) => ({
  isolate: false,
  include: files,
  exclude: [WINDOW_TESTS, ...replacing(files)]
})

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...limits, ...together(NODE), name: 'node', setupFiles: ['test/fixed-seed.ts'] } },
      { test: { ...limits, include: replacing(NODE), name: 'node, alone' } },
      { plugins: [react()], test: { ...page, ...together(RENDERER), name: 'renderer' } },
      { plugins: [react()], test: { ...page, include: replacing(RENDERER), name: 'renderer, alone' } }
    ]
  }
})
