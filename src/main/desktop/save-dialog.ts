import { join } from 'node:path'
import { app, dialog } from 'electron'
import type { BrowserWindow, SaveDialogOptions } from 'electron'
import type { FileWanted } from '../engine-protocol'
import { words } from './words'

/** The system's own dialog: the page asks for a file to be saved, but only a person says where. */
export async function chooseFile(
  parent: BrowserWindow | null,
  { name, format }: FileWanted
): Promise<string | null> {
  const options: SaveDialogOptions = {
    defaultPath: join(app.getPath('downloads'), name),
    filters: [{ name: words.files(format), extensions: [format] }]
  }
  const { canceled, filePath } = await (parent
    ? dialog.showSaveDialog(parent, options)
    : dialog.showSaveDialog(options))
  return canceled || filePath === '' ? null : filePath
}
