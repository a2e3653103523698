import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { parseSync } from 'vite'
import type { SourceFile } from './source-files'

/**
 * One import of a file, of whatever kind: static, re-export, dynamic, types only.
 * `to` is what it names: a path in the project (without ending), a package, or a module of Node.
 */
export type Import = { from: string; specifier: string; to: string; kind: 'file' | 'package' | 'node' }

// import('./x') as a call, and as a type: the parser reports only the first.
const INLINE_IMPORT = /\bimport\(\s*['"]([^'"]+)['"]/g

export function importsOf({ path, text }: SourceFile): Import[] {
  const { staticImports, staticExports } = parseSync(path, text).module
  const specifiers = [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest?.value)),
    ...Array.from(text.matchAll(INLINE_IMPORT), ([, specifier]) => specifier)
  ]
  return [...new Set(specifiers)]
    .filter(specifier => specifier !== undefined)
    .map(specifier => ({ from: path, specifier, ...target(path, specifier) }))
}

function target(from: string, specifier: string): Pick<Import, 'to' | 'kind'> {
  if (specifier.startsWith('.')) {
    const [file = ''] = specifier.split('?')
    return { kind: 'file', to: posix.join(posix.dirname(from), file) }
  }
  if (isBuiltin(specifier)) return { kind: 'node', to: specifier.replace(/^node:/, '') }
  const parts = specifier.split('/')
  return { kind: 'package', to: parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/') }
}
