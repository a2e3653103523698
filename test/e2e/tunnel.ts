import { certificateFile, type Answer, openFront, openOutgoingProxy } from '../tls-front'

/**
 * A tunnel with a public name and a certificate of the tests' authority, as the app sees one: its requests leave through an
 * outgoing proxy, which leads that name here.
 */
export async function openStubTunnel(answer: Answer) {
  const front = await openFront(answer)
  const proxy = await openOutgoingProxy()
  return {
    url: `https://tunnel.contoso.example:${front.port}`,
    environment: { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: certificateFile('ca.pem') },
    close: async () => {
      await front.close()
      await proxy.close()
    }
  }
}
export type StubTunnel = Awaited<ReturnType<typeof openStubTunnel>>
