import { type Random, makeRandom } from './random.ts'
import { seeds } from './seeds.ts'

/** An invented personal name: one surname, one or two characters. */
export const personName = (random: Random): string => {
  const given = (): string => random.pick(seeds.names.given)
  return random.pick(seeds.names.surnames) + given() + (random.chance(0.78) ? given() : '')
}

/** Manager number n of a company: a small pool, so that one manager runs several funds. */
export const managerName = (seed: number, company: string, n: number): string =>
  personName(makeRandom(seed, `manager/${company}/${n}`))
