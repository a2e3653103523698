import type { WorkspaceColour } from '../../../shared/workspace'

export const workspaces = {
  title: 'Workspaces',
  hint: 'One for each customer: a data folder with its own people, tokens, log, settings and port. One is open at a time; its name and colour stand in the header.',
  home: 'Home',
  current: 'Open',
  is: 'Workspace:',
  switcher: (name: string) => `Workspace: ${name}`,
  manage: 'Manage workspaces',
  create: 'New workspace',
  adopt: 'Add an existing folder',
  table: 'Workspaces',
  columns: { name: 'Name', folder: 'Data folder', actions: 'Actions' },
  open: 'Open',
  openNamed: (name: string) => `Open ${name}`,
  edit: 'Edit',
  editNamed: (name: string) => `Edit ${name}`,
  remove: 'Remove from list',
  removeNamed: (name: string) => `Remove ${name} from the list`,
  opening: (name: string) => `Opening ${name}…`,
  notOpened: 'The workspace was not opened',
  notAvailable:
    'Not available here, because this console is a page in a browser: it belongs to one data folder. Start another with --data.',
  dialog: {
    create: 'New workspace',
    adopt: 'Add an existing data folder',
    edit: (name: string) => `Edit ${name}`,
    name: 'Name',
    nameHint: 'For example the customer’s',
    colour: 'Colour',
    colours: {
      teal: 'Teal',
      blue: 'Blue',
      violet: 'Violet',
      rose: 'Rose',
      orange: 'Orange',
      green: 'Green',
      slate: 'Slate'
    } satisfies Record<WorkspaceColour, string>,
    port: 'Port',
    portHint: 'One of its own, so that each customer’s tunnel leads to the right directory.',
    make: 'Create',
    choose: 'Choose folder',
    save: 'Save'
  },
  removing: {
    title: (name: string) => `Remove ${name} from the list?`,
    text: (folder: string) => `Its folder stays as it is, and can be added again: ${folder}`,
    yes: 'Remove from list'
  }
}
