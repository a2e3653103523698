import { Button, SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import { JsonCode } from '../../../components/JsonCode'
import { JsonView } from '../../../components/JsonView'
import type { Json } from '../../../../shared/scim'
import { BODY_SHOWN, type RecordedBody } from '../../../../shared/exchange'
import { words } from '../../../i18n'
import { formatBytes } from '../../../i18n/format'
import classes from './Detail.module.css'

interface Props {
  body: RecordedBody | null
  onShowAll: () => void
}

const text = words.log.detail

export function Body({ body, onShowAll }: Props) {
  const [form, setForm] = useState<'pretty' | 'raw'>('pretty')
  const pretty = useMemo(() => (body ? prettyJson(body.text) : null), [body])

  return (
    <>
      <h3 className={classes.section}>
        {text.body}
        {body && <span className={classes.detail}>{formatBytes(body.bytes)}</span>}
        {pretty !== null && (
          <SegmentedControl
            size="xs"
            ml="auto"
            aria-label={text.form}
            value={form}
            onChange={value => setForm(value === 'raw' ? 'raw' : 'pretty')}
            data={[
              { value: 'pretty', label: text.pretty },
              { value: 'raw', label: text.raw }
            ]}
          />
        )}
      </h3>
      {body?.isCut && (
        <div className={classes.cut}>
          {text.isCut(formatBytes(Math.min(BODY_SHOWN, body.text.length)), formatBytes(body.bytes))}
          <Button size="compact-xs" variant="default" onClick={onShowAll}>
            {text.showAll}
          </Button>
        </div>
      )}
      {body === null || body.text === '' ? (
        <span className={classes.detail}>{text.noBody}</span>
      ) : (
        <Shown text={body.text} pretty={form === 'pretty' ? pretty : null} />
      )}
    </>
  )
}

function Shown({ text: raw, pretty }: { text: string; pretty: string | null }) {
  const value = useMemo(() => (pretty === null ? null : (JSON.parse(pretty) as Json)), [pretty])
  return pretty === null ? (
    <JsonCode code={raw} language="plaintext" />
  ) : (
    <JsonView value={value} label={text.body} />
  )
}

/** Indented, or null when the text is no JSON, for example because it is cut. */
export function prettyJson(body: string): string | null {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
