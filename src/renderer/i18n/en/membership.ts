import { formatNumber } from '../format'
import { counted } from './parts'

/** How the membership of a group is looked at: as of a moment, compared, as a graph; and how it is changed by hand. */
export const membership = {
  asOf: {
    label: 'As of',
    slider: 'Moment of the membership',
    input: (shown: string) => `Date and time: ${shown}`,
    now: 'Now',
    toNow: 'Back to now',
    clear: 'Clear the date',
    done: 'Take this moment',
    previousMonth: 'Previous month',
    nextMonth: 'Next month',
    at: (moment: string) => `As of ${moment}`,
    change: (added: number, removed: number) => {
      if (removed === 0) return `${formatNumber(added)} joined`
      if (added === 0) return `${formatNumber(removed)} left`
      return `${formatNumber(added)} joined, ${formatNumber(removed)} left`
    },
    none: 'Its members have never changed.',
    cut: 'Older moments can be typed.'
  },
  deletedSince: 'deleted since',
  exportMembers: 'Export members',
  add: {
    button: 'Add member',
    title: (group: string) => `Add a member to ${group}`,
    who: 'User or group',
    hint: 'Type a name, userName or id',
    nobody: 'Nobody is called that.',
    text: (member: string, group: string) => `${member} becomes a direct member of ${group}.`,
    yes: 'Add member',
    done: (member: string, group: string) => `Added ${member} to ${group}.`
  },
  remove: {
    button: (member: string) => `Remove ${member}`,
    title: (member: string, group: string) => `Remove ${member} from ${group}?`,
    text: (member: string) =>
      `${member} is no direct member any more. Who is in through another group stays an effective member.`,
    yes: 'Remove member',
    done: (member: string, group: string) => `Removed ${member} from ${group}.`
  },
  unknownTitle: (count: number) => counted(count, 'id was refused', 'ids were refused'),
  unknown: (id: string) => `unknown id ${id}`,
  unknownBy: 'was to be added by',
  unknownText:
    'Nobody here has this id, so the request was refused as a whole. Entra sends members it has not created yet; it tries again.',
  nested: (count: number) =>
    `${counted(count, 'member is a group', 'members are groups')}. Entra does not read nested groups when provisioning: their people arrive only if assigned themselves.`,
  compare: {
    kind: 'Members compared',
    direct: 'Direct',
    effective: 'Effective',
    other: 'Compare with',
    otherHint: 'Another group, or this one',
    thisAsOf: 'This group as of',
    otherAsOf: 'The other as of',
    now: 'Now',
    choose: 'Choose what to compare with',
    chooseText:
      'Another group, or this group at another moment: who is only in the one, in both, only in the other.',
    only: (name: string) => `Only in ${name}`,
    both: 'In both',
    moment: (name: string, moment: string) => `${name}, ${moment}`,
    nobody: 'Nobody',
    search: 'Search in all three',
    failed: 'The groups could not be compared',
    noGroup: 'No group is called that.'
  },
  graph: {
    failed: 'The graph could not be loaded',
    tree: 'Groups and members as a tree',
    picture: 'Graph of groups and members',
    people: (count: number) => counted(count, 'person', 'people'),
    noPeople: 'no people',
    more: (count: number) => `${formatNumber(count)} more`,
    hiddenGroups: (count: number) => counted(count, 'group inside', 'groups inside'),
    moreGroups: (count: number) => counted(count, 'more group', 'more groups'),
    expandAll: 'Show everybody',
    collapseAll: 'Show fewer people',
    fold: (name: string) => `Fold ${name}`,
    unfold: (name: string) => `Unfold ${name}`,
    again: 'shown above',
    cycle: 'closes a cycle',
    cut: 'There are more groups than can be drawn; these are the nearest.',
    focus: 'Why is somebody here?',
    focusHint: 'A member of this group',
    ways: (name: string, count: number) =>
      `${name} is here ${count === 1 ? 'in one way' : `in ${formatNumber(count)} ways`}:`,
    noFocus: 'Nobody in focus',
    noWay: (name: string) => `${name} is not in this group.`,
    showTree: 'Show the tree',
    hideTree: 'Hide the tree',
    fit: 'Fit',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    saveSvg: 'Save as SVG',
    savePng: 'Save as PNG',
    save: 'Save picture'
  }
}
