import * as fc from 'fast-check'
import type { PreviousSegment, SegmentFacts } from '../../src-main/model/segment-facts.ts'
import { Fen } from '../../src-main/model/units.ts'
import type { SegmentInput } from '../../src-main/domain/segmentation/segment-columns.ts'

/** Small deterministic generator for large tables (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const edges = [
  0, 1, 4_499_999, 4_500_000, 4_999_999, 5_000_000, 45_000_000, 50_000_000, 270_000_000, 299_999_999, 300_000_000,
  900_000_000, 999_999_999, 1_000_000_000,
] as const
const valueEdges = [0, 19_999, 20_000, 200_000, 1_199_999, 1_200_000, 6_000_000] as const

/** n clients with values on the marks, between them, missing facts and every previous cell. */
export const generateBook = (n: number, seed: number): readonly SegmentInput[] => {
  const next = seeded(seed)
  const pick = <T>(all: readonly T[]): T => {
    const found = all[Math.floor(next() * all.length)]
    if (found === undefined) throw new RangeError('nothing to pick from')
    return found
  }
  const maybe = <T>(value: T): T | null => (next() < 0.04 ? null : value)
  const money = (on: readonly number[], top: number): Fen =>
    Fen.parse(next() < 0.3 ? pick(on) : Math.floor(top ** next() * 10))
  const share = (): number => (next() < 0.3 ? pick([0, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 1]) : next())
  return Array.from({ length: n }, (): SegmentInput => {
    const asleep = next() < 0.03
    const facts: SegmentFacts = {
      averageAssets: asleep ? Fen.parse(0) : maybe(money(edges, 3e8)),
      latestAssets: asleep ? maybe(Fen.parse(0)) : maybe(money(edges, 3e8)),
      revenue365: maybe(money(valueEdges, 1e6)),
      turnover: maybe(next() < 0.3 ? pick([0, 0.5, 1, 3, 6, 8]) : next() * 7),
      tradeDays: maybe(Math.floor(next() * 80)),
      equityShare: maybe(share()),
      wealthShare: maybe(share()),
      cashShare: maybe(share()),
      classes: maybe(Math.floor(next() * 6)),
      topClassShare: maybe(share()),
      advisory: next() < 0.3,
      tradesInYear: asleep || next() < 0.1 ? 0 : Math.floor(next() * 400),
    }
    const previous: PreviousSegment | null =
      next() < 0.4
        ? null
        : {
            tier: maybe(pick([1, 2, 3, 4, 5] as const)),
            style: maybe(pick(['trading', 'wealth', 'allocation'] as const)),
          }
    return { facts, previous }
  })
}

const fen = (max: number): fc.Arbitrary<Fen> =>
  fc.oneof(fc.constantFrom(...edges), fc.integer({ min: 0, max })).map(v => Fen.parse(v))
const shareArbitrary = fc.oneof(
  fc.constantFrom(0, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 1),
  fc.double({ min: 0, max: 1, noNaN: true }),
)

/** Facts with nothing missing. */
export const completeFacts: fc.Arbitrary<SegmentFacts> = fc.record({
  averageAssets: fen(2_000_000_000),
  latestAssets: fen(2_000_000_000),
  revenue365: fen(8_000_000),
  turnover: fc.oneof(fc.constantFrom(0, 0.5, 1, 3, 6), fc.double({ min: 0, max: 10, noNaN: true })),
  tradeDays: fc.integer({ min: 0, max: 120 }),
  equityShare: shareArbitrary,
  wealthShare: shareArbitrary,
  cashShare: shareArbitrary,
  classes: fc.integer({ min: 0, max: 5 }),
  topClassShare: shareArbitrary,
  advisory: fc.boolean(),
  tradesInYear: fc.integer({ min: 0, max: 500 }),
})

export const previousSegment: fc.Arbitrary<PreviousSegment | null> = fc.option(
  fc.record({
    tier: fc.constantFrom(1, 2, 3, 4, 5, null),
    style: fc.constantFrom('trading', 'wealth', 'allocation', null),
  }),
)
