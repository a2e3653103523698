import { SegmentedControl } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import { ResourceList } from '../../components/ResourceList'
import { client } from '../../bridge'
import { useDirectoryExport } from '../../hooks/useDirectoryExport'
import { words } from '../../i18n'
import { learningCounts, useDirectory } from '../../stores/directory'
import { USER_COLUMNS } from './columns'

const text = words.users
const STATES = ['all', 'active', 'disabled'] as const

export function UsersScreen() {
  const [state, setState] = useState<(typeof STATES)[number]>('all')
  const { counts, revision } = useDirectory()
  const { progress, save } = useDirectoryExport()

  return (
    <ResourceList
      place="users"
      icon={<IconUser size={26} aria-hidden />}
      columns={USER_COLUMNS}
      total={counts && counts.users}
      aside={counts && text.counts(counts.activeUsers, counts.users - counts.activeUsers)}
      revision={revision}
      ask={(query, offset, limit, signal) =>
        learningCounts(client.users.page({ ...query, state, offset, limit }, { signal }))
      }
      exporting={{
        progress,
        onChoose: (format, search) =>
          void save(`users.${format}`, () => client.users.export({ format, search, state }))
      }}
      narrowing={{
        key: state,
        isNarrowed: state !== 'all',
        onWiden: () => setState('all'),
        input: (
          <SegmentedControl
            aria-label={text.state.label}
            size="sm"
            value={state}
            onChange={value => setState(STATES.find(known => known === value) ?? 'all')}
            data={STATES.map(value => ({ value, label: text.state[value] }))}
          />
        )
      }}
    />
  )
}
