import type { MessagePort as NodePort } from 'node:worker_threads'
import { describe, expect, it, vi } from 'vitest'
import { PATIENCE } from '../../test/patience'

/** A page in Electron whose offered ports are kept, as main would get them. */
async function openPage() {
  const offered: NodePort[] = []
  vi.stubGlobal('bridge', { kind: 'electron' })
  vi.spyOn(window, 'postMessage').mockImplementation((...args: unknown[]) => {
    offered.push(...(args[2] as NodePort[]))
  })
  const { client } = await import('./bridge')
  return { offered, client }
}

describe('the bridge over a port', () => {
  it('offers a new port for the first call after main closed the last one, whoever calls', async () => {
    const { offered, client } = await openPage()

    const first = client.server.state()
    await vi.waitFor(() => expect(offered).toHaveLength(1), PATIENCE)
    offered[0]?.close()
    await expect(first).rejects.toThrow('closed or aborted')

    const second = client.server.state()
    await vi.waitFor(() => expect(offered).toHaveLength(2), PATIENCE)
    offered[1]?.close()
    await expect(second).rejects.toThrow('closed or aborted')
  })
})
