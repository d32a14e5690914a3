import { describe, expect, it } from 'vitest'
import {
  rankShelf,
  type ShelfClient,
  type ShelfProduct,
} from '../../../../src-main/domain/recommendation/rank-shelf.ts'
import { onShelf } from '../../../../src-main/domain/recommendation/shelf-filter.ts'
import { ShelfPack } from '../../../../src-main/model/shelf-pack.ts'
import { Product } from '../../../../src-main/model/product.ts'
import { Fen, IsoDate } from '../../../../src-main/model/units.ts'
import { defaultSegmentPack, shelfPack, suitabilityPacks } from '../../../helpers/rule-packs.ts'

const [pack] = suitabilityPacks()
if (pack === undefined) throw new Error('no pack')
const context = { date: IsoDate.parse('2026-11-23') }

const product = (code: string, over: Partial<Product> = {}): Product =>
  Product.parse({
    code,
    name: code,
    kind: 'fund',
    assetClass: 'fixedIncome',
    riskGrade: 'R2',
    gradedBy: null,
    gradedOn: null,
    term: 1,
    variety: 1,
    highRisk: false,
    redemptionDays: 2,
    minimum: 1000,
    annualFee: 0.005,
    sale: 'open',
    onShelf: true,
    tags: ['稳健'],
    maturesOn: null,
    access: null,
    ...over,
  })
const shelf = (p: Product, quality: number | null = 60, overlap: number | null = 0): ShelfProduct => ({
  product: p,
  quality,
  overlap,
})

const client: ShelfClient = {
  suitability: {
    investorType: 'ordinary',
    riskCapacity: 'C3',
    validUntil: IsoDate.parse('2027-06-30'),
    birthDate: IsoDate.parse('1980-01-01'),
    term: 2,
    variety: 2,
  },
  shares: { cash: 0.4, fixedIncome: 0.2, equity: 0.2, multiAsset: 0.15, overseasCommodity: 0.05 },
  target: { cash: 0.1, fixedIncome: 0.5, equity: 0.2, multiAsset: 0.15, overseasCommodity: 0.05 },
  held: new Set(['old']),
  investable: 10_000_000,
  liquidityDays: null,
  weighing: shelfPack(),
}

describe('rankShelf', () => {
  it('follows the weights and marks of the pack, which must add up', () => {
    const products = [
      shelf(product('good', { annualFee: 0.02 }), 95),
      shelf(product('cheap', { annualFee: 0.001 }), 40),
    ]
    const first = (weights: object) => {
      const weighing = ShelfPack.parse({ ...shelfPack(), weights })
      return rankShelf(products, { ...client, weighing }, context, pack).ranked[0]?.code
    }
    const none = { gap: 0, quality: 0, cost: 0, overlap: 0, liquidity: 0, term: 0 }
    expect(first({ ...none, quality: 1 })).toBe('good')
    expect(first({ ...none, cost: 1 })).toBe('cheap')
    expect(() => first({ ...none, cost: 0.9 })).toThrow('add up to 1')
  })

  it('puts the class that is furthest below its target first', () => {
    const { ranked } = rankShelf(
      [shelf(product('equity', { assetClass: 'equity', riskGrade: 'R3' })), shelf(product('bond'))],
      client,
      context,
      pack,
    )
    expect(ranked.map(r => r.code)).toEqual(['bond', 'equity'])
    // 30 points short of the target is more than the full gap of 20 points
    expect(ranked[0]?.reasons.find(r => r.factor === 'gap')).toMatchObject({
      points: 100,
      value: expect.closeTo(0.3, 10),
    })
  })

  it('prefers the cheaper and the better of two alike, and says what speaks against', () => {
    const dear = shelf(product('dear', { annualFee: 0.02 }), 30, 0.7)
    const { ranked } = rankShelf([dear, shelf(product('cheap'), 80, 0.1)], client, context, pack)
    expect(ranked.map(r => r.code)).toEqual(['cheap', 'dear'])
    expect(ranked[1]?.counterReasons.map(r => r.factor).toSorted()).toEqual(['cost', 'overlap', 'quality'])
  })

  it('never ranks what risk fit forbids, and counts it by reason', () => {
    const { ranked, heldBack } = rankShelf(
      [
        shelf(product('risky', { riskGrade: 'R4' })),
        shelf(product('long', { term: 3 })),
        shelf(product('ungraded', { riskGrade: null })),
        shelf(product('large', { minimum: Fen.parse(100_000_000) })),
        shelf(product('fine')),
      ],
      client,
      context,
      pack,
    )
    expect(ranked.map(r => r.code)).toEqual(['fine'])
    expect(heldBack.map(h => [h.why, h.codes])).toEqual([
      ['RISK_ABOVE', ['risky']],
      ['TERM_MISMATCH', ['long']],
      ['REASSESS', ['ungraded']],
      ['MINIMUM', ['large']],
    ])
  })

  it('ranks nothing for a client without a valid assessment', () => {
    const expired = { ...client, suitability: { ...client.suitability, validUntil: IsoDate.parse('2026-11-22') } }
    expect(rankShelf([shelf(product('fine'))], expired, context, pack).ranked).toEqual([])
  })

  it('marks what is held already and treats the unknown as neither for nor against', () => {
    const { ranked } = rankShelf([shelf(product('old', { annualFee: null }), null, null)], client, context, pack)
    expect(ranked[0]?.alreadyHeld).toBe(true)
    const named = [...(ranked[0]?.reasons ?? []), ...(ranked[0]?.counterReasons ?? [])].map(r => r.factor)
    expect(named).not.toContain('quality')
    expect(named).not.toContain('cost')
  })
})

describe('onShelf', () => {
  const filter = { kinds: ['fund'], tags: ['稳健'], maximumGrade: 'R3', terms: [1, 2] } as const

  it.each([
    ['another kind', { kind: 'note' }],
    ['no tag of the cell', { tags: ['成长'] }],
    ['too high a grade', { riskGrade: 'R4' }],
    ['too long a term', { term: 3 }],
    ['off sale', { sale: 'halted' }],
    ['off the shelf', { onShelf: false }],
  ] as const)('leaves out a product with %s', (_, over) => {
    expect(onShelf(product('p', Object(over)), filter)).toBe(false)
  })

  it('keeps a product whose grade is missing, so that it is seen', () => {
    expect(onShelf(product('p', { riskGrade: null, term: null }), filter)).toBe(true)
  })
})

describe('the default cells', () => {
  it('hold a service standard, targets and caps for every level', () => {
    for (const cell of defaultSegmentPack().cells) {
      expect(Object.keys(cell.targets)).toHaveLength(6)
      expect(Object.keys(cell.caps)).toHaveLength(6)
      expect(cell.service.customServices.zh.length).toBeGreaterThan(0)
    }
  })
})
