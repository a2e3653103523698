import { CloseButton } from '@mantine/core'
import { IconUser, IconUsersGroup } from '@tabler/icons-react'
import { Fragment } from 'react'
import type { Named } from '../../../../shared/scim'
import { words } from '../../../i18n'
import classes from './Ways.module.css'

interface Props {
  person: Named
  /** Each as the groups passed. */
  ways: Named[][]
  onClose: () => void
}

const text = words.membership.graph

/** Why somebody is in the group, in words that can be read from the last row. */
export function Ways({ person, ways, onClose }: Props) {
  return (
    <div className={classes.ways} role="status">
      <CloseButton aria-label={text.noFocus} onClick={onClose} />
      <p>{ways.length === 0 ? text.noWay(person.name) : text.ways(person.name, ways.length)}</p>
      <ul>
        {ways.map(way => (
          <li key={way.map(group => group.id).join()}>
            {way.map(group => (
              <Fragment key={group.id}>
                <span>
                  <IconUsersGroup size={15} aria-hidden />
                  {group.name || words.parts.unnamed}
                </span>
                <span className={classes.step}>{' › '}</span>
              </Fragment>
            ))}
            <strong>
              <IconUser size={15} aria-hidden />
              {person.name}
            </strong>
          </li>
        ))}
      </ul>
    </div>
  )
}
