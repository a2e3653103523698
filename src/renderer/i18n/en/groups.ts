import { formatNumber } from '../format'
import { counted } from './parts'

export const groups = {
  title: 'Groups',
  grid: 'Groups',
  count: (count: number) => counted(count, 'group', 'groups'),
  found: (count: number) => counted(count, 'group found', 'groups found'),
  search: 'Search groups',
  searchHint: 'Name, externalId or id',
  columns: {
    displayName: 'Display name',
    directCount: 'Direct',
    effectiveCount: 'Effective',
    modifiedAt: 'Last change'
  },
  failed: 'The groups could not be loaded',
  empty: {
    title: 'No groups yet',
    text: 'Groups appear here the moment Entra creates them. Assign a group to the enterprise application and switch on the group mapping.',
    action: 'Open Setup',
    simulator: 'Open the Simulator',
    filteredTitle: 'No group found',
    filteredText: (hidden: number) => `The search hides ${counted(hidden, 'group', 'groups')}.`,
    clear: 'Show all groups'
  },
  detail: {
    back: 'Groups',
    missing: 'There is no such group',
    missingText: 'It never existed here, or its history has been removed.',
    failed: 'The group could not be loaded',
    copyId: 'Copy id',
    externalId: 'externalId',
    copyExternalId: 'Copy externalId',
    counts: (direct: number, effective: number) =>
      `${formatNumber(direct)} direct, ${formatNumber(effective)} effective`,
    tabs: {
      direct: (count: number) => `Direct ${formatNumber(count)}`,
      effective: (count: number) => `Effective ${formatNumber(count)}`,
      graph: 'Graph',
      history: 'History',
      compare: 'Compare',
      raw: 'Raw JSON'
    },
    help: 'Direct members were put into this group itself. Effective members also count those of nested groups.',
    cycle: (path: string) => `These groups contain each other: ${path}. Members are counted once.`,
    members: 'Members',
    search: 'Search members',
    columns: {
      member: 'Member',
      userName: 'userName',
      state: 'State',
      via: 'Via',
      added: 'Added',
      addedBy: 'By'
    },
    direct: 'direct',
    nestedGroup: 'Group',
    noDirect: 'Nobody was put into this group itself.',
    noEffective: 'Nobody is in this group, neither directly nor through nesting.',
    noneFound: 'No member is called that.',
    membersFailed: 'The members could not be loaded'
  }
}
