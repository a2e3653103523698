import { config } from 'zod'

/*
 * zod tries `new Function` once before it compiles its checks. Our content security policy forbids that, and the try alone would be a
 * violation in the console of a page that otherwise breaks no rule. Imported before anything that parses.
 */
config({ jitless: true })
