import { DEPARTMENTS } from './names'
import type { Random } from './random'

/** Everybody first, then departments, then their teams. */
export function groupName(number: number): string {
  if (number === 0) return 'Contoso All Staff'
  const department = DEPARTMENTS[(number - 1) % DEPARTMENTS.length]!.name
  const round = Math.floor((number - 1) / DEPARTMENTS.length)
  return round === 0 ? `Contoso ${department}` : `Contoso ${department} – Team ${round}`
}

const REGIONS = ['Europe', 'EMEA', 'Nordics', 'Global', 'Shared Services', 'DACH', 'Iberia', 'Benelux']

/** The old name with another region behind it, and a number once all of them were used. */
export function freeGroupName(taken: Set<string>, old: string, random: Random): string {
  const region = REGIONS.find(known => old.endsWith(` ${known}`)) ?? ''
  const plain = old.replace(/ \(\d+\)$/, '').slice(0, region === '' ? undefined : -region.length - 1)
  const first = random.integer(REGIONS.length)
  const names = REGIONS.map((_, at) => `${plain} ${REGIONS[(first + at) % REGIONS.length]}`)
  let name = names.find(one => !taken.has(one))
  for (let number = 2; name === undefined; number++)
    if (!taken.has(`${plain} (${number})`)) name = `${plain} (${number})`
  taken.add(name)
  return name
}
