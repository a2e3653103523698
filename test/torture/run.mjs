/** `npm run torture [-- --kills 200] [-- --seed 1]` */
import { parseArgs } from 'node:util'
import { killRepeatedly } from './kill.mjs'

const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } })
const kills = Number(values.kills ?? 200)
const result = await killRepeatedly({
  kills,
  seed: Number(values.seed ?? 1),
  onKill: done => {
    if (done % 20 === 0) console.error(`${done} of ${kills} kills`)
  }
})
console.log(
  `${result.kills} kills, ${result.acknowledged} acknowledged writes, ${result.missing.length} missing, ` +
    `${result.integrity.length} integrity faults`
)
for (const line of [...result.missing, ...result.integrity]) console.log(line)
process.exit(result.missing.length + result.integrity.length === 0 ? 0 : 1)
