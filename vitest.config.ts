import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          // Generous: a busy machine is slow, not wrong.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: [
            'src/{main,shared,preload}/**/*.test.ts',
            'test/**/*.test.{ts,mjs}',
            'scripts/**/*.test.mjs'
          ],
          exclude: ['test/e2e/**']
        }
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: 'jsdom',
          testTimeout: 60_000,
          include: ['src/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['src/renderer/test-setup.ts']
        }
      }
    ]
  }
})
