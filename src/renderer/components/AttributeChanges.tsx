import { Table } from '@mantine/core'
import type { AttributeChange } from '../../shared/change'
import type { Json } from '../../shared/scim'
import { words } from '../i18n'
import classes from './Changes.module.css'
import { shortPath } from './short-path'

/** Modified properties, old → new. */
export function AttributeChanges({ attributes }: { attributes: AttributeChange[] }) {
  if (attributes.length === 0) return null
  const text = words.parts.attributes
  return (
    <Table
      className={classes.table}
      verticalSpacing={6}
      horizontalSpacing="sm"
      layout="fixed"
      withTableBorder
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="34%">{text.attribute}</Table.Th>
          <Table.Th>{text.old}</Table.Th>
          <Table.Th>{text.new}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {attributes.map(change => (
          <Table.Tr key={change.path}>
            <Table.Th scope="row" title={change.path} className={classes.path}>
              {shortPath(change.path)}
            </Table.Th>
            <Table.Td>
              <Value value={change.old} ground="old" />
            </Table.Td>
            <Table.Td>
              <Value value={change.new} ground="new" />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Value({ value, ground }: { value: Json; ground: 'old' | 'new' }) {
  if (value === null) return <span className={classes.none}>{words.parts.none}</span>
  const shown = typeof value === 'string' ? value : JSON.stringify(value, null, 1)
  return (
    <span className={classes.value} data-ground={ground}>
      {shown}
    </span>
  )
}
