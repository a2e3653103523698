import { replay } from '../conversations/replay'
import { startNginx } from '../network/nginx'
import { createSender } from '../network/send-through'
import { expect, test } from './fixtures'
import { scimOrigin } from './launch'
import { statusOf, step } from './setup-steps'

test('entra-test-connection.jsonl through nginx with TLS ticks the step live', async ({ page, secret }) => {
  const nginx = await startNginx(Number(new URL(await scimOrigin(page)).port))
  const { through, end } = createSender()
  try {
    await expect(statusOf(page, 'Test connection')).toHaveText('Waiting')
    expect(await replay('entra-test-connection', through(nginx.origin('plain')), secret)).toEqual([])
    await expect(statusOf(page, 'Test connection')).toHaveText('Done')
    await expect(step(page, 'Test connection')).toContainText('userName eq "')
  } finally {
    end()
    await nginx.stop()
  }
})
