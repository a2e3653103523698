import { Button, Group } from '@mantine/core'
import { IconDownload, IconShieldCheck } from '@tabler/icons-react'
import { Called } from '../../components/Called'
import { StateWord } from '../../components/StateWord'
import { Teach } from '../../components/Teach'
import type { CheckReport, CheckResult } from '../../../shared/check'
import { isUnderWay } from '../../../shared/simulator'
import { client } from '../../bridge'
import { saveBlob } from '../../hooks/save-blob'
import { useCall } from '../../hooks/useCall'
import { words } from '../../i18n'
import { runChecks, useSimulator } from '../../stores/simulator'
import { attempt } from './attempt'
import { pretty } from './pretty'
import { reasonNotToSend, targetOf, useRunOptions } from './run-options'
import { TargetFields } from './RunOptionsForm'
import classes from './Simulator.module.css'

const text = words.simulator.check

export function CheckTab() {
  const options = useRunOptions()
  const isBusy = useSimulator(state => isUnderWay(state.run))
  const endedAt = useSimulator(state => state.run?.endedAt ?? 0)
  const report = useCall('report', () => client.simulator.report(), endedAt)

  return (
    <div className={classes.columns} data-columns>
      <div>
        <Called call={report} failed={text.failed}>
          {last =>
            last === null ? (
              <Teach
                icon={<IconShieldCheck size={26} aria-hidden />}
                title={text.none.title}
                text={text.none.text}
              />
            ) : (
              <Report {...last} />
            )
          }
        </Called>
      </div>
      <div className={classes.card}>
        <div className={classes.fields}>
          <span className={classes.quiet}>{text.text}</span>
          <TargetFields />
          <Button
            disabled={isBusy || reasonNotToSend(options) !== null}
            onClick={() =>
              void attempt(words.simulator.run.failedToStart, () => runChecks(targetOf(options)))
            }
          >
            {text.start}
          </Button>
        </div>
      </div>
    </div>
  )
}

const ORDER = { fails: 0, 'not claimed': 1, holds: 2 } as const
const TONES = { fails: 'failed', 'not claimed': 'quiet', holds: 'ok' } as const

function Report({ report, html }: { report: CheckReport; html: string }) {
  return (
    <section aria-label={text.report}>
      <Group justify="space-between" mb="sm">
        <strong>{text.counts(report.holds, report.fails, report.notClaimed)}</strong>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            onClick={() => saveBlob(new Blob([html], { type: 'text/html' }), 'scim-check.html')}
          >
            {text.download}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            onClick={() =>
              saveBlob(
                new Blob([`${JSON.stringify(report, null, 2)}\n`], { type: 'application/json' }),
                'scim-check.json'
              )
            }
          >
            {text.downloadJson}
          </Button>
        </Group>
      </Group>
      {report.results
        .toSorted((a, b) => ORDER[a.verdict] - ORDER[b.verdict])
        .map(result => (
          <Result key={result.id} result={result} />
        ))}
    </section>
  )
}

function Result({ result }: { result: CheckResult }) {
  const { title, rule, verdict, seen, sent } = result
  return (
    <details className={classes.result}>
      <summary>
        <StateWord word={text.verdicts[verdict]} tone={TONES[verdict]} />
        <span>{title}</span>
        <span className={classes.small}>{rule}</span>
      </summary>
      {seen !== null && <p className={classes.trouble}>{text.instead(seen)}</p>}
      {sent.map(({ method, path, status, body, answer }, at) => (
        <pre key={at} className={classes.answer} tabIndex={0}>
          {[text.sent(method, path, status), body && JSON.stringify(body, null, 2), pretty(answer)]
            .filter(Boolean)
            .join('\n\n')}
        </pre>
      ))}
    </details>
  )
}
