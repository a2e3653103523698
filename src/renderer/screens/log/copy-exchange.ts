import { notifications } from '@mantine/notifications'
import { toCurl } from '../../../shared/curl'
import type { ExchangeDetail } from '../../../shared/exchange'
import { client } from '../../bridge'
import { copyText } from '../../components/copy-text'
import { problemOf } from '../../hooks/useCall'
import { words } from '../../i18n'
import { announce } from '../../stores/announcer'
import { useServer } from '../../stores/server'

export const copyCurlOf = (id: number) => void copyOf(id, words.log.detail.copyCurl, curlOf)
export const copyResponseOf = (id: number) =>
  void copyOf(id, words.log.detail.copyResponse, exchange => exchange.responseBody?.text ?? '')

const curlOf = (exchange: ExchangeDetail): string => toCurl(exchange, originOf())

/** Something short that the list knows itself. */
export const copyWords = (what: string, text: string) => void copied(what, () => Promise.resolve(text))

/** What a key copied from the list; the whole bodies, not their shown beginning. */
const copyOf = (id: number, what: string, text: (exchange: ExchangeDetail) => string) =>
  copied(what, async () => text(await client.log.get({ id, isWhole: true })))

async function copied(what: string, text: () => Promise<string>) {
  try {
    await copyText(await text())
    notifications.show({ message: words.log.detail.copied(what), autoClose: 1500 })
    announce(words.log.detail.copied(what))
  } catch (error) {
    notifications.show({ color: 'red', title: words.parts.notCopied, message: problemOf(error).message })
  }
}

const originOf = (): string => {
  const { server } = useServer.getState()
  return server ? new URL(server.tenantUrl).origin : ''
}
