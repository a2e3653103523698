import type { ExchangeDetail, Header } from '../../../../shared/exchange'
import { words } from '../../../i18n'
import { Body } from './Body'
import classes from './Detail.module.css'

interface Props {
  exchange: ExchangeDetail
  onShowAll: () => void
}

export function RequestTab({ exchange, onShowAll }: Props) {
  return (
    <>
      <Body body={exchange.requestBody} onShowAll={onShowAll} />
      <Headers headers={withToken(exchange)} />
    </>
  )
}

export function ResponseTab({ exchange, onShowAll }: Props) {
  if (exchange.ending === 'open') return words.log.detail.notYet
  return (
    <>
      <Body body={exchange.responseBody} onShowAll={onShowAll} />
      <Headers headers={exchange.responseHeaders} />
    </>
  )
}

/** The secret is never stored; whose it was is. */
const withToken = ({ requestHeaders, tokenName }: ExchangeDetail): Header[] =>
  tokenName === null
    ? requestHeaders
    : [...requestHeaders, ['Authorization', words.log.detail.tokenInstead(tokenName)]]

function Headers({ headers }: { headers: Header[] }) {
  return (
    <>
      <h3 className={classes.section}>{words.log.detail.headers}</h3>
      {headers.length === 0 ? (
        <span className={classes.detail}>{words.log.detail.noHeaders}</span>
      ) : (
        <table className={classes.headers} aria-label={words.log.detail.headers}>
          <tbody>
            {headers.map(([name, value], index) => (
              <tr key={`${name} ${index}`}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
