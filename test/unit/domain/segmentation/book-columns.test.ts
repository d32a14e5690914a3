import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../../src-main/domain/portfolio/day-number.ts'
import { groupHistory, groupTotals, mismatchShare } from '../../../../src-main/domain/segmentation/group-totals.ts'
import { DUE, ON_TIME, OVERDUE, serviceMany } from '../../../../src-main/domain/segmentation/service-many.ts'
import { serviceState } from '../../../../src-main/domain/segmentation/service-state.ts'
import { weeklyAssets, type AssetFlow } from '../../../../src-main/domain/segmentation/weekly-assets.ts'

const codes = { onTime: ON_TIME, due: DUE, overdue: OVERDUE }

describe('serviceMany', () => {
  it('answers for every client what serviceState answers', () => {
    const cadences = [365, 14, 30, 180]
    const today = 20_000
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            base: fc.option(fc.integer({ min: today - 400, max: today }), { nil: null }),
            place: fc.integer({ min: 0, max: 3 }),
          }),
        ),
        fc.integer({ min: 0, max: 10 }),
        (clients, leadDays) => {
          const states = serviceMany(
            Float64Array.from(clients, ({ base }) => base ?? Number.NaN),
            Uint8Array.from(clients, ({ place }) => place),
            cadences,
            today,
            leadDays,
          )
          const single = clients.map(({ base, place }) => {
            const openedOn = base === null ? null : isoDate(base)
            const standard = { cadenceDays: cadences[place] ?? 0, leadDays }
            return codes[serviceState({ last: null, openedOn }, standard, isoDate(today)).kind]
          })
          expect([...states]).toEqual(single)
        },
      ),
    )
  })
})

describe('groupTotals', () => {
  const figures = {
    assets: Float64Array.of(100, 200, 400),
    revenue365: Float64Array.of(1, 2, 4),
    held: Float64Array.of(80, 0, 300),
    mismatch: Float64Array.of(20, 0, 30),
  }

  it('sums every figure of every group', () => {
    const [first, second] = groupTotals(figures, Uint8Array.of(0, 1, 0), 2, Uint8Array.of(OVERDUE, DUE, ON_TIME))
    // 100 + 400, 80 + 300, 20 + 30
    expect(first).toEqual({ count: 2, assets: 500, revenue365: 5, held: 380, mismatch: 50, due: 0, overdue: 1 })
    expect(second).toMatchObject({ count: 1, assets: 200, due: 1, overdue: 0 })
    // 50 / 380 and nothing held
    expect(mismatchShare(first ?? expect.fail())).toBeCloseTo(0.131_578_9, 6)
    expect(mismatchShare(second ?? expect.fail())).toBe(0)
  })

  it('refuses a client outside the groups', () => {
    expect(() => groupTotals(figures, Uint8Array.of(0, 2, 0), 2, new Uint8Array(3))).toThrow(RangeError)
  })

  it('sums the histories week by week', () => {
    const weekly = Float64Array.of(1, 2, 10, 20, 100, 200)
    expect(groupHistory(weekly, 2, Uint8Array.of(0, 1, 0), 3)).toEqual([
      [101, 202],
      [10, 20],
      [0, 0],
    ])
  })
})

const ends = [7, 14, 21]
const prices = (code: string): readonly (number | null)[] => (code === 'A' ? [1, 2, 3] : [null, null, null])
const flow = (part: Partial<AssetFlow>): AssetFlow => ({
  day: 20,
  side: 'buy',
  code: 'A',
  units: 0,
  amount: 0,
  fee: 0,
  ...part,
})

describe('weeklyAssets', () => {
  it('values units of today at the prices of then, and what has no price as today', () => {
    const positions = [
      { code: 'A', units: 1000, value: 3000 },
      { code: 'B', units: 500, value: 700 },
    ]
    // 10.00 units at 1, 2, 3 yuan are 1,000, 2,000, 3,000 fen; B stays at 700; 50 fen of cash
    expect([...weeklyAssets(50, positions, [], ends, prices)]).toEqual([1750, 2750, 3750])
  })

  it('takes a purchase back: before it the units were fewer and the cash more', () => {
    const positions = [{ code: 'A', units: 1000, value: 3000 }]
    const bought = flow({ day: 20, units: 400, amount: 800, fee: 10 })
    // before day 20: 6.00 units and 810 fen more cash: 50 + 810 + 600 x price
    expect([...weeklyAssets(50, positions, [bought], ends, prices)]).toEqual([1460, 2060, 3050])
  })

  it('knows a deposit, a withdrawal and what was sold out', () => {
    const flows = [
      flow({ day: 10, side: 'deposit', code: null, amount: 500 }),
      flow({ day: 15, side: 'sell', units: 300, amount: 630, fee: 5 }),
      flow({ day: 21, side: 'withdraw', code: null, amount: 100 }),
    ]
    // end 7: 0 - 500 - 625 + 300 x 1 + 100; end 14: 0 - 625 + 300 x 2 + 100; end 21: nothing after it
    expect([...weeklyAssets(0, [], flows, ends, prices)]).toEqual([-725, 75, 0])
  })
})
