import type { CheckReport, CheckResult } from '../../../shared/check'

/** One self-contained page: what was sent, what came back, which rule. */
export function reportHtml(report: CheckReport, at: Date): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>SCIM check of ${escape(report.url)}</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 3rem auto; padding: 0 1rem; color: #16211f; background: #fff }
h1 { font-size: 1.6rem } h2 { font-size: 1.1rem; margin-top: 2.5rem }
details { border-bottom: 1px solid #dfe5e3; padding: .5rem 0 } summary { cursor: pointer }
.rule { color: #5a6866 } .fails { color: #a3230f; font-weight: 600 } .holds { color: #0f6a64; font-weight: 600 }
.seen { margin: .4rem 0 .4rem 1rem; color: #a3230f }
pre { background: #f3f6f5; padding: .6rem; overflow-x: auto; font-size: 13px; white-space: pre-wrap; overflow-wrap: anywhere }
</style>
</head>
<body>
<h1>SCIM check of ${escape(report.url)}</h1>
<p>${report.holds} hold, ${report.fails} fail, ${report.notClaimed} not claimed by the server. ${at.toISOString()}</p>
<h2>Fails</h2>
${section(report.results, 'fails')}
<h2>Holds</h2>
${section(report.results, 'holds')}
<h2>Not claimed</h2>
${section(report.results, 'not claimed')}
</body>
</html>
`
}

function section(results: CheckResult[], verdict: CheckResult['verdict']): string {
  const chosen = results.filter(result => result.verdict === verdict)
  return chosen.length === 0 ? '<p>None.</p>' : chosen.map(entry).join('\n')
}

function entry({ title, rule, verdict, seen, sent }: CheckResult): string {
  const exchanges = sent.map(
    ({ method, path, body, status, answer }) =>
      `<pre>${escape(`${method} ${path}`)}${body === null ? '' : `\n${escape(JSON.stringify(body, null, 2))}`}\n\n→ ${status ?? 'no answer'}\n${escape(answer)}</pre>`
  )
  return `<details><summary><span class="${verdict === 'fails' ? 'fails' : 'holds'}">${escape(title)}</span> <span class="rule">${escape(rule)}</span></summary>
${seen === null ? '' : `<p class="seen">Instead: ${escape(seen)}</p>`}
${exchanges.join('\n')}</details>`
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}
const escape = (text: string) => text.replace(/[&<>"']/g, character => ENTITIES[character]!)
