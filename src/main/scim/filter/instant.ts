const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/i

/**
 * The epoch milliseconds of an xsd:dateTime (RFC 7643 §2.3.5), or null if the text is none. Without a zone it is read
 * as UTC; digits beyond milliseconds are cut off.
 */
export function instantOf(text: string): number | null {
  const match = DATE_TIME.exec(text)
  if (!match) return null
  const [, year, month, day, time, fraction = '', zone = 'Z'] = match
  if (Number(day) > daysIn(Number(year), Number(month))) return null
  const at = Date.parse(`${year}-${month}-${day}T${time}${fraction.slice(0, 4)}${zone.toUpperCase()}`)
  return Number.isNaN(at) ? null : at
}

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
