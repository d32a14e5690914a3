import type { RiskCapacity, Term, Variety } from '../../model/levels.ts'
import type { Cell } from './cells.ts'
import { isoDate } from './days.ts'
import { personName } from './person-name.ts'
import type { Random } from './random.ts'
import { seeds } from './seeds.ts'

/** Who a client is, before any money. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly kind: 'person' | 'organisation'
  readonly gender: 'M' | 'F' | null
  readonly idType: string
  readonly idNumber: string
  readonly birthDate: string | null
  readonly phone: string
  readonly email: string | null
  readonly openedOn: string
  readonly branch: string
  readonly professional: 'A' | 'B' | 'C' | null
  readonly capacity: RiskCapacity
  readonly term: Term
  readonly variety: Variety
  readonly objective: 'preserve' | 'income' | 'balanced' | 'growth'
}

const digits = (random: Random, n: number): string => Array.from({ length: n }, () => random.int(10)).join('')

/** Check digit of an 18-digit identity number (GB 11643); area code 999999 does not exist. */
const identity = (birth: string, random: Random): string => {
  const body = `999999${birth.replaceAll('-', '')}${digits(random, 3)}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((s, w, i) => s + w * Number(body[i]), 0)
  return body + '10X98765432'.charAt(sum % 11)
}

const capacities: readonly RiskCapacity[] = ['C1min', 'C1', 'C2', 'C3', 'C4', 'C5']
const spread = {
  trading: [0.005, 0.005, 0.02, 0.3, 0.43, 0.24],
  wealth: [0.03, 0.1, 0.3, 0.4, 0.14, 0.03],
  allocation: [0.005, 0.03, 0.165, 0.45, 0.28, 0.07],
} as const
const objectives = ['preserve', 'preserve', 'income', 'balanced', 'growth', 'growth'] as const

const drawCapacity = (cell: Cell, random: Random): RiskCapacity => {
  let u = random.next()
  for (const [i, p] of spread[cell.style].entries()) if ((u -= p) < 0) return capacities[i] ?? 'C3'
  return 'C3'
}

export const makePerson = (id: string, index: number, cell: Cell, today: number, random: Random): Person => {
  const star = seeds.names.featured[index]
  const kind = star?.kind ?? (random.chance(cell.tier >= 4 ? 0.08 : 0.008) ? 'organisation' : 'person')
  const company = random
    .pick(seeds.names.organisations)
    .replace('{a}', random.pick(seeds.names.organisationWords) + random.pick(seeds.names.words))
  const drawn = kind === 'person' ? personName(random) : company
  const birthDate = isoDate(today - Math.floor(365.25 * (22 + 56 * (0.5 * random.next() + 0.5 * random.next()))))
  const capacity = drawCapacity(cell, random)
  const level = capacities.indexOf(capacity)
  const phone = `1990000${digits(random, 4)}`
  return {
    id,
    name: star?.name ?? drawn,
    kind,
    gender: kind === 'person' ? (random.chance(0.5) ? 'M' : 'F') : null,
    idType: kind === 'person' ? '居民身份证' : '营业执照',
    idNumber: kind === 'person' ? identity(birthDate, random) : `99${digits(random, 16)}`,
    birthDate: kind === 'person' && !random.chance(0.004) ? birthDate : null,
    phone,
    email: random.chance(0.55) ? `c${id.toLowerCase()}@example.com` : null,
    openedOn: isoDate(today - 1130 - random.int(4200)),
    branch: random.pick(seeds.names.branches),
    professional:
      kind === 'organisation' ? (random.chance(0.3) ? 'A' : null) : cell.tier === 5 && random.chance(0.12) ? 'C' : null,
    capacity,
    term: level <= 1 ? 1 : random.chance(0.35) ? 2 : 3,
    variety:
      level <= 1 ? 1 : level >= 4 ? (random.chance(0.4) ? 4 : 3) : random.chance(0.06) ? 1 : cell.tier >= 4 ? 4 : 2,
    objective: objectives[Math.min(5, Math.max(0, level + (random.chance(0.2) ? 1 : 0)))] ?? 'balanced',
  }
}
