import { words } from '../i18n'

export const EXPIRIES = ['30', '90', '365', 'custom', 'never'] as const
export type Expiry = (typeof EXPIRIES)[number]

const DAY_MS = 86_400_000

/**
 * When a token of this choice ends, in epoch milliseconds; null for never.
 *
 * @param lastDay `2027-01-31`, only for `custom`: the token works until the end of that local day
 * @returns a sentence instead when the day is missing or has passed
 */
export function expiryAt(
  choice: Expiry,
  lastDay: string | null,
  now: number
): { at: number | null } | { refusal: string } {
  if (choice === 'never') return { at: null }
  if (choice !== 'custom') return { at: now + Number(choice) * DAY_MS }
  if (!lastDay) return { refusal: words.tokens.form.dateMissing }

  const end = new Date(`${lastDay}T23:59:59.999`).getTime()
  if (Number.isNaN(end)) return { refusal: words.tokens.form.dateMissing }
  return end > now ? { at: end } : { refusal: words.tokens.form.datePast }
}
