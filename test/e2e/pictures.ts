import { join } from 'node:path'

/** Pictures to look at, of what the tests come by. */
export const pictureFile = (name: string) =>
  join(import.meta.dirname, '../../test-results/screens', `${name}.png`)
