import type { Calendar } from './calendar.ts'
import { type Random, makeRandom } from './random.ts'
import { type PeerGroup, seeds } from './seeds.ts'
import type { RiskGrade } from '../../model/levels.ts'

/** What one fund is before it has a history; all its share classes have this in common. */
export interface FundSpec {
  readonly fundId: string
  readonly name: string
  readonly company: string
  readonly peer: PeerGroup
  readonly grade: RiskGrade | null
  readonly start: number
  readonly closed: number | null
  readonly loads: ReadonlyMap<string, number>
  readonly benchmark: Readonly<Record<string, number>>
  readonly perYear: number
  readonly idio: number
  readonly weeklyUntil: number
  readonly payer: boolean
  readonly splitter: boolean
  readonly featured: readonly string[] | null
}

const uniqueName = (peer: PeerGroup, company: string, index: string, random: Random, used: Set<string>): string => {
  for (let tries = 0; ; tries++) {
    const base = random.pick(peer.names).replace('{i}', index.replace('衡石', ''))
    const word =
      base.includes('{w}') && index === ''
        ? random.pick(seeds.names.words)
        : tries > 8
          ? random.pick(seeds.names.words)
          : ''
    const name = base.replace('{w}', `${company}${word}`)
    if (!used.has(name)) {
      used.add(name)
      return name
    }
    if (tries > 400) throw new Error(`no free name left in ${peer.group}`)
  }
}

const drawLoads = (peer: PeerGroup, index: string | null, random: Random): Map<string, number> => {
  const loads = new Map<string, number>()
  const tracked = index === null ? undefined : seeds.indices.find(i => i.code === index)
  if (tracked !== undefined) for (const [id, l] of Object.entries(tracked.loads)) loads.set(id, 0.965 * l)
  for (const [id, [mean, spread]] of Object.entries(peer.loads)) loads.set(id, mean + spread * random.normal())
  return loads
}

/** The universe: every peer group with its number of funds, featured ones first. */
export const makeFundSpecs = (seed: number, calendar: Calendar, today: number, size: number): FundSpec[] => {
  const used = new Set<string>()
  const specs: FundSpec[] = []
  for (const peer of seeds.peerGroups) {
    const random = makeRandom(seed, `funds/${peer.group}`)
    const featured = seeds.products.featuredFunds.filter(f => f.group === peer.group)
    for (const f of featured) used.add(f.name)
    const count = Math.max(3, Math.round(peer.count * size))
    for (let i = 0; i < count; i++) {
      const star = featured[i]
      const company = star?.company ?? random.pick(seeds.names.companies)
      const index = peer.indices === undefined ? null : random.pick(peer.indices)
      const indexName = index === null ? '' : (seeds.indices.find(x => x.code === index)?.name ?? '')
      const age = random.next()
      const closes = star === undefined && random.chance(0.04)
      const start = star === undefined ? Math.floor((today - 40) * age ** 0.85) : 40 + random.int(600)
      const enhanced = random.chance(0.3)
      specs.push({
        fundId: `F${String(specs.length + 1).padStart(5, '0')}`,
        name: star?.name ?? uniqueName(peer, company, indexName, random, used),
        company: `${company}基金管理有限公司`,
        peer,
        grade: star === undefined ? random.pick(peer.grades) : star.grade,
        start,
        closed: closes && today - start > 500 ? start + 300 + random.int(today - start - 310) : null,
        loads: drawLoads(peer, index, random),
        benchmark: index === null ? peer.benchmark : { [index]: 0.95, HS9001: 0.05 },
        perYear: peer.carry[0] + peer.carry[1] * random.normal() + peer.alpha[0] + peer.alpha[1] * random.normal(),
        idio: peer.idio * (0.6 + 0.8 * random.next()),
        weeklyUntil: peer.type === 'money' || peer.type === 'etf' || !enhanced ? 0 : start + 60,
        payer: random.chance(peer.asset === 'fixedIncome' ? 0.45 : 0.25),
        splitter: random.chance(0.12),
        featured: star?.tags ?? null,
      })
    }
  }
  return specs
}
