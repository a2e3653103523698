import type { ServerState } from '../../../shared/contract'
import type { NewsTopic } from '../../../shared/desktop'
import { en as stories } from '../../../shared/words/en'
import type { EngineFailure } from '../../engine-protocol'

export const en = {
  stories,
  files: (format: string) => `${format.toUpperCase()} files`,
  cannotStart: 'Usher cannot start',
  menu: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    go: 'Go',
    help: 'Help',
    log: 'Live Log',
    users: 'Users',
    groups: 'Groups',
    tokens: 'Tokens',
    settings: 'Settings…',
    dataFolder: 'Open Data Folder',
    aboutScim: 'SCIM 2.0 Protocol (RFC 7644)',
    aboutEntra: 'Provisioning in Microsoft Entra ID',
    window: 'Window',
    /** Electron's own commands, by its names for them. */
    roles: {
      about: 'About Usher',
      services: 'Services',
      hide: 'Hide Usher',
      hideOthers: 'Hide Others',
      unhide: 'Show All',
      quit: 'Quit Usher',
      close: 'Close Window',
      undo: 'Undo',
      redo: 'Redo',
      cut: 'Cut',
      copy: 'Copy',
      paste: 'Paste',
      delete: 'Delete',
      selectAll: 'Select All',
      resetZoom: 'Actual Size',
      zoomIn: 'Zoom In',
      zoomOut: 'Zoom Out',
      togglefullscreen: 'Full Screen',
      minimize: 'Minimize',
      zoom: 'Zoom',
      front: 'Bring All to Front'
    }
  },
  tray: {
    open: 'Open Usher',
    starting: 'Starting…',
    state: {
      running: (address: string) => `Running on ${address}`,
      stopped: (_address: string) => 'Stopped',
      'port-taken': (address: string) => `${address} is used by another program`
    } satisfies Record<ServerState['state'], (address: string) => string>,
    copyTenantUrl: 'Copy Tenant URL',
    startServer: 'Start Server',
    stopServer: 'Stop Server'
  },
  closing: {
    question: 'Keep Usher running in the tray?',
    detail:
      'Entra and Okta are answered only while Usher runs. In the tray it goes on answering without a window. ' +
      'You are asked this once; Settings → Desktop changes it.',
    keep: 'Keep Running in Tray',
    cancel: 'Cancel'
  },
  fromSource: 'Usher was started from its source folder; only an installed Usher can be started at login.',
  workspaces: {
    gone: 'This workspace is not on the list any more.',
    nameTaken: (name: string) => `There is a workspace called “${name}” already.`,
    known: (name: string) =>
      name === '' ? 'This is Usher’s own folder.' : `This folder is the workspace “${name}” already.`,
    home: 'This workspace lies in Usher’s own folder and stays on the list.',
    open: 'This workspace is open. Switch to another one first.'
  },
  news: {
    failing: (count, latest) => ({
      title: 'Provisioning is failing',
      body: count === 1 ? latest : `${count} requests failed or were refused. Latest: ${latest}`
    }),
    changes: (count, latest) => ({
      title: count === 1 ? 'The directory changed' : `${count} changes in the directory`,
      body: count === 1 ? latest : `Latest: ${latest}`
    }),
    tunnel: (_count, url) => ({
      title: 'The public address no longer leads here',
      body: `${url} does not bring requests to this computer any more.`
    })
  } satisfies Record<NewsTopic, (count: number, latest: string) => { title: string; body: string }> as Record<
    NewsTopic,
    (count: number, latest: string) => { title: string; body: string }
  >,
  newsExamples: {
    failing: { count: 3, latest: 'Refused: unknown token' },
    changes: { count: 12, latest: 'Created Alice Ng' },
    tunnel: { count: 1, latest: 'https://scim.contoso.example' }
  } satisfies Record<NewsTopic, { count: number; latest: string }>,
  engine: {
    recovered: 'The server stopped unexpectedly and is running again.',
    recoveredDetail: (detail: string) =>
      'Everything that was answered is kept. Requests that were waiting for an answer at that moment were cut off; ' +
      `Entra and Okta send those again by themselves.\n\nWhat it said: ${detail}`,
    down: {
      'data-folder': 'Usher cannot use its data folder.',
      database: 'Usher cannot open its database.',
      'environment-token': 'The secret in USHER_TOKEN cannot be used.',
      unexpected: 'The server stopped unexpectedly, again and again.'
    } satisfies Record<EngineFailure, string>,
    downDetail: (detail: string, dataFolder: string) =>
      `${detail}\n\nNothing in the data folder was changed by this: ${dataFolder}`,
    restore: 'Restore Backup',
    openHome: 'Open Usher’s Own Folder',
    restoreDetail: (when: string) =>
      `\n\nThe newest backup that is sound was made ${when}. It can take the place of the damaged file, which is kept ` +
      'beside it. What was provisioned since is not in it; Entra and Okta bring it again in their next full cycle.',
    tryAgain: 'Try Again',
    quit: 'Quit Usher',
    ok: 'OK'
  },
  page: {
    gone: 'The window’s page stopped unexpectedly.',
    goneDetail: (reason: string) =>
      `The server keeps answering; only the display was lost (${reason}). Open it again to go on.`,
    reopen: 'Open Again'
  }
}
