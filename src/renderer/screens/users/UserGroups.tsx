import { Table } from '@mantine/core'
import { Path } from '../../components/Path'
import { NameLink } from '../../components/NameLink'
import type { UserDetail } from '../../../shared/contract'
import { words } from '../../i18n'
import classes from './Users.module.css'

const text = words.users.detail

export function UserGroups({ groups }: { groups: UserDetail['groups'] }) {
  return (
    <>
      <p className={classes.help}>{text.groupsHelp}</p>
      {groups.length === 0 ? (
        <p className={classes.quiet}>{text.noGroups}</p>
      ) : (
        <Table aria-label={text.tabs.groups} withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.group}</Table.Th>
              <Table.Th>{text.kind}</Table.Th>
              <Table.Th>{text.via}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {groups.map(({ group, isDirect, via }) => (
              <Table.Tr key={group.id}>
                <Table.Td>
                  <NameLink named={group} />
                </Table.Td>
                <Table.Td>{isDirect ? text.direct : text.nested}</Table.Td>
                <Table.Td>
                  <Path groups={via} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  )
}
