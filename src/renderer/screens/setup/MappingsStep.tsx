import { Table, Tabs } from '@mantine/core'
import { CopyButton } from '../../components/CopyButton'
import type { MappingCheck } from '../../../shared/mapping-check'
import type { SetupState } from '../../../shared/setup'
import { words } from '../../i18n'
import { asText, ENTRA_TABLES, OKTA_TABLES, type MappingTable } from './mapping-tables'
import classes from './Setup.module.css'

const text = words.setup.mappings

export function MappingsStep({ setup }: { setup: SetupState }) {
  const tables = setup.variant === 'okta' ? OKTA_TABLES : ENTRA_TABLES
  return (
    <>
      <p className={classes.quiet}>{text.why[setup.variant]}</p>
      <Tabs defaultValue="minimum" keepMounted={false}>
        <Tabs.List aria-label={words.setup.names.mappings}>
          {tables.map(({ name }) => (
            <Tabs.Tab key={name} value={name}>
              {text[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tables.map(table => (
          <Tabs.Panel key={table.name} value={table.name} pt="xs">
            <MappingRows table={table} source={text.source[setup.variant]} />
          </Tabs.Panel>
        ))}
      </Tabs>
      {setup.mapping ? <Findings check={setup.mapping} /> : <p className={classes.quiet}>{text.waiting}</p>}
    </>
  )
}

function MappingRows({ table, source }: { table: MappingTable; source: string }) {
  return (
    <>
      <Table aria-label={text[table.name]} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{source}</Table.Th>
            <Table.Th>{text.target}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.rows.map(([from, to]) => (
            <Table.Tr key={to}>
              <Table.Td className={classes.mono}>{from}</Table.Td>
              <Table.Td className={classes.mono}>{to}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <CopyButton mt="xs" text={asText(table)} label={text.copy(text[table.name])} />
    </>
  )
}

function Findings({ check }: { check: MappingCheck }) {
  const notes = [
    check.missing.length > 0 && text.missing(check.missing.join(', ')),
    check.absent.length > 0 && text.absent(check.absent.join(', ')),
    check.nickname && text.nickname(check.nickname.value),
    check.extra.length > 0 && text.extra(check.extra.join(', ')),
    ...check.readKindly.slice(0, 3).map(({ name, detail }) => text.kindly(name, detail))
  ].filter(note => typeof note === 'string')
  return (
    <section aria-label={text.check}>
      <p>
        <b>{text.check}.</b> {text.seen(check.seenCount)}
        {check.missing.length + check.absent.length === 0 && ` ${text.allArrive}`}
      </p>
      {notes.length > 0 && (
        <ul className={classes.notes}>
          {notes.map(note => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
