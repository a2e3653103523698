import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A file that an administrator put into the data folder. `file` is for messages: `schemas/device.json`. */
export interface CustomFile {
  file: string
  text: string
}

/** The JSON files of a folder, by name; none when there is no such folder. */
export function readCustomFiles(folder: string): CustomFile[] {
  return namesIn(folder)
    .filter(name => name.toLowerCase().endsWith('.json'))
    .sort()
    .map(name => ({ file: `${basename(folder)}/${name}`, text: readFileSync(join(folder, name), 'utf8') }))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
