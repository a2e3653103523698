import { Table, Title } from '@mantine/core'
import type { SetBy } from '../../shared/contract'
import { ENTERPRISE_SCHEMA, type JsonObject } from '../../shared/scim'
import { words } from '../i18n'
import { formatMoment } from '../i18n/format'
import { RequestLink } from './RequestLink'
import { sectionsOf, setterOf, type AttributeSection } from './resource-attributes'
import classes from './ResourceAttributes.module.css'

interface Props {
  resource: JsonObject
  setBy: SetBy
}

/** Every value with the request that gave it. */
export function ResourceAttributes({ resource, setBy }: Props) {
  return sectionsOf(resource).map(section => <Section key={section.urn} section={section} setBy={setBy} />)
}

function Section({ section, setBy }: { section: AttributeSection; setBy: SetBy }) {
  const text = words.parts.attributes
  const title =
    section.urn === null ? text.core : section.urn === ENTERPRISE_SCHEMA ? text.enterprise : section.urn
  return (
    <section aria-label={title} className={classes.section}>
      <Title order={2} size="h3" mb={6} title={section.urn ?? undefined}>
        {title}
      </Title>
      <Table aria-label={title} verticalSpacing={6} withTableBorder layout="fixed" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="32%">{text.attribute}</Table.Th>
            <Table.Th>{text.value}</Table.Th>
            <Table.Th w={230}>{text.setBy}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {section.lines.map((line, index) => {
            const setter = setterOf(line.path, setBy)
            return (
              <Table.Tr key={`${line.path} ${index}`}>
                <Table.Th scope="row" className={classes.name}>
                  {line.name}
                </Table.Th>
                <Table.Td className={classes.value}>{line.value}</Table.Td>
                <Table.Td className={classes.setBy}>
                  {setter && (
                    <>
                      <RequestLink exchangeId={setter.exchangeId} at={setter.at} /> ·{' '}
                      {formatMoment(setter.at)}
                    </>
                  )}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </section>
  )
}
