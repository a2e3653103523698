import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

const project = join(import.meta.dirname, '..')

/** A source file: its path from the project's folder, with forward slashes, and its text. */
export type SourceFile = { path: string; text: string }

/** All files of a folder of the project, and of those below, whose names match. */
export function sourceFiles(folder: string, name: RegExp): SourceFile[] {
  return readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && name.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => ({
      path: relative(project, file).split(sep).join('/'),
      text: readFileSync(file, 'utf8')
    }))
    .sort((a, b) => a.path.localeCompare(b.path))
}
