import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SegmentFacts } from '../../../../src-main/model/segment-facts.ts'
import { Fen } from '../../../../src-main/model/units.ts'
import { segmentClient } from '../../../../src-main/domain/segmentation/segment-client.ts'
import { defaultSegmentPack } from '../../../helpers/rule-packs.ts'
import { completeFacts, previousSegment } from '../../../helpers/segment-facts.ts'

const pack = defaultSegmentPack()
const yuan = (amount: number): Fen => Fen.parse(Math.round(amount * 100))

const trader: SegmentFacts = {
  averageAssets: yuan(600_000),
  latestAssets: yuan(650_000),
  revenue365: yuan(3_000),
  turnover: 5,
  tradeDays: 50,
  equityShare: 0.7,
  wealthShare: 0.2,
  cashShare: 0.1,
  classes: 2,
  topClassShare: 0.7,
  advisory: false,
  tradesInYear: 180,
}

describe('tier', () => {
  it.each([
    [49_999.99, 1],
    [50_000, 2],
    [499_999.99, 2],
    [500_000, 3],
    [3_000_000, 4],
    [9_999_999.99, 4],
    [10_000_000, 5],
  ])('%d yuan of assets without revenue is tier %d', (assets, tier) => {
    const facts = { ...trader, averageAssets: yuan(assets), revenue365: yuan(0) }
    expect(segmentClient(facts, null, pack).tier).toBe(tier)
  })

  it('is raised by one, not more, when the value tier is higher', () => {
    // 60,000 yuan is tier 2; 70,000 yuan of revenue is value tier 5; 2 + 1 = 3
    const facts = { ...trader, averageAssets: yuan(60_000), revenue365: yuan(70_000) }
    expect(segmentClient(facts, null, pack).tier).toBe(3)
  })

  it('is not lowered by a low value tier', () => {
    const facts = { ...trader, averageAssets: yuan(12_000_000), revenue365: yuan(0) }
    expect(segmentClient(facts, null, pack).tier).toBe(5)
  })

  it('is kept at 90 % of the mark and lost one fen below', () => {
    // 90 % of 500,000 is 450,000
    const at = { ...trader, averageAssets: yuan(450_000), revenue365: yuan(0) }
    const below = { ...trader, averageAssets: yuan(449_999.99), revenue365: yuan(0) }
    const previous = { tier: 3, style: null } as const
    expect(segmentClient(at, previous, pack).tier).toBe(3)
    expect(segmentClient(below, previous, pack).tier).toBe(2)
    expect(segmentClient(at, null, pack).tier).toBe(2)
  })

  it('falls back to the latest total and is undetermined without any', () => {
    expect(segmentClient({ ...trader, averageAssets: null }, null, pack).tier).toBe(3)
    const none = segmentClient({ ...trader, averageAssets: null, latestAssets: null }, null, pack)
    expect(none.tier).toBeNull()
    expect(none.undetermined).toEqual(['averageAssets', 'latestAssets'])
  })
})

describe('style', () => {
  it('adds weighted points', () => {
    // trading: 0.5 x 80 + 0.3 x 80 + 0.2 x 80; wealth: 0.6 x 0 + 0.4 x 0; allocation: 0.5 x 0 + 0.3 x 50 + 0
    const { scores, style } = segmentClient(trader, null, pack)
    expect(scores?.trading).toBeCloseTo(80, 10)
    expect(scores?.wealth).toBeCloseTo(0, 10)
    expect(scores?.allocation).toBeCloseTo(15, 10)
    expect(style).toBe('trading')
  })

  it('gives an exact tie to allocation, then wealth', () => {
    // nothing scores: turnover 3 takes the inverted wealth points, one class takes the allocation points
    const nothing = {
      ...trader,
      turnover: 3,
      tradeDays: 0,
      equityShare: 0,
      wealthShare: 0,
      classes: 0,
      topClassShare: 1,
    }
    const raised = { ...nothing, turnover: 0.5, tradesInYear: 1 }
    expect(segmentClient({ ...nothing, turnover: 1, tradeDays: 0 }, null, pack).style).toBe('wealth')
    expect(segmentClient(raised, null, pack).scores).toEqual({ trading: 0, wealth: 40, allocation: 0 })
    const tie = { ...nothing, turnover: 0.5, wealthShare: 0, classes: 4, topClassShare: 1, advisory: false }
    // allocation 0.5 x 100 = 50; wealth 0.6 x 0 + 0.4 x 100 = 40
    expect(segmentClient(tie, null, pack).style).toBe('allocation')
  })

  it('stays within 5 points of the best and leaves beyond', () => {
    // wealth 0.4 x 100 = 40 against allocation 0.3 x (100 - 100) + 0.2 x 100 + 0.5 x 50 = 45: a lead of 5
    const close = {
      ...trader,
      turnover: 0.5,
      tradeDays: 0,
      equityShare: 0,
      wealthShare: 0.2,
      classes: 3,
      topClassShare: 0.9,
      advisory: true,
    }
    expect(segmentClient(close, { tier: null, style: 'wealth' }, pack).style).toBe('wealth')
    expect(segmentClient(close, null, pack).style).toBe('allocation')
    const further = { ...close, topClassShare: 0.89 }
    expect(segmentClient(further, { tier: null, style: 'wealth' }, pack).style).toBe('allocation')
  })

  it('is undetermined with the missing figures named', () => {
    const result = segmentClient({ ...trader, turnover: null, classes: null }, null, pack)
    expect(result.style).toBeNull()
    expect(result.undetermined).toEqual(['turnover', 'classes'])
    expect(result.tier).toBe(3)
  })
})

describe('inactive clients', () => {
  it('get tier 1 and wealth with the reason inactive', () => {
    const asleep = { ...trader, averageAssets: yuan(0), latestAssets: yuan(0), turnover: null, tradesInYear: 0 }
    const result = segmentClient(asleep, { tier: 4, style: 'trading' }, pack)
    expect([result.tier, result.style, result.inactive]).toEqual([1, 'wealth', true])
    expect(result.reasons.map(r => r.kind)).toEqual(['inactive', 'inactive'])
  })
})

describe('properties', () => {
  it('puts every client with complete facts in exactly one cell, the same when run again', () => {
    fc.assert(
      fc.property(completeFacts, previousSegment, (facts, previous) => {
        const once = segmentClient(facts, previous, pack)
        expect(once.tier).not.toBeNull()
        expect(once.style).not.toBeNull()
        expect(segmentClient(facts, previous, pack)).toEqual(once)
      }),
    )
  })

  it('settles: with its own cell as the previous one a client stays', () => {
    fc.assert(
      fc.property(completeFacts, previousSegment, (facts, previous) => {
        const { tier, style } = segmentClient(facts, previous, pack)
        const again = segmentClient(facts, { tier, style }, pack)
        expect([again.tier, again.style]).toEqual([tier, style])
      }),
    )
  })

  it('never lowers the tier when assets grow', () => {
    fc.assert(
      fc.property(
        completeFacts,
        previousSegment,
        fc.integer({ min: 0, max: 1_000_000_000 }),
        (facts, previous, more) => {
          const richer = { ...facts, averageAssets: Fen.parse((facts.averageAssets ?? 0) + more), tradesInYear: 1 }
          const before = segmentClient({ ...facts, tradesInYear: 1 }, previous, pack)
          expect(segmentClient(richer, previous, pack).tier ?? 0).toBeGreaterThanOrEqual(before.tier ?? 0)
        },
      ),
    )
  })

  it('does not flap while assets move inside the band', () => {
    const inBand = fc.integer({ min: 45_000_000, max: 50_000_000 })
    fc.assert(
      fc.property(fc.array(inBand, { minLength: 2, maxLength: 30 }), totals => {
        let tier: 1 | 2 | 3 | 4 | 5 | null = 3
        for (const total of totals) {
          const facts = { ...trader, averageAssets: Fen.parse(total), revenue365: yuan(0) }
          tier = segmentClient(facts, { tier, style: 'trading' }, pack).tier
          expect(tier).toBe(3)
        }
      }),
    )
  })

  it('gives reasons that repeat the decision', () => {
    fc.assert(
      fc.property(completeFacts, previousSegment, (facts, previous) => {
        const result = segmentClient(facts, previous, pack)
        if (result.inactive) return
        let tier = 0
        const scores = { trading: 0, wealth: 0, allocation: 0 }
        let style: string | null = null
        for (const r of result.reasons) {
          if (r.kind === 'assets') tier = r.tier
          if (r.kind === 'value' && r.raises) tier += 1
          if (r.kind === 'keptTier') tier = r.tier
          if (r.kind === 'scorePart') scores[r.style] += r.weight * r.points
          if (r.kind === 'highest' || r.kind === 'tie' || r.kind === 'keptStyle') style = r.style
        }
        expect(tier).toBe(result.tier)
        expect(style).toBe(result.style)
        expect(scores).toEqual(result.scores)
      }),
    )
  })

  it('names changes that do move the client to the neighbouring cell', () => {
    fc.assert(
      fc.property(completeFacts, previousSegment, (facts, previous) => {
        const now = segmentClient(facts, previous, pack)
        if (now.inactive) return
        const from = { tier: now.tier, style: now.style }
        for (const distance of now.distances) {
          if (distance.kind === 'tier')
            for (const c of distance.changes) {
              const moved = segmentClient({ ...facts, tradesInYear: 1, [c.figure]: Fen.parse(c.to) }, from, pack)
              expect(moved.tier).toBe(distance.to)
            }
          else {
            for (const c of distance.changes) {
              const to = c.figure === 'advisory' ? c.to === 1 : c.to
              expect(segmentClient({ ...facts, [c.figure]: to }, from, pack).style).toBe(distance.to)
            }
            expect(distance.changes.length + distance.together.length).toBeGreaterThan(0)
            const all = Object.fromEntries(
              distance.together.map(c => [c.figure, c.figure === 'advisory' ? c.to === 1 : c.to]),
            )
            if (distance.together.length > 0)
              expect(segmentClient({ ...facts, ...all }, from, pack).style).toBe(distance.to)
          }
        }
      }),
    )
  })
})
