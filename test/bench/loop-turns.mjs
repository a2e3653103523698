/**
 * Loaded into a measured program (`node --import …/loop-turns.mjs`): how long its thread was busy without coming back to its loop.
 * Asked by message: 'begin' forgets, 'end' answers with the longest turn, in milliseconds of the clock and of the thread's own
 * time. On a busy machine only the second is the program's doing.
 */
let longest = null

process.on('message', asked => {
  if (asked === 'begin') {
    longest = { wallMs: 0, ownMs: 0 }
    turn(performance.now(), ownTime())
  } else if (asked === 'end') {
    process.send?.(longest)
    longest = null
  }
})
process.channel?.unref()

const ownTime = () => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Goes round with the loop as fast as it turns. */
function turn(wall, own) {
  setImmediate(() => {
    if (!longest) return
    const now = performance.now()
    const used = ownTime()
    longest.wallMs = Math.max(longest.wallMs, now - wall)
    longest.ownMs = Math.max(longest.ownMs, used - own)
    turn(now, used)
  })
}
