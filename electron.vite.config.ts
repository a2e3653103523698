import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { notePackages } from './scripts/noted-packages'

const at = (path: string) => resolve(import.meta.dirname, path)

// The oldest Electron we run on is 33 (Node 20.18, Chrome 130); electron-vite would aim at the newest.
const NODE = 'node20.18'
const CHROME = 'chrome130'

// better-sqlite3 is the only package left outside the bundles: it is native. Everything else is built in.
const onlySqliteOutside = { include: ['better-sqlite3'] }

const noted = (part: string) => notePackages(part, at('out/packages'))

export default defineConfig({
  main: {
    plugins: [noted('main')],
    build: {
      target: NODE,
      externalizeDeps: onlySqliteOutside,
      rolldownOptions: {
        input: {
          index: at('src/main/index.ts'),
          headless: at('src/main/headless.ts'),
          simulate: at('src/main/simulate.ts'),
          'seed-demo': at('src/main/seed-demo.ts'),
          'check-server': at('src/main/check-server.ts'),
          'engine-worker': at('src/main/engine-worker.ts'),
          'reader-worker': at('src/main/reader-worker.ts'),
          'log-reader-worker': at('src/main/log-reader-worker.ts'),
          'simulator-worker': at('src/main/simulator-worker.ts')
        },
        output: { format: 'es', chunkFileNames: 'chunks/[name]-[hash].js' }
      }
    }
  },
  preload: {
    plugins: [noted('preload')],
    build: {
      target: NODE,
      // A sandboxed preload is one CommonJS file that may require nothing but electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: at('src/renderer'),
    base: './',
    plugins: [react(), noted('renderer')],
    build: {
      target: CHROME,
      minify: true,
      chunkSizeWarningLimit: 1500,
      rolldownOptions: { input: { index: at('src/renderer/index.html') } }
    }
  }
})
