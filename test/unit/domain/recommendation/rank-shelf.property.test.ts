import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  rankShelf,
  type ShelfClient,
  type ShelfProduct,
} from '../../../../src-main/domain/recommendation/rank-shelf.ts'
import { RiskCapacity, RiskGrade } from '../../../../src-main/model/levels.ts'
import { Product } from '../../../../src-main/model/product.ts'
import { IsoDate } from '../../../../src-main/model/units.ts'
import { shelfPack, suitabilityPacks } from '../../../helpers/rule-packs.ts'

const TODAY = '2026-11-23'
const classes = ['cash', 'fixedIncome', 'equity', 'multiAsset', 'overseasCommodity'] as const
const fifths = { cash: 0.2, fixedIncome: 0.2, equity: 0.2, multiAsset: 0.2, overseasCommodity: 0.2 }

const product = fc.record({
  kind: fc.constantFrom('fund', 'note', 'privateFund'),
  assetClass: fc.constantFrom(...classes),
  riskGrade: fc.option(fc.constantFrom(...RiskGrade.options)),
  term: fc.option(fc.constantFrom(1, 2, 3)),
  variety: fc.option(fc.constantFrom(1, 2, 3, 4)),
  highRisk: fc.boolean(),
  minimum: fc.option(fc.integer({ min: 0, max: 200 })),
  annualFee: fc.option(fc.double({ min: 0, max: 0.1, noNaN: true })),
  redemptionDays: fc.option(fc.integer({ min: 0, max: 400 })),
})
const client = fc.record({
  investorType: fc.constantFrom('ordinary' as const, 'professional' as const),
  riskCapacity: fc.option(fc.constantFrom(...RiskCapacity.options)),
  validUntil: fc.option(fc.constantFrom('2026-11-22', TODAY, '2027-06-30')),
  birthDate: fc.option(fc.constantFrom('1940-01-01', '1980-01-01')),
  term: fc.option(fc.constantFrom(1 as const, 2 as const, 3 as const)),
  variety: fc.option(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const)),
})

type Row = typeof product extends fc.Arbitrary<infer T> ? T : never
type Person = typeof client extends fc.Arbitrary<infer T> ? T : never

const asProduct = (row: Row, i: number): ShelfProduct => ({
  product: Product.parse({
    ...row,
    code: `P${i}`,
    name: `P${i}`,
    gradedBy: null,
    gradedOn: null,
    sale: 'open',
    onShelf: true,
    tags: [],
    maturesOn: null,
    access: null,
  }),
  quality: i % 3 === 0 ? null : (i * 17) % 101,
  overlap: i % 4 === 0 ? null : ((i * 29) % 100) / 100,
})
const asClient = ({ validUntil, birthDate, ...person }: Person): ShelfClient => ({
  suitability: {
    ...person,
    validUntil: validUntil === null ? null : IsoDate.parse(validUntil),
    birthDate: birthDate === null ? null : IsoDate.parse(birthDate),
  },
  shares: fifths,
  target: fifths,
  held: new Set(['P1']),
  investable: 100,
  liquidityDays: null,
  weighing: shelfPack(),
})

/** The rule in its plainest form: a valid level that the matrix lets hold the grade, a term and a variety that reach. */
const allowed = (person: Person, row: Row, matrix: Readonly<Record<RiskCapacity, readonly string[]>>): boolean => {
  if (person.investorType === 'professional') return true
  const { riskCapacity, validUntil } = person
  if (riskCapacity === null || validUntil === null || validUntil < TODAY) return false
  if (row.riskGrade === null || !matrix[riskCapacity].includes(row.riskGrade)) return false
  if (person.term === null || row.term === null || row.term > person.term) return false
  return person.variety !== null && row.variety !== null && row.variety <= person.variety
}

describe.each(suitabilityPacks())('the ranked shelf under $version', pack => {
  it('never shows what risk fit forbids or what costs more than there is, whatever client and shelf', () => {
    fc.assert(
      fc.property(fc.array(product, { maxLength: 20 }), client, (rows, person) => {
        const shelf = rows.map(asProduct)
        const { ranked, heldBack } = rankShelf(shelf, asClient(person), { date: IsoDate.parse(TODAY) }, pack)
        const fits = rows.flatMap((row, i) =>
          allowed(person, row, pack.matrix) && (row.minimum ?? 0) <= 100 ? `P${i}` : [],
        )
        expect(ranked.map(each => each.code).toSorted()).toEqual(fits.toSorted())
        // nobody is lost: what is not ranked is held back, once, with its reason
        const back = heldBack.flatMap(each => each.codes)
        expect([...fits, ...back].toSorted()).toEqual(shelf.map(each => each.product.code as string).toSorted())
        expect(heldBack.map(each => each.count)).toEqual(heldBack.map(each => each.codes.length))
      }),
      { numRuns: 400 },
    )
  })

  it('ranks by falling score, with reasons above and objections below the middle', () => {
    fc.assert(
      fc.property(fc.array(product, { maxLength: 20 }), client, (rows, person) => {
        const { ranked } = rankShelf(rows.map(asProduct), asClient(person), { date: IsoDate.parse(TODAY) }, pack)
        const scores = ranked.map(each => each.score)
        expect(scores).toEqual(scores.toSorted((a, b) => b - a))
        expect(scores.every(each => each >= 0 && each <= 100)).toBe(true)
        expect(ranked.map(each => each.rank)).toEqual(ranked.map((_, i) => i + 1))
        expect(ranked.every(each => each.reasons.every(r => r.points > 50))).toBe(true)
        expect(ranked.every(each => each.counterReasons.every(r => r.points < 50))).toBe(true)
      }),
    )
  })
})
