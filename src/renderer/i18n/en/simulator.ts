import type { ProvisioningEntry } from '../../../shared/provisioning'
import { formatNumber } from '../format'
import { counted } from './parts'
import { faults } from './simulator-faults'

const seconds = (ms: number): string => `${formatNumber(Math.round(ms / 100) / 10)} s`

/** Later than this is not just late. */
const LATE_MS = 10 * 60_000
const ago = (ms: number): string =>
  ms < 2 * 3_600_000
    ? `${formatNumber(Math.round(ms / 60_000))} min`
    : `${formatNumber(Math.round(ms / 3_600_000))} h`

export const simulator = {
  title: 'Simulator',
  here: 'this console',
  tabs: {
    label: 'Simulator',
    scenarios: 'Scenarios',
    decks: 'Decks',
    faults: 'Faults',
    request: 'Single request',
    check: 'Conformance check',
    entries: 'Provisioning log'
  },
  run: {
    region: 'Run',
    states: {
      running: 'Running',
      stopping: 'Stopping',
      complete: 'Complete',
      stopped: 'Stopped',
      quarantined: 'Quarantined',
      failed: 'Failed'
    },
    against: (target: string) => `against ${target}`,
    step: (step: number, steps: number) => `Step ${formatNumber(step)} of ${formatNumber(steps)}`,
    phase: (phase: string, done: number, total: number) =>
      total > 1 ? `${phase} ${formatNumber(done)} of ${formatNumber(total)}` : phase,
    requests: (count: number) => counted(count, 'request', 'requests'),
    rate: (perSecond: number) => `${formatNumber(Math.round(perSecond))} per second`,
    failures: (count: number) => (count === 0 ? 'none failed' : `${formatNumber(count)} failed`),
    latency: (p50: number, p95: number, p99: number) =>
      `p50 ${formatNumber(Math.round(p50))} ms, p95 ${formatNumber(Math.round(p95))} ms, p99 ${formatNumber(Math.round(p99))} ms`,
    progress: 'Progress',
    stop: 'Stop',
    failedToStart: 'The run did not start'
  },
  scenarios: {
    list: 'Scenarios',
    run: 'Run',
    runNamed: (title: string) => `Run ${title}`,
    size: (users: number, groups: number) =>
      `${counted(users, 'person', 'people')}, ${counted(groups, 'group', 'groups')}`,
    failed: 'The scenarios could not be loaded'
  },
  options: {
    title: 'How it runs',
    client: 'Client',
    clients: { entra: 'Entra', 'entra-flag': 'Entra with the SCIM flag', okta: 'Okta' },
    users: 'People',
    groups: 'Groups',
    asScenario: 'as the scenario',
    seed: 'Seed',
    seedHint: 'The same seed invents the same people.',
    pace: 'Pace',
    paces: {
      '0': 'As fast as possible',
      '200': '5 requests a second',
      '1000': '1 request a second',
      '3000': '1 request every 3 s'
    },
    target: 'Target',
    targets: { here: 'This console', other: 'Another SCIM server' },
    url: 'SCIM base URL',
    urlBad: 'Enter an http or https URL, for example https://scim.contoso.example/scim/v2',
    secret: 'Secret token',
    secretHint: 'Kept in memory only.'
  },
  entries: {
    table: 'Provisioning log',
    columns: {
      action: 'Action',
      status: 'Status',
      object: 'Object',
      detail: 'Modified properties or reason'
    },
    actions: {
      Create: 'Create',
      Update: 'Update',
      Disable: 'Disable',
      Delete: 'Delete',
      Other: 'Other'
    } satisfies Record<ProvisioningEntry['action'], string>,
    statuses: { Success: 'Success', Failure: 'Failure', Skipped: 'Skipped' } satisfies Record<
      ProvisioningEntry['status'],
      string
    >,
    types: { User: 'User', Group: 'Group' },
    more: (shown: number, total: number) =>
      `The latest ${formatNumber(shown)} of ${formatNumber(total)} entries.`,
    failed: 'The provisioning log could not be loaded',
    empty: {
      title: 'Nothing was provisioned yet',
      text: 'Run a scenario or play a deck. Each object appears here as it does in Entra’s provisioning log: what was done, whether it worked, and why not.'
    }
  },
  decks: {
    list: 'Decks',
    record: 'Record a deck',
    import: 'Import',
    importFile: 'Deck file',
    speeds: { '1': '1×', '10': '10×', '0': 'As fast as possible' },
    speed: 'Speed',
    play: 'Play',
    playNamed: (name: string) => `Play ${name}`,
    more: (name: string) => `More for ${name}`,
    edit: 'Name and order',
    export: 'Export',
    remove: 'Delete',
    shipped: 'comes with Usher',
    anonymised: 'anonymised',
    size: (steps: number, lengthMs: number) =>
      `${counted(steps, 'request', 'requests')}, ${lengthMs < 60_000 ? seconds(lengthMs) : `${formatNumber(Math.round(lengthMs / 60_000))} min`}`,
    failed: 'The decks could not be loaded',
    problem: 'That did not work',
    notImported: 'Not imported',
    imported: (name: string, steps: number) =>
      `“${name}” was imported: ${counted(steps, 'request', 'requests')}`,
    show: 'Show the decks',
    recorded: (name: string, steps: number) => `“${name}” holds ${counted(steps, 'request', 'requests')}`,
    leftOut: (others: number, unreadable: number, unresolved: number) =>
      [
        others > 0 && `${formatNumber(others)} left out: not SCIM, refused or without an answer.`,
        unreadable > 0 && `${formatNumber(unreadable)} left out: their body cannot be read.`,
        unresolved > 0 &&
          `${formatNumber(unresolved)} name somebody whom nothing in the deck makes; played elsewhere they will fail.`
      ]
        .filter(Boolean)
        .join(' '),
    dialog: {
      title: 'Record a deck',
      text: 'A deck is a stretch of the log that can be played again, here or in another Usher.',
      name: 'Name',
      nameMissing: 'Give the deck a name.',
      filter: 'Requests',
      filterHint: 'As in the filter of the live log; empty takes all.',
      matched: (count: number) => `${counted(count, 'request matches', 'requests match')}.`,
      anonymiseHint: 'Nobody can tell from the deck who it was about; the story stays the same.',
      anonymise: 'Replace people, groups, addresses and ids by invented ones',
      save: 'Save deck'
    },
    order: {
      title: (name: string) => `“${name}”`,
      name: 'Name',
      steps: 'Requests in order',
      up: (title: string) => `Move up: ${title}`,
      down: (title: string) => `Move down: ${title}`,
      drop: (title: string) => `Leave out: ${title}`,
      save: 'Save'
    }
  },
  faults,
  request: {
    text: 'One request, sent as the chosen client would, with a token of its own.',
    method: 'Method',
    path: 'Path',
    body: 'Body',
    send: 'Send',
    answer: 'Answer',
    unanswered: (why: string) => `No answer: ${why}`,
    took: (ms: number) => `${formatNumber(Math.round(ms))} ms`,
    failed: 'The request was not sent'
  },
  check: {
    text: 'About 180 claims of RFC 7643, RFC 7644 and of what Entra and Okta rely on are tried out. Users and groups named “check-…” are made for it and deleted again.',
    start: 'Check',
    report: 'Report',
    download: 'Download as HTML',
    downloadJson: 'Download as JSON',
    counts: (holds: number, fails: number, notClaimed: number) =>
      `${formatNumber(holds)} hold, ${formatNumber(fails)} fail, ${formatNumber(notClaimed)} not claimed by the server`,
    verdicts: { holds: 'Holds', fails: 'Fails', 'not claimed': 'Not claimed' },
    instead: (seen: string) => `Instead: ${seen}`,
    none: {
      title: 'Not checked yet',
      text: 'The report says what was sent, what came back, and which rule it is held to.'
    },
    failed: 'The report could not be loaded',
    sent: (method: string, path: string, status: number | null) =>
      `${method} ${path} → ${status ?? 'no answer'}`
  },
  forecast: {
    title: 'Quarantine forecast',
    none: 'No request of a provisioning service yet.',
    levels: { none: 'Nothing to judge', safe: 'Safe', near: 'Near', over: 'Quarantine likely' },
    share: (failed: number, total: number, share: number) =>
      `${formatNumber(failed)} of ${formatNumber(total)} requests failed in the last day (${formatNumber(share)} %).`,
    reasons: {
      few: 'Too few requests for a share to mean anything.',
      safe: 'Entra quarantines from 5,000 failures on when more than 40 % fail, or above 40,000.',
      credentials:
        'The last request was refused for its token. Wrong credentials quarantine the job at once.',
      near: 'More than 40 % fail. Entra quarantines once there are 5,000 failures.',
      share: 'More than 40 % of more than 5,000 failed.',
      count: 'More than 40,000 requests failed.'
    },
    next: (inMs: number, isObserved: boolean) =>
      `Next cycle ${inMs < -LATE_MS ? `was due ${ago(-inMs)} ago` : inMs <= 0 ? 'is due' : `in about ${formatNumber(Math.max(1, Math.round(inMs / 60_000)))} min`}${isObserved ? ', by the rhythm seen here' : ', by Entra’s documented rhythm'}.`
  },
  reset: {
    button: 'Reset directory',
    title: 'Reset the directory?',
    text: (users: number, groups: number) =>
      `${counted(users, 'user', 'users')} and ${counted(groups, 'group', 'groups')} will be deleted. What was there stays in the history.`,
    backup: 'Back up first',
    yes: 'Reset',
    done: 'The directory is empty',
    saved: (file: string) => `Backup: ${file}`,
    running: 'A run is under way. Stop it first.',
    empty: 'The directory is empty already.'
  }
}
