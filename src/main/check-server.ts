/** `npm run check-server -- --url URL --token-env VAR [--html FILE] [--json FILE]`: what a SCIM server gets right and wrong. */
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { reportHtml } from './simulator/checks/report-html'
import { runChecks } from './simulator/checks/run-checks'

const USAGE = `npm run check-server -- --url URL --token-env VAR [--html FILE] [--json FILE]

Creates and deletes users and groups of its own on that server, named "check-…".`

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      'token-env': { type: 'string' },
      html: { type: 'string' },
      json: { type: 'string' }
    }
  })
  const secret = values['token-env'] === undefined ? undefined : process.env[values['token-env']]
  if (values.url === undefined || !URL.canParse(values.url) || secret === undefined) {
    console.error(`--url needs a SCIM base URL, --token-env the name of a variable that is set.\n\n${USAGE}`)
    return 1
  }
  const report = await runChecks({ url: values.url, secret }, () => `check-${randomUUID()}`, {
    onResult: ({ verdict, title, rule, seen }) => {
      if (verdict === 'fails') console.log(`✗ ${title} (${rule})\n  instead: ${seen}`)
    }
  })
  if (values.html) writeFileSync(values.html, reportHtml(report, new Date()))
  if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
  console.log(`${report.holds} hold, ${report.fails} fail, ${report.notClaimed} not claimed by the server.`)
  return report.fails === 0 ? 0 : 1
}

main().then(
  exitCode => process.exit(exitCode),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
)
