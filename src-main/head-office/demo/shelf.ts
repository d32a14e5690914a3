import type { z } from 'zod'
import type { Product } from '../../model/product.ts'
import type { Calendar } from './calendar.ts'
import { isoDate } from './days.ts'
import { type FactorReturns, combine } from './factors.ts'
import { makeRandom } from './random.ts'
import { seeds } from './seeds.ts'
import type { Series } from './series.ts'

/** A product with a price history and, for notes, a life of its own. */
export interface Offer {
  readonly product: z.input<typeof Product>
  readonly series: Series
  /** Distance in exchange days between two published prices. */
  readonly every: number
}

const broker = '溪山证券'

const grow = (code: string, start: number, returns: Float64Array): Series => {
  let nav = 1
  const values = Int32Array.from(returns, (r, t) => {
    nav *= Math.exp(t === 0 ? 0 : r)
    return Math.round(nav * 10000)
  })
  return { code, start, values }
}

const base = (code: string, name: string, gradedOn: string): z.input<typeof Product> => ({
  code,
  name,
  kind: 'advisory',
  assetClass: 'multiAsset',
  riskGrade: 'R3',
  gradedBy: broker,
  gradedOn,
  term: 2,
  variety: 2,
  highRisk: false,
  redemptionDays: 3,
  minimum: 100_000,
  annualFee: 0.005,
  sale: 'open',
  onShelf: true,
  tags: [],
  maturesOn: null,
  access: null,
})

/** Everything on the shelf that is neither a public fund nor listed. */
export const makeOffers = (seed: number, calendar: Calendar, factors: FactorReturns, start: number): Offer[] => {
  const length = calendar.days.length - start
  const graded = isoDate((calendar.days.at(-1) ?? 0) - 200)
  const out: Offer[] = []
  const series = (code: string, loads: Readonly<Record<string, number>>, perYear: number, idio: number): Series => {
    const random = makeRandom(seed, `offer/${code}`)
    const daily = idio / Math.sqrt(243)
    return grow(
      code,
      start,
      combine(factors, new Map(Object.entries(loads)), perYear, start, length, () => daily * random.normal()),
    )
  }
  seeds.products.advisory.forEach((a, i) => {
    const code = `T99${String(i + 1).padStart(4, '0')}`
    const product = { ...base(code, a.name, graded), riskGrade: a.grade, annualFee: a.fee, tags: ['投顾组合'] }
    out.push({ product, series: series(code, a.loads, 0.008 - a.fee, 0.01), every: 1 })
  })
  const random = makeRandom(seed, 'shelf')
  for (let i = 0; i < seeds.products.privateFunds; i++) {
    const s = random.pick(seeds.products.privateStrategies)
    const code = `P99${String(i + 1).padStart(4, '0')}`
    const name = `${random.pick(seeds.names.companies)}${random.pick(seeds.names.words)}${s.name}${1 + random.int(9)}号私募证券投资基金`
    const product: z.input<typeof Product> = {
      ...base(code, name, graded),
      kind: 'privateFund',
      riskGrade: random.chance(0.06) ? null : s.grade,
      assetClass: s.name.startsWith('固收')
        ? 'fixedIncome'
        : s.name.includes('股') || s.name.includes('指增')
          ? 'equity'
          : 'multiAsset',
      term: 3,
      variety: 4,
      highRisk: s.grade === 'R5',
      redemptionDays: 30,
      minimum: 100_000_000,
      annualFee: 0.016,
      onShelf: random.chance(0.6),
      tags: ['私募优选', s.name],
      access: '合格投资者：金融资产不低于300万元或近三年年均收入不低于50万元',
    }
    out.push({ product, series: series(code, s.loads, s.alpha - 0.016, s.idio), every: 5 })
  }
  const today = calendar.days.at(-2) ?? 0
  for (let i = 0; i < seeds.products.noteCount; i++) {
    const code = `N99${String(i + 1).padStart(4, '0')}`
    const life = random.pick([91, 182, 273, 364])
    // Some notes fall due within the next weeks, a few have just begun
    const matures = today + (i < 6 ? 3 + 5 * i : 30 + random.int(320))
    const begin = Math.max(calendar.at(matures - life), start)
    const rate = 0.018 + 0.008 * random.next()
    const values = new Int32Array(calendar.days.length - begin).map((_, t) =>
      Math.round(10000 * (1 + (rate * ((calendar.days[begin + t] ?? 0) - (calendar.days[begin] ?? 0))) / 365)),
    )
    const product: z.input<typeof Product> = {
      ...base(code, random.pick(seeds.products.notes).replace('{n}', String(101 + i)), graded),
      kind: 'note',
      assetClass: 'fixedIncome',
      riskGrade: i % 11 === 10 ? null : random.chance(0.7) ? 'R2' : 'R3',
      term: life > 365 ? 2 : 1,
      variety: random.chance(0.75) ? 1 : 4,
      redemptionDays: null,
      minimum: 5_000_000,
      annualFee: 0,
      sale: begin >= calendar.days.length - 12 ? 'open' : 'closed',
      onShelf: begin >= calendar.days.length - 30,
      tags: ['收益凭证', '固收'],
      maturesOn: isoDate(matures),
    }
    out.push({ product, series: { code, start: begin, values }, every: 1 })
  }
  seeds.products.cashManagement.forEach((name, i) => {
    const code = `M99${String(i + 1).padStart(4, '0')}`
    const product: z.input<typeof Product> = {
      ...base(code, name, graded),
      kind: 'cashManagement',
      assetClass: 'cash',
      riskGrade: 'R1',
      term: 1,
      variety: 1,
      redemptionDays: 0,
      minimum: 100,
      annualFee: 0.003,
      tags: ['现金管理'],
    }
    out.push({ product, series: series(code, {}, 0.0155 + 0.001 * i, 0), every: 1 })
  })
  return out
}
