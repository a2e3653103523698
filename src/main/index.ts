import { join } from 'node:path'
import { app, crashReporter, dialog } from 'electron'
import { registerConsoleScheme } from './desktop/app-protocol'
import { settleDataFolder } from './desktop/data-folder'
import { startDesktop } from './desktop/desktop'
import { followLanguage } from './desktop/language'
import { readLaunchOptions } from './desktop/launch-options'
import { confinePages } from './desktop/security'
import { words } from './desktop/words'
import { readTlsPassword } from './platform/tls-password'

// Everything before "ready" happens here, in this order. Waiting for "ready" at the top level would wait for ever.
try {
  boot()
} catch (error) {
  followLanguage('system')
  dialog.showErrorBox(words.cannotStart, error instanceof Error ? error.message : String(error))
  app.exit(1)
}

function boot() {
  const { dataFolder: wantedFolder, isHidden, ...options } = readLaunchOptions(process.argv, process.env)
  const dataFolder = settleDataFolder(wantedFolder)
  // Reports of crashes stay in the data folder, for whoever wants to read them.
  crashReporter.start({ uploadToServer: false })
  registerConsoleScheme()
  confinePages()

  // As root Chromium runs only with this switch; together with the sandbox its processes would die at once.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

  // A second launch makes the first one show itself, and ends.
  if (!app.requestSingleInstanceLock()) return app.quit()

  startDesktop({
    engineFile: join(import.meta.dirname, 'engine-worker.js'),
    engine: { ...options, ...readTlsPassword(process.env), dataFolder, version: app.getVersion() },
    isFolderFixed: wantedFolder !== undefined,
    isHidden
  })
}
