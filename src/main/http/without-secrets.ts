import { TOKEN_PREFIX } from '../../shared/token'

/** Cuts secrets out of a text before it is recorded. */
export type Scrub = (text: string) => string

/**
 * People paste secrets into URLs, bodies and other headers too. What looks like one of ours, and the one from the environment,
 * is cut out wherever it stands.
 */
export function createScrub(environmentSecret: string | undefined): Scrub {
  return text => {
    const ours = text.includes(TOKEN_PREFIX) ? text.replaceAll(SECRET, `${TOKEN_PREFIX}…`) : text
    return environmentSecret && ours.includes(environmentSecret)
      ? ours.replaceAll(environmentSecret, '…')
      : ours
  }
}

const SECRET = new RegExp(`${TOKEN_PREFIX}(?:[ac]_)?[0-9A-Za-z]{12,}`, 'g')
