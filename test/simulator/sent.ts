import { runScenario, type ScenarioOptions } from '../../src/main/simulator/run-scenario'
import type { startEngine } from '../../src/main/engine/started.fixture'
import { TOKEN } from '../../src/main/engine/started.fixture'
import type { Json } from '../../src/shared/scim'

/** A request as it reached the server. */
export interface Sent {
  method: string
  /** As on the wire, with its query. */
  target: string
  /** Without those that HTTP and this computer need. */
  headers: Record<string, string>
  body: string
  answer: string
}

const NOT_COMPARED = new Set(['host', 'content-length', 'connection', 'authorization'])

/** Runs a scenario and hands back what reached the server, in order. */
export async function sentBy(
  { port, engine, rows }: Awaited<ReturnType<typeof startEngine>>,
  options: Omit<ScenarioOptions, 'target' | 'wait'>
): Promise<Sent[]> {
  const last = (await rows()).at(-1)?.id ?? 0
  const target = { url: `http://127.0.0.1:${port}/scim/v2`, secret: TOKEN }
  await runScenario({ ...options, target, wait: () => Promise.resolve() })
  const found: Sent[] = []
  await rows()
  for await (const batch of engine.console.journal.details('-is:console')) {
    for (const { id, method, target: path, requestHeaders, requestBody, responseBody } of batch) {
      if (id <= last) continue
      const compared = requestHeaders
        .map(([name, value]): [string, string] => [name.toLowerCase(), value])
        .filter(([name]) => !NOT_COMPARED.has(name))
      found.push({
        method,
        target: path,
        headers: Object.fromEntries(compared),
        body: requestBody?.text ?? '',
        answer: responseBody?.text ?? ''
      })
    }
  }
  return found
}

/** Requests with the names of resources in place of the ids that this server gave them, and without its port. */
export function withNames(sent: Sent[]): string[] {
  const names = new Map<string, string>()
  for (const { method, answer } of sent) {
    if (method !== 'POST' || answer === '') continue
    const { id, userName, displayName } = JSON.parse(answer) as Record<string, Json>
    if (typeof id === 'string') names.set(id, String(userName ?? displayName))
  }
  return sent.map(({ method, target, headers, body }) =>
    [...names].reduce(
      (text, [id, name]) => text.replaceAll(id, name),
      `${method} ${target} ${JSON.stringify(headers)} ${body.replace(/127\.0\.0\.1:\d+/g, 'server')}`
    )
  )
}
