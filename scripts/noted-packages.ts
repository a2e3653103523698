import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** From the first node_modules to the last: a package may lie in another one's. */
const PACKAGE = /^.*?\/(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//

/**
 * A plugin for Vite: notes in `folder`/`part`.json which npm packages the bundle took in, as package-lock.json names them. Styles
 * count by being imported; scripts only if something of them is left in the bundle.
 */
export function notePackages(part: string, folder: string): Plugin {
  return {
    name: 'note-packages',
    generateBundle(_options, bundle) {
      const used = new Set([...this.getModuleIds()].filter(isStyle))
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue
        for (const [id, { renderedLength }] of Object.entries(file.modules))
          if (renderedLength > 0) used.add(id)
      }
      const packages = new Set([...used].map(packageOf).filter(path => path !== null))
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, `${part}.json`), JSON.stringify([...packages]))
    }
  }
}

const isStyle = (id: string): boolean => /\.css(\?|$)/.test(id)

const packageOf = (id: string): string | null => PACKAGE.exec(id.replaceAll('\\', '/'))?.[1] ?? null
