import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellIndex, cellIndices, placeMoves } from '../../../../src-main/domain/segmentation/cell-index.ts'
import { migrationMatrix, type Cell } from '../../../../src-main/domain/segmentation/migration.ts'
import { toSegmentColumns } from '../../../../src-main/domain/segmentation/segment-columns.ts'
import { segmentMany } from '../../../../src-main/domain/segmentation/segment-many.ts'
import { serviceCapacity } from '../../../../src-main/domain/segmentation/service-fit.ts'
import { todayList, type TodayCandidate } from '../../../../src-main/domain/segmentation/today.ts'
import { segmentClient } from '../../../../src-main/domain/segmentation/segment-client.ts'
import { SegmentPack } from '../../../../src-main/model/segment-pack.ts'
import { defaultSegmentPack } from '../../../helpers/rule-packs.ts'
import { todayPack as loadTodayPack } from '../../../helpers/rule-packs.ts'
import { generateBook } from '../../../helpers/segment-facts.ts'

const pack = defaultSegmentPack()

describe('serviceCapacity', () => {
  const loads = [
    { tier: 1, style: 'wealth', clients: 360 },
    { tier: 5, style: 'trading', clients: 12 },
  ] as const

  it('adds up clients x minutes x 7 / cadence', () => {
    // 360 x 10 min x 7 / 180 d = 140 min; 12 x 45 min x 7 / 14 d = 270 min; together 410 min
    const capacity = serviceCapacity(loads, 40, pack)
    expect(capacity.neededPerWeek).toBeCloseTo(410 / 60, 10)
    expect(capacity.plannedPerWeek).toBe(capacity.neededPerWeek)
    expect(capacity.cells.every(cell => !cell.batch)).toBe(true)
  })

  it('serves low tiers by one message when hours are short, and says what is missing then', () => {
    const capacity = serviceCapacity(loads, 4, pack)
    // the message: 30 min x 7 / 180 d; then 270 min for the top tier, half an hour too much
    const planned = (30 * 7) / 180 / 60 + 4.5
    expect(capacity.cells.map(cell => cell.batch)).toEqual([true, false])
    expect(capacity.plannedPerWeek).toBeCloseTo(planned, 10)
    expect(capacity.missingPerWeek).toBeCloseTo(planned - 4, 10)
  })
})

const at = (tier: Cell['tier'], style: Cell['style']): Cell => ({ tier, style })

describe('migrationMatrix', () => {
  it('counts who stayed, moved, came and left', () => {
    const before = new Map([
      ['a', at(3, 'trading')],
      ['b', at(3, 'trading')],
      ['c', at(2, 'wealth')],
      ['d', at(2, 'wealth')],
      ['e', at(1, 'wealth')],
    ])
    const after = new Map([
      ['a', at(3, 'trading')],
      ['b', at(4, 'trading')],
      ['c', at(2, 'allocation')],
      ['d', at(null, null)],
      ['f', at(1, 'wealth')],
    ])
    const matrix = migrationMatrix(before, after)
    expect(matrix).toMatchObject({ stayed: 1, up: 1, down: 1, style: 1, added: 1, left: 1 })
    expect(matrix.flows).toContainEqual({ from: '3-trading', to: '4-trading', clients: 1 })
    expect(matrix.flows).toContainEqual({ from: '1-wealth', to: null, clients: 1 })
  })

  it('adds those who left without a name to the ways out of the book', () => {
    const stayed = new Map([['a', { tier: 3, style: 'wealth' } as const]])
    const matrix = migrationMatrix(stayed, stayed, new Map([['3-wealth', 2]]))
    expect(matrix).toMatchObject({ stayed: 1, left: 2, up: 0, down: 0, style: 0, added: 0 })
    expect(matrix.flows).toContainEqual({ from: '3-wealth', to: null, clients: 2 })
  })
})

describe('placeMoves', () => {
  const book = generateBook(2_000, 11)
  const columns = toSegmentColumns(book)
  const places = (rules: SegmentPack) => cellIndices(segmentMany(columns, rules))

  it('is empty for the same pack', () => {
    expect(placeMoves(places(pack), places(pack))).toEqual({ moved: [], up: 0, down: 0, style: 0 })
  })

  it('names exactly the clients whose cell changes, and whether up or down', () => {
    const next = SegmentPack.parse({
      ...pack,
      version: 'next',
      tier: { ...pack.tier, assetMarks: [10_000_000, 50_000_000, 300_000_000, 1_000_000_000] },
    })
    const moves = placeMoves(places(pack), places(next))
    const steps = book.map(({ facts, previous }) => {
      const [now, then] = [segmentClient(facts, previous, pack), segmentClient(facts, previous, next)]
      const place = (s: typeof now): number => cellIndex(s.tier, s.style)
      const tier = (s: typeof now): number => (s.style === null ? 0 : (s.tier ?? 0))
      return { moved: place(now) !== place(then), step: tier(then) - tier(now) }
    })
    expect(moves.moved).toEqual(steps.flatMap(({ moved }, i) => (moved ? [i] : [])))
    expect(moves.down).toBe(steps.filter(({ moved, step }) => moved && step < 0).length)
    expect(moves.up).toBe(steps.filter(({ moved, step }) => moved && step > 0).length)
    expect(moves.down).toBeGreaterThan(0)
  })
})

const { order, together } = loadTodayPack()

const matures = (code: string) => [{ kind: 'maturity', code, value: 10, on: '2026-11-25', days: 2 } as const]
const overdue = (days: number) => ({ kind: 'overdue', days, cadenceDays: 30 }) as const

describe('todayList', () => {
  const base: TodayCandidate = {
    clientId: 'c',
    tier: 3,
    assets: 100,
    minutes: 30,
    doNotDisturb: false,
    together: false,
    reasons: [],
    also: [],
    mark: null,
  }

  it('puts overdue and suitability first, then what runs out or is due, then news', () => {
    const list = todayList(
      [
        { ...base, clientId: 'due', reasons: [{ kind: 'due', on: '2026-11-24' }] },
        { ...base, clientId: 'notice', reasons: [{ kind: 'suitabilityNotice', code: 'p', value: 1 }] },
        { ...base, clientId: 'overdue', reasons: [overdue(10)] },
        {
          ...base,
          clientId: 'maturity',
          reasons: [{ kind: 'maturity', code: 'n', value: 1, on: '2026-11-24', days: 1 }],
        },
      ],
      '2026-11-23',
      600,
      order,
      together,
    )
    expect(list.map(item => item.key)).toEqual(['notice', 'overdue', 'due', 'maturity'])
  })

  it('lets the tier decide within a class, and never beyond it', () => {
    const list = todayList(
      [
        { ...base, clientId: 'news', tier: 5, reasons: [{ kind: 'movedDown', from: '5-wealth', to: '4-wealth' }] },
        { ...base, clientId: 'late', tier: 1, reasons: [overdue(1)] },
        { ...base, clientId: 'late top', tier: 5, reasons: [overdue(1)] },
      ],
      '2026-11-23',
      600,
      order,
      together,
    )
    expect(list.map(item => item.key)).toEqual(['late top', 'late', 'news'])
  })

  it('lists nobody for what is only good to know, and tells it to those who are on the list', () => {
    const also = [{ kind: 'largeCash', value: 50, share: 0.5 } as const]
    const list = todayList(
      [
        { ...base, clientId: 'idle', also },
        { ...base, clientId: 'late', also, reasons: [overdue(1)] },
      ],
      '2026-11-23',
      600,
      order,
      together,
    )
    expect(list.map(item => [item.key, item.members[0].also])).toEqual([['late', also]])
  })

  it('draws the line where the minutes of the day run out', () => {
    const list = todayList(
      [1, 2, 3].map(i => ({ ...base, clientId: `c${i}`, reasons: [overdue(i)] })),
      '2026-11-23',
      60,
      order,
      together,
    )
    expect(list.map(item => [item.minutesSoFar, item.aboveCut])).toEqual([
      [30, true],
      [60, true],
      [90, false],
    ])
  })

  it('leaves out what was done and what was put off until later', () => {
    const reasons = [overdue(5)]
    const list = todayList(
      [
        { ...base, clientId: 'done', reasons, mark: { kind: 'done' } },
        { ...base, clientId: 'later', reasons, mark: { kind: 'later', until: '2026-11-24' } },
        { ...base, clientId: 'now', reasons, mark: { kind: 'later', until: '2026-11-23' } },
      ],
      '2026-11-23',
      600,
      order,
      together,
    )
    expect(list.map(item => item.key)).toEqual(['now'])
  })

  it('disturbs those who wish not to be only when the rules demand it', () => {
    const quiet = { ...base, doNotDisturb: true }
    const list = todayList(
      [
        { ...quiet, clientId: 'overdue', reasons: [overdue(50)] },
        { ...quiet, clientId: 'expired', reasons: [{ kind: 'questionnaireExpired', on: '2026-11-01' }] },
      ],
      '2026-11-23',
      600,
      order,
      together,
    )
    expect(list.map(item => item.key)).toEqual(['expired'])
  })

  it('makes one item of all whom one message about the same event can serve', () => {
    const above = [{ kind: 'overLevel', value: 10, share: 0.1 } as const]
    const list = todayList(
      [
        { ...base, clientId: 'a', together: true, tier: 1, reasons: matures('p') },
        { ...base, clientId: 'b', together: true, tier: 3, reasons: matures('p') },
        // served singly: a talk of his own
        { ...base, clientId: 'c', tier: 5, reasons: matures('p') },
        // another product, nobody else
        { ...base, clientId: 'd', together: true, tier: 2, reasons: matures('q') },
        // the maturity is not the strongest reason
        { ...base, clientId: 'e', together: true, tier: 2, reasons: [...matures('p'), ...above] },
        { ...base, clientId: 'f', together: true, tier: 1, reasons: above },
      ],
      '2026-11-23',
      600,
      order,
      { kinds: ['maturity', 'overLevel'], minutes: 15 },
    )
    expect(list.map(item => [item.key, item.kind, item.members.map(each => each.clientId), item.minutes])).toEqual([
      ['overLevel', 'event', ['e', 'f'], 15],
      ['c', 'client', ['c'], 30],
      ['maturity p 2026-11-25', 'event', ['b', 'a'], 15],
      ['d', 'client', ['d'], 30],
    ])
    expect(list.at(-1)?.minutesSoFar).toBe(90)
  })

  it('loses nobody by that, and names nobody twice', () => {
    const person = fc.record({
      together: fc.boolean(),
      tier: fc.integer({ min: 1, max: 5 }),
      code: fc.constantFrom('p', 'q', 'r'),
      days: fc.integer({ min: 0, max: 2 }),
      first: fc.constantFrom('maturity', 'overLevel', 'overdue'),
    })
    fc.assert(
      fc.property(fc.array(person, { maxLength: 30 }), people => {
        const candidates = people.map(({ together: isTogether, tier, code, days, first }, i): TodayCandidate => {
          const on = `2026-11-2${days + 3}`
          const reason =
            first === 'maturity'
              ? ({ kind: 'maturity', code, value: 1, on, days } as const)
              : first === 'overLevel'
                ? ({ kind: 'overLevel', value: 1, share: 0.1 } as const)
                : overdue(days)
          return { ...base, clientId: `c${i}`, together: isTogether, tier, reasons: [reason] }
        })
        const list = todayList(candidates, '2026-11-23', 60, order, together)
        const named = list.flatMap(item => item.members.map(each => each.clientId))
        expect(named.toSorted()).toEqual(candidates.map(each => each.clientId).toSorted())
        expect(list.every(item => (item.kind === 'event') === item.members.length > 1)).toBe(true)
        expect(list.map(item => item.points)).toEqual(list.map(item => item.points).toSorted((a, b) => b - a))
      }),
    )
  })

  it('ranks the same whatever the order of the candidates', () => {
    const candidates = Array.from({ length: 12 }, (_, i): TodayCandidate => ({
      ...base,
      clientId: `c${i}`,
      tier: 1 + (i % 5),
      reasons: [overdue(i % 4), ...(i % 3 === 0 ? [{ kind: 'birthday', age: 60 } as const] : [])],
    }))
    const ranked = todayList(candidates, '2026-11-23', 60, order, together).map(item => item.key)
    fc.assert(
      fc.property(fc.shuffledSubarray(candidates, { minLength: 12 }), shuffled => {
        expect(todayList(shuffled, '2026-11-23', 60, order, together).map(item => item.key)).toEqual(ranked)
      }),
    )
  })
})
