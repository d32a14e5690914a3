import { describe, expect, it } from 'vitest'
import { drawdownAlarms } from '../../../../src-main/domain/suitability/drawdown-alarm.ts'
import { prepareBook } from '../../../../src-main/domain/suitability/judge-book.ts'
import { judgeSuitability } from '../../../../src-main/domain/suitability/judge-suitability.ts'
import {
  afterTrades,
  portfolioFit,
  strictestCaps,
  type RiskPosition,
} from '../../../../src-main/domain/suitability/portfolio-fit.ts'
import { rematch, type JudgedState } from '../../../../src-main/domain/suitability/rematch.ts'
import type { SuitabilityClient, SuitabilityProduct } from '../../../../src-main/model/suitability-facts.ts'
import { IsoDate } from '../../../../src-main/model/units.ts'
import { suitabilityPacks } from '../../../helpers/rule-packs.ts'
import { seeded } from '../../../helpers/segment-facts.ts'

const [pack, nextPack] = suitabilityPacks()
if (pack === undefined || nextPack === undefined) throw new Error('packs missing')
const day = (text: string): IsoDate => IsoDate.parse(text)

const bond: RiskPosition = { code: 'bond', value: 500_000, riskGrade: 'R2', assetClass: 'fixedIncome' }
const stock: RiskPosition = { code: 'stock', value: 300_000, riskGrade: 'R4', assetClass: 'equity' }
const cash: RiskPosition = { code: 'cash', value: 200_000, riskGrade: 'R1', assetClass: 'cash' }

describe('portfolioFit', () => {
  const caps = { singleProduct: 0.4, singleClass: 0.8, highGrades: 0.2 }

  it('gives weighted and highest grade side by side', () => {
    const fit = portfolioFit([bond, stock, cash], 'C3', caps, pack)
    // 0.5 x 2 + 0.3 x 4 + 0.2 x 1
    expect(fit.weightedGrade).toBeCloseTo(2.4, 12)
    expect(fit.highestGrade).toBe('R4')
    expect(fit.shareAboveLevel).toBeCloseTo(0.3, 12)
    // 0.5^2 + 0.3^2, cash left out
    expect(fit.hhi).toBeCloseTo(0.34, 12)
  })

  it('names each breached cap with share and cap', () => {
    const { breaches } = portfolioFit([bond, stock, cash], 'C3', caps, pack)
    expect(breaches).toEqual([
      { kind: 'singleProduct', what: 'bond', share: 0.5, cap: 0.4 },
      { kind: 'highGrades', what: null, share: 0.3, cap: 0.2 },
    ])
  })

  it('counts what has no grade as unknown, not as safe', () => {
    const fit = portfolioFit([{ ...bond, riskGrade: null }, stock], 'C3', null, pack)
    expect(fit.ungradedShare).toBeCloseTo(0.625, 12)
    expect(fit.weightedGrade).toBe(4)
  })

  it('has no level share without a level, and no figures without money', () => {
    expect(portfolioFit([bond], null, caps, pack).shareAboveLevel).toBeNull()
    const empty = portfolioFit([], 'C3', caps, pack)
    expect([empty.weightedGrade, empty.highestGrade, empty.breaches.length]).toEqual([null, null, 0])
  })

  it('takes the stricter of two sets of caps', () => {
    expect(strictestCaps(caps, { singleProduct: 0.5, singleClass: 0.5, highGrades: 0.5 })).toEqual({
      singleProduct: 0.4,
      singleClass: 0.5,
      highGrades: 0.2,
    })
  })
})

describe('afterTrades', () => {
  const { value: _, ...stockProduct } = stock
  it('pays a purchase from cash', () => {
    const after = afterTrades([bond, stock, cash], [{ product: stockProduct, amount: 150_000 }])
    expect(after.map(p => [p.code, p.value])).toEqual([
      ['bond', 500_000],
      ['stock', 450_000],
      ['cash', 50_000],
    ])
  })

  it('sells no more than is held and drops what is gone', () => {
    const after = afterTrades([stock], [{ product: stockProduct, amount: -999_999 }])
    expect(after.map(p => [p.code, p.value])).toEqual([['cash', 300_000]])
  })
})

const client: SuitabilityClient = {
  investorType: 'ordinary',
  riskCapacity: 'C4',
  validUntil: day('2027-06-30'),
  birthDate: day('1961-12-01'),
  term: 3,
  variety: 4,
}
const product: SuitabilityProduct = { riskGrade: 'R4', term: 1, variety: 2 }

describe('prepareBook', () => {
  it('gives every pair of a book the verdict that it gets alone', () => {
    const next = seeded(5)
    const pick = <T>(all: readonly T[]): T => {
      const found = all[Math.floor(next() * all.length)]
      if (found === undefined) throw new RangeError('nothing to pick from')
      return found
    }
    const clients = Array.from({ length: 300 }, (): SuitabilityClient => ({
      investorType: next() < 0.1 ? 'professional' : 'ordinary',
      riskCapacity: pick(['C1min', 'C1', 'C2', 'C3', 'C4', 'C5', null] as const),
      validUntil: pick([day('2026-11-22'), day('2026-11-23'), day('2027-01-01'), null]),
      birthDate: pick([day('1950-01-01'), day('1961-11-23'), day('1961-11-24'), day('1990-01-01'), null]),
      term: pick([1, 2, 3, null] as const),
      variety: pick([1, 2, 3, 4, null] as const),
    }))
    const products = Array.from({ length: 100 }, (): SuitabilityProduct => ({
      riskGrade: pick(['R1', 'R2', 'R3', 'R4', 'R5', null] as const),
      term: pick([1, 2, 3, null] as const),
      variety: pick([1, 2, 3, 4, null] as const),
      highRisk: next() < 0.2,
    }))
    for (const initiative of ['advisor', 'client'] as const) {
      const context = { date: day('2026-11-23'), initiative }
      const book = prepareBook(clients, products, context, pack)
      for (const [c, person] of clients.entries())
        for (const [p, thing] of products.entries())
          expect(book.verdict(c, p)).toEqual(judgeSuitability(person, thing, context, pack))
    }
  })
})

const state = (
  over: Partial<SuitabilityClient>,
  thing: Partial<SuitabilityProduct>,
  date: string,
  rules = pack,
): JudgedState => ({
  clients: new Map([['c', { ...client, ...over }]]),
  products: new Map([['p', { ...product, ...thing }]]),
  context: { date: day(date), initiative: 'advisor' },
  pack: rules,
})

describe('rematch', () => {
  const held = [{ clientId: 'c', code: 'p', value: 100 }]
  const before = state({}, {}, '2026-11-23')

  it('is silent when nothing changes', () => {
    expect(rematch(held, before, state({}, {}, '2026-11-24'))).toEqual([])
  })

  it('notices a lowered level and a raised grade', () => {
    const [notice] = rematch(held, before, state({ riskCapacity: 'C3' }, {}, '2026-11-23'))
    expect(notice).toMatchObject({ causes: ['level'], worse: true, now: { codes: ['RISK_ABOVE'] } })
    expect(rematch(held, before, state({}, { riskGrade: 'R5' }, '2026-11-23'))[0]?.causes).toEqual(['grade'])
  })

  it('notices an assessment that ran out', () => {
    const [notice] = rematch(held, before, state({}, {}, '2027-07-01'))
    expect(notice).toMatchObject({ causes: ['assessment'], worse: true, now: { verdict: 'undetermined' } })
  })

  it('notices the 65th birthday of the holder of a high-risk product', () => {
    const risky = { riskGrade: 'R4', highRisk: true } as const
    const [notice] = rematch(held, state({}, risky, '2026-11-30'), state({}, risky, '2026-12-01'))
    expect(notice).toMatchObject({
      causes: ['birthday'],
      worse: false,
      now: { codes: ['HIGH_RISK_CARE', 'SENIOR_CARE'] },
    })
  })

  it('shows what a stricter pack would change', () => {
    const strict = { ...nextPack, matrix: { ...nextPack.matrix, C4: ['R1', 'R2', 'R3'] as const } }
    const [notice] = rematch(held, before, state({}, {}, '2026-11-23', strict))
    expect(notice).toMatchObject({ causes: ['pack'], worse: true })
  })
})

describe('drawdownAlarms', () => {
  it('rings for a 40 % drawdown under R3 and says which grade it looks like', () => {
    const alarms = drawdownAlarms(
      [
        { code: 'calm', riskGrade: 'R3', maxDrawdown: 0.2 },
        { code: 'wild', riskGrade: 'R3', maxDrawdown: 0.4 },
        { code: 'young', riskGrade: 'R2', maxDrawdown: null },
      ],
      pack,
    )
    expect(alarms).toEqual([{ code: 'wild', riskGrade: 'R3', maxDrawdown: 0.4, limit: 0.35, looksLike: 'R4' }])
  })
})
