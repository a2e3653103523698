import type { Page } from '@playwright/test'
import { readConversation } from '../conversations/replay'
import { expect, test } from './fixtures'
import { scimOrigin } from './launch'
import { run, simulator } from './simulator-steps'
import { logRows, showScreen } from './steps'

async function runScenario(page: Page, title: string) {
  const panel = await simulator(page, 'Scenarios')
  await panel.getByRole('button', { name: `Run ${title}` }).click()
}

/** What a request asks, whoever it is about: `GET /Users?filter=userName eq …`, `PATCH /Groups/…`. */
const shapeOf = (method: string, target: string): string => {
  const path = decodeURIComponent(target.replaceAll('+', ' ')).replace(/^\/scim\/v2/, '')
  return `${method} ${path.replace(/"[^"]*"/g, '…').replace(/(?<=^\/\w+\/)[^/?]+/, '…')}`
}

async function armFault(
  page: Page,
  fault: { kind?: string; method?: string; path?: string; next?: string; fields?: Record<string, string> }
) {
  const panel = await simulator(page, 'Faults')
  if (fault.kind) await choose(page, 'Fault', fault.kind)
  if (fault.method) await choose(page, 'Method', fault.method)
  await panel.getByRole('textbox', { name: 'Path' }).fill(fault.path ?? '')
  for (const [label, value] of Object.entries({ ...fault.fields, Next: fault.next ?? '' }))
    await panel.getByRole('textbox', { name: label, exact: true }).fill(value)
  await panel.getByRole('button', { name: 'Arm fault' }).click()
}

async function choose(page: Page, field: string, option: string) {
  await page.getByRole('combobox', { name: field, exact: true }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test.describe('Simulator', () => {
  test('M1 Scenarios list (first sync, joiner, leaver, rename, group move, nested group, bad token, duplicate user) each with what will be sent', async ({
    page
  }) => {
    const panel = await simulator(page, 'Scenarios')
    for (const [title, sends] of [
      ['First sync', /create every user/],
      ['Joiner', /create one new person/],
      ['Leaver and re-hire', /active to false/],
      ['Rename', /One PATCH with userName/],
      ['Group move', /leave one group and join another/],
      ['Nested group', /member of another/],
      ['Bad token', /secret that nobody knows/],
      ['Duplicate user', /409/]
    ] as const) {
      const item = panel
        .getByRole('listitem')
        .filter({ has: page.getByRole('button', { name: `Run ${title}` }) })
      await expect(item).toContainText(sends)
    }
  })

  test('M2 Run on "Joiner" produces the same method and path sequence as the recorded Entra conversation', async ({
    page
  }) => {
    await runScenario(page, 'Joiner')
    await expect(run(page).getByText('Complete')).toBeVisible()

    // In the recording Bashir is one who joins: probes, match, create, manager and membership, each with its check before.
    const aboutBashir = readConversation('entra-initial-cycle').filter(({ seq }) =>
      [2, 3, 6, 7, 36, 37, 48, 49].includes(seq)
    )
    const recorded = aboutBashir.map(({ request }) => shapeOf(request.method, request.path))

    await showScreen(page, 'Live log')
    const rows = logRows(page)
    await expect(rows.last()).toContainText('Added')
    // All at once: the list draws only what is in view, and may be drawing still.
    const shown = await rows.evaluateAll(all =>
      all.map(row => {
        const cell = (key: string) => row.querySelector(`[data-key=${key}]`)
        return [cell('method')?.textContent ?? '', cell('path')?.getAttribute('title') ?? ''] as const
      })
    )
    const sent = shown.slice(-recorded.length).map(([method, path]) => shapeOf(method, path))
    expect(sent).toEqual(recorded)
  })

  test('M3 Progress shows step n of m; Stop ends before the next request', async ({ page, send }) => {
    const panel = await simulator(page, 'Scenarios')
    await choose(page, 'Pace', '1 request every 3 s')
    await panel.getByRole('button', { name: 'Run First sync' }).click()
    await expect(run(page).getByText('Step 1 of 6')).toBeVisible()
    await run(page).getByRole('button', { name: 'Stop' }).click()
    await expect(run(page).getByText('Stopped before the next request')).toBeVisible()
    await expect(run(page)).toContainText('0 requests')
    expect(await send('GET', '/Users')).toMatchObject({ body: { totalResults: 0 } })
  })

  test('M4 Simulator rows carry the word "Simulated" and can be filtered with is:simulated', async ({
    page,
    send
  }) => {
    await send('GET', '/Users')
    await runScenario(page, 'Test connection')
    await expect(run(page).getByText('Complete')).toBeVisible()
    await showScreen(page, 'Live log')
    const filter = page.getByRole('textbox', { name: 'Filter requests' })
    await filter.fill('is:simulated')
    await expect(logRows(page)).toHaveCount(2)
    await expect(logRows(page).filter({ hasText: 'Simulated' })).toHaveCount(2)
    await filter.fill('-is:simulated path:/Users')
    await expect(logRows(page)).toHaveCount(1)
    await expect(logRows(page)).not.toContainText('Simulated')
  })

  test('M5 A fault "429 on PATCH /Groups, 100 %, next 3" gives exactly three 429s with Retry-After, then disarms; the header says "Fault armed" meanwhile', async ({
    page,
    send,
    secret
  }) => {
    const origin = await scimOrigin(page)
    const { body } = await send('POST', '/Groups', { displayName: 'Finance' })
    const path = `/Groups/${(body as { id: string }).id}`
    await armFault(page, {
      method: 'PATCH',
      path: '/Groups',
      next: '3',
      fields: { Status: '429', 'Retry-After, seconds': '7' }
    })
    await expect(page.getByRole('banner').getByText('Fault armed')).toBeVisible()
    const patch = () =>
      fetch(`${origin}/scim/v2${path}`, {
        method: 'PATCH',
        headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/scim+json' },
        body: JSON.stringify({
          schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
          Operations: [{ op: 'replace', path: 'displayName', value: 'Finance 2' }]
        })
      })
    expect((await send('GET', path)).status).toBe(200)
    const answers: [number, string | null][] = []
    for (let number = 0; number < 4; number++) {
      const answer = await patch()
      answers.push([answer.status, answer.headers.get('retry-after')])
    }
    expect(answers).toEqual([
      [429, '7'],
      [429, '7'],
      [429, '7'],
      [204, null]
    ])
    await expect(page.getByRole('banner').getByText('Fault armed')).toBeHidden()
    await showScreen(page, 'Live log')
    await expect(logRows(page).filter({ hasText: 'Answered as told: 429' })).toHaveCount(3)
  })

  test('M6 A delay fault of 2 s makes the duration of matching rows at least 2 s and leaves others alone', async ({
    page,
    send
  }) => {
    await armFault(page, { kind: 'Delay', path: '/Groups', fields: { 'Delay, seconds': '2' } })
    await expect(page.getByRole('banner').getByText('Fault armed')).toBeVisible()
    await Promise.all([send('GET', '/Groups'), send('GET', '/Users')])
    await showScreen(page, 'Live log')
    const slow = logRows(page).filter({ hasText: 'late as told' })
    await expect(slow).toHaveCount(1)
    await expect(slow.locator('[data-key=duration]')).toHaveText(/^([2-9]|\d\d)(\.\d+)?\ss$/)
    await page.getByRole('textbox', { name: 'Filter requests' }).fill('duration>=2s')
    await expect(logRows(page)).toHaveCount(1)
    await expect(logRows(page)).toContainText('Listed groups')
  })

  test('M7 Faults never apply to the console’s own health check, and are off after restart', async ({
    page,
    usher,
    launch,
    send
  }) => {
    const origin = await scimOrigin(page)
    await armFault(page, { fields: { Status: '503' } })
    await expect(page.getByRole('banner').getByText('Fault armed')).toBeVisible()
    expect((await send('GET', '/Users')).status).toBe(503)
    expect((await fetch(`${origin}/health`)).status).toBe(200)
    await usher.app.close()

    const again = await launch()
    await showScreen(again.page, 'Simulator')
    await expect(again.page.getByRole('banner').getByText('Running')).toBeVisible()
    await expect(again.page.getByRole('banner').getByText('Fault armed')).toBeHidden()
  })

  test('M10 Reset directory asks, with counts, offers a backup first, and is refused while a scenario runs', async ({
    page
  }) => {
    await runScenario(page, 'First sync')
    await expect(run(page).getByText('Complete')).toBeVisible()
    await choose(page, 'Pace', '1 request every 3 s')
    await runScenario(page, 'Joiner')
    const reset = page.getByRole('button', { name: 'Reset directory' })
    await expect(reset).toBeDisabled()
    await expect(reset).toHaveAttribute('title', /run is under way/)
    await run(page).getByRole('button', { name: 'Stop' }).click()

    await expect(reset).toBeEnabled()
    await reset.click()
    const dialog = page.getByRole('dialog', { name: 'Reset the directory?' })
    await expect(dialog).toContainText('12 users and 4 groups will be deleted')
    await expect(dialog.getByRole('checkbox', { name: 'Back up first' })).toBeChecked()
    await dialog.getByRole('button', { name: 'Reset' }).click()
    await expect(page.getByText(/Backup: before-reset-.*\.db/)).toBeVisible()
    await expect(reset).toBeDisabled()
    await showScreen(page, 'Users')
    await expect(page.getByText('No users yet')).toBeVisible()
  })
})
