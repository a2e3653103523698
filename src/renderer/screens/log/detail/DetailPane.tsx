import { CloseButton, Tabs } from '@mantine/core'
import { useRef, useState, type Ref } from 'react'
import { Failed } from '../../../components/Failed'
import { Loading } from '../../../components/Loading'
import { Outcome } from '../../../components/Outcome'
import { SentenceText } from '../../../components/SentenceText'
import { Teach } from '../../../components/Teach'
import { outcomeOf, type ExchangeDetail } from '../../../../shared/exchange'
import { IconHistoryOff } from '@tabler/icons-react'
import { client } from '../../../bridge'
import { useCall } from '../../../hooks/useCall'
import { words } from '../../../i18n'
import { describe, sentenceText } from '../../../i18n/told'
import { useLog } from '../../../stores/log'
import { ChangesTab } from './ChangesTab'
import classes from './Detail.module.css'
import { DetailActions } from './DetailActions'
import { ExplainTab } from './ExplainTab'
import { RequestTab, ResponseTab } from './MessageTab'
import { SummaryTab } from './SummaryTab'

interface Props {
  id: number
  tab: Tab
  onTab: (tab: Tab) => void
  onClose: () => void
  onEdit: (id: number) => void
  ref: Ref<HTMLElement>
}

const text = words.log.detail

export function DetailPane({ id, tab, onTab, onClose, onEdit, ref }: Props) {
  const [isWhole, setWhole] = useState(false)
  // Asked for again when its row changes: an open one closes, another is pinned.
  const version = useVersion(useLog(({ rows, revision }) => (revision >= 0 ? rows.get(id) : undefined)))
  const call = useCall(`${id} ${isWhole}`, () => client.log.get({ id, isWhole }), version)
  const name = call.kind === 'ready' ? sentenceText(call.value.story) : text.pane

  return (
    <section className={classes.pane} aria-label={name} tabIndex={-1} ref={ref}>
      <CloseButton className={classes.close} aria-label={text.close} onClick={onClose} size="sm" />
      {call.kind === 'loading' && <Loading />}
      {call.kind === 'failed' &&
        (call.problem.code === 'NOT_FOUND' ? (
          <Teach icon={<IconHistoryOff size={26} aria-hidden />} title={text.gone} text={text.goneText} />
        ) : (
          <Failed title={text.failed} problem={call.problem} onRetry={call.retry} />
        ))}
      {call.kind === 'ready' && (
        <Detail
          exchange={call.value}
          tab={tab}
          onTab={onTab}
          onEdit={onEdit}
          onShowAll={() => setWhole(true)}
        />
      )}
    </section>
  )
}

interface DetailProps {
  exchange: ExchangeDetail
  tab: Tab
  onTab: (tab: Tab) => void
  onEdit: (id: number) => void
  onShowAll: () => void
}

function Detail({ exchange, tab: shown, onTab, onEdit, onShowAll }: DetailProps) {
  return (
    <>
      <header className={classes.head}>
        <div className={classes.kicker}>
          <Outcome outcome={outcomeOf(exchange)} />
          <span className={classes.line}>
            {exchange.method} {exchange.status ?? ''}
          </span>
        </div>
        <h2 className={classes.sentence}>
          <SentenceText sentence={describe(exchange.story)} />
        </h2>
        <DetailActions exchange={exchange} onEdit={onEdit} />
      </header>
      <Tabs
        value={shown}
        onChange={value => onTab(TABS.find(one => one === value) ?? 'summary')}
        keepMounted={false}
        className={classes.tabs}
      >
        <Tabs.List px={10}>
          {TABS.map(tab => (
            <Tabs.Tab key={tab} value={tab}>
              {text.tabs[tab]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map(tab => (
          <Tabs.Panel key={tab} value={tab} className={classes.panel} tabIndex={0}>
            <TabContent tab={tab} exchange={exchange} onShowAll={onShowAll} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  )
}

const TABS = ['summary', 'request', 'response', 'changes', 'explain'] as const
export type Tab = (typeof TABS)[number]

interface TabProps {
  tab: Tab
  exchange: ExchangeDetail
  onShowAll: () => void
}

function TabContent({ tab, exchange, onShowAll }: TabProps) {
  switch (tab) {
    case 'summary':
      return <SummaryTab exchange={exchange} />
    case 'request':
      return <RequestTab exchange={exchange} onShowAll={onShowAll} />
    case 'response':
      return <ResponseTab exchange={exchange} onShowAll={onShowAll} />
    case 'changes':
      return <ChangesTab exchange={exchange} />
    case 'explain':
      return <ExplainTab exchange={exchange} />
  }
}

/** A number that grows whenever the value is another one. */
function useVersion(value: unknown): number {
  const known = useRef({ value, version: 0 })
  if (known.current.value !== value) known.current = { value, version: known.current.version + 1 }
  return known.current.version
}
