import { evidenceFiles, evidenceKept, evidenceRemoved } from '../../../shared/words/evidence'
import { counted } from './parts'

export const evidence = {
  title: 'Evidence pack',
  hint: 'One file for a support case. Nothing is sent: you save it and pass it on yourself.',
  kept: evidenceKept,
  range: 'Requests of',
  ranges: {
    '1': 'the last hour',
    '24': 'the last 24 hours',
    '168': 'the last 7 days',
    all: 'all that are kept'
  },
  save: 'Save evidence pack',
  packing: (file: string) => `Packing ${file}…`,
  choosing: 'Choosing a place…',
  contains: 'Contains',
  removed: 'Removed',
  files: evidenceFiles,
  removals: evidenceRemoved,
  saved: (name: string, size: string) => `Saved ${name}, ${size}`,
  entry: (size: string, count: number | null) =>
    count === null ? size : `${counted(count, 'entry', 'entries')}, ${size}`,
  cut: (count: number) =>
    count === 0
      ? 'Nothing else looked like a secret.'
      : `${counted(count, 'further text that looked', 'further texts that looked')} like a secret ${count === 1 ? 'was' : 'were'} cut out.`,
  failed: 'The evidence pack was not saved'
}
