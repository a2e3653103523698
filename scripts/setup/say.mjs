/** A reason to stop that the reader can act on: what is missing, and what to do. Shown without a stack. */
export class Stop extends Error {}

/** Set-up speaks on stderr, so that stdout belongs to the program that is being started. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Runs a step and says its name and how long it took. */
export async function timed(name, step) {
  const startedAt = performance.now()
  say(`${name} …`)
  const result = await step()
  say(`${name}: ${seconds(performance.now() - startedAt)}`)
  return result
}

export function seconds(durationMs) {
  return `${(durationMs / 1000).toFixed(1)} s`
}

/** The last resort of every script: a Stop is told in its own words, anything else is a bug and shows its stack. */
export async function main(program) {
  try {
    process.exitCode = await program()
  } catch (problem) {
    if (!(problem instanceof Stop)) throw problem
    say(`\n${problem.message}`)
    process.exitCode = 1
  }
}
