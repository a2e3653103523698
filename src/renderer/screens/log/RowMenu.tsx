import { Kbd, Menu } from '@mantine/core'
import type { ExchangeSummary } from '../../../shared/exchange'
import { words } from '../../i18n'
import { spelled } from '../../keyboard/spelled'
import { sentenceText } from '../../i18n/told'
import { chipOf } from './chip-of'
import type { Column } from './columns'
import classes from './Log.module.css'

const text = words.log.deeds
const detail = words.log.detail

export interface MenuAt {
  row: ExchangeSummary
  column: Column['key']
  x: number
  y: number
}

export interface MenuDeeds {
  open: (id: number) => void
  filter: (chip: string) => void
  copyCurl: (id: number) => void
  copyResponse: (id: number) => void
  copyText: (what: string, text: string) => void
  replay: (id: number) => void
  edit: (id: number) => void
  pin: (row: ExchangeSummary) => void
  compare: (id: number) => void
  saveDeck: (from: number, to: number) => void
}

interface Props {
  at: MenuAt | null
  marked: number | null
  deeds: MenuDeeds
  onClose: () => void
}

/** What can be done with a row, and with the cell under the pointer. */
export function RowMenu({ at, marked, deeds, onClose }: Props) {
  return (
    <Menu
      opened={at !== null}
      onClose={onClose}
      position="bottom-start"
      offset={2}
      shadow="md"
      width={310}
      trapFocus
      returnFocus
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <div className={classes.menuAt} style={{ left: at?.x ?? 0, top: at?.y ?? 0 }} aria-hidden />
      </Menu.Target>
      {at && (
        <Menu.Dropdown aria-label={text.menu(at.row.id)}>
          <Items at={at} marked={marked} deeds={deeds} />
        </Menu.Dropdown>
      )}
    </Menu>
  )
}

function Items({
  at: { row, column },
  marked,
  deeds
}: {
  at: MenuAt
  marked: number | null
  deeds: MenuDeeds
}) {
  const { id } = row
  const [only, not] = [chipOf(row, column), chipOf(row, column, true)]
  const isRequest = row.origin === 'scim'
  return (
    <>
      {only && <Menu.Item onClick={() => deeds.filter(only)}>{text.onlyThis(only)}</Menu.Item>}
      {not && <Menu.Item onClick={() => deeds.filter(not)}>{text.notThis(only ?? not)}</Menu.Item>}
      <Menu.Divider />
      <Item label={text.open} keys="enter" onClick={() => deeds.open(id)} />
      {isRequest && (
        <>
          <Item label={detail.copyCurl} keys="c" onClick={() => deeds.copyCurl(id)} />
          <Item label={detail.copyResponse} keys="shift+c" onClick={() => deeds.copyResponse(id)} />
          <Item label={detail.copyPath} onClick={() => deeds.copyText(detail.copyPath, row.target)} />
        </>
      )}
      {row.resource && (
        <Item label={detail.copyId} onClick={() => deeds.copyText(detail.copyId, row.resource?.id ?? '')} />
      )}
      <Item
        label={words.log.detail.copySentence}
        onClick={() => deeds.copyText(detail.copySentence, sentenceText(row.story))}
      />
      <Menu.Divider />
      {isRequest && (
        <>
          <Item label={detail.replay} keys="r" onClick={() => deeds.replay(id)} />
          <Item label={detail.edit} keys="e" onClick={() => deeds.edit(id)} />
          <Item
            label={marked === null ? text.mark : marked === id ? text.unmark : text.compareWith(marked)}
            keys="d"
            onClick={() => deeds.compare(id)}
          />
          <Item
            label={marked === null || marked === id ? text.deck.one : text.deck.from(marked)}
            onClick={() => deeds.saveDeck(marked ?? id, id)}
          />
        </>
      )}
      <Item label={row.isPinned ? detail.unpin : detail.pin} keys="p" onClick={() => deeds.pin(row)} />
    </>
  )
}

function Item({ label, keys, onClick }: { label: string; keys?: string; onClick: () => void }) {
  return (
    <Menu.Item
      onClick={onClick}
      rightSection={
        keys && (
          <Kbd size="xs" aria-hidden>
            {spelled(keys)}
          </Kbd>
        )
      }
    >
      {label}
    </Menu.Item>
  )
}
