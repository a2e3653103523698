import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from './fixtures'
import { scimOrigin } from './launch'
import { beginRequest } from './sockets'
import { showScreen } from './steps'

/** A web server with a feed as electron-builder writes it; `version` is what it offers. */
async function openFeed(program: string) {
  const offered = { version: '0.0.1' }
  const bytes = Buffer.from(program)
  const feed = createServer((request, answer) => {
    if (request.url?.startsWith('/latest-linux.yml')) {
      const sha512 = createHash('sha512').update(bytes).digest('base64')
      const { version } = offered
      answer.end(
        `version: ${version}\nfiles:\n  - url: Usher-${version}.AppImage\n    sha512: ${sha512}\n    size: ${bytes.length}\n` +
          `path: Usher-${version}.AppImage\nsha512: ${sha512}\nreleaseDate: '2026-11-22T00:00:00.000Z'\n`
      )
    } else if (request.url?.endsWith('.AppImage')) answer.end(bytes)
    else answer.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await once(feed, 'listening')
  return { feed, offered, url: `http://127.0.0.1:${(feed.address() as AddressInfo).port}/` }
}

test('P9 Check for updates shows the version found, or that it is current, or why the check failed; installing waits for requests in flight', async ({
  launch,
  dataFolder,
  secret
}) => {
  const marker = join(dataFolder, 'the-new-one-ran')
  const installed = join(dataFolder, 'Usher.AppImage')
  await writeFile(installed, 'the old one')
  await chmod(installed, 0o755)
  const { feed, offered, url } = await openFeed(`#!/bin/sh\ntouch "${marker}"\n`)
  const { page, app, program } = await launch({
    environment: { APPIMAGE: installed, XDG_CACHE_HOME: join(dataFolder, 'cache') }
  })
  await showScreen(page, 'Settings')
  const section = page.getByRole('region', { name: 'Updates' })
  const check = section.getByRole('button', { name: 'Check for updates' })
  const said = section.getByRole('status')
  await expect(said).toHaveText('No feed is set.')
  await expect(check).toBeDisabled()
  await section.getByRole('textbox', { name: 'Feed' }).fill('http://updates.example/')
  await section.getByRole('button', { name: 'Save' }).click()
  await expect(section.getByText('A feed is a whole address that begins with https://')).toBeVisible()
  await section.getByRole('textbox', { name: 'Feed' }).fill(url)
  await section.getByRole('button', { name: 'Save' }).click()

  await check.click()
  await expect(said).toHaveText(/^Usher .* is current\.$/)
  offered.version = 'no version'
  await check.click()
  await expect(said).toHaveText(/^The check or the download failed: /)
  offered.version = '9.9.9'
  await check.click()
  await expect(said).toHaveText('Usher 9.9.9 is there.')
  await section.getByRole('button', { name: 'Download' }).click()
  await expect(said).toHaveText(/^Usher 9\.9\.9 is ready to be installed\./)
  expect(existsSync(marker)).toBe(false)

  const origin = await scimOrigin(page)
  const request = await beginRequest(origin, secret, { userName: 'last@contoso.example' })
  const end = once(program, 'exit')
  await section.getByRole('button', { name: 'Quit and install' }).click()
  await expect
    .poll(() =>
      fetch(`${origin}/health`).then(
        () => 'open',
        () => 'closed'
      )
    )
    .toBe('closed')
  expect(existsSync(marker)).toBe(false)
  expect(await request.finish()).toMatch(/^HTTP\/1\.1 201 /)
  expect(await end).toEqual([0, null])
  await expect.poll(() => existsSync(marker)).toBe(true)
  feed.close()
  await expect.poll(() => app.windows().length).toBe(0)
})
