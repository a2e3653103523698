import { IconUsersGroup } from '@tabler/icons-react'
import { ResourceList } from '../../components/ResourceList'
import { client } from '../../bridge'
import { useDirectoryExport } from '../../hooks/useDirectoryExport'
import { words } from '../../i18n'
import { learningCounts, useDirectory } from '../../stores/directory'
import { GROUP_COLUMNS } from './columns'

export function GroupsScreen() {
  const { counts, revision } = useDirectory()
  const { progress, save } = useDirectoryExport()

  return (
    <ResourceList
      place="groups"
      icon={<IconUsersGroup size={26} aria-hidden />}
      columns={GROUP_COLUMNS}
      total={counts && counts.groups}
      aside={counts && words.groups.count(counts.groups)}
      revision={revision}
      ask={(query, offset, limit, signal) =>
        learningCounts(client.groups.page({ ...query, offset, limit }, { signal }))
      }
      exporting={{
        progress,
        onChoose: (format, search) =>
          void save(`groups.${format}`, () => client.groups.export({ format, search }))
      }}
    />
  )
}
