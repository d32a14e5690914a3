import { beforeAll, expect, test } from 'vitest'
import { segmentClient } from '../../../../src-main/domain/segmentation/segment-client.ts'
import type { SegmentFacts } from '../../../../src-main/model/segment-facts.ts'
import { TradeSide } from '../../../../src-main/model/trade.ts'
import { demoBook, type DemoClient } from '../../../helpers/demo-book.ts'
import { defaultSegmentPack } from '../../../helpers/rule-packs.ts'

let book: ReturnType<typeof demoBook>
let kinds: ReadonlyMap<string, (typeof book.world.market.assets)[number]['product']>
beforeAll(() => {
  book = demoBook({ clients: 3000 })
  kinds = new Map(book.world.market.assets.map(a => [a.code, a.product]))
}, 120_000)

const inward = new Set(['buy', 'convertIn', 'reinvest', 'split', 'adjustIn'])
const confirmed = (c: DemoClient): DemoClient['trades'] => c.trades.filter(t => t.status === 'confirmed')

test('the units of every holding are the sum of its trades, and its value is units times price to the fen', () => {
  let checked = 0
  for (const c of book.clients) {
    const units = new Map<string, number>()
    for (const t of confirmed(c)) {
      if (t.code === null || t.side === 'dividend') continue
      const key = `${t.accountId}|${t.code}`
      units.set(key, (units.get(key) ?? 0) + (inward.has(t.side) ? t.units : -t.units))
      if ((units.get(key) ?? 0) < 0) throw new Error(`${key} sold more than it had on ${t.date}`)
    }
    for (const h of c.holdings) {
      const key = `${h.accountId}|${h.code}`
      expect([key, units.get(key)]).toEqual([key, h.units])
      expect(h.value).toBe(Math.round((h.units * (h.price ?? 0)) / 10_000))
      units.delete(key)
      checked++
    }
    const left = [...units.values()].filter(u => u !== 0)
    if (left.length > 0) throw new Error(`${c.client.id} sold or kept ${left.join(' ')} too much`)
  }
  expect(checked).toBeGreaterThan(10_000)
})

test('the money of every client is what came in less what went out, never negative on the way', () => {
  for (const c of book.clients) {
    let cash = 0
    for (const t of confirmed(c)) {
      if (t.side === 'deposit') cash += t.amount
      else if (t.side === 'withdraw') cash -= t.amount
      else if (t.side === 'buy' || t.side === 'convertIn') cash -= t.amount + t.fee
      else if (t.side === 'sell' || t.side === 'convertOut') cash += t.amount - t.fee
      else if (t.side === 'dividend') cash += t.amount
      if (cash < 0) throw new Error(`${c.client.id} owes ${cash} on ${t.date}`)
    }
    expect([c.client.id, cash]).toEqual([c.client.id, c.client.cash])
    expect(c.accounts.reduce((s, a) => s + a.cash, 0)).toBe(c.client.cash)
    expect(c.client.latestAssets).toBe(c.holdings.reduce((s, h) => s + h.value, c.client.cash ?? 0))
  }
})

const sum = (xs: readonly number[]): number => xs.reduce((s, x) => s + x, 0)

const factsOf = (c: DemoClient): SegmentFacts => {
  const total = c.client.latestAssets ?? 0
  const listed = new Set(['stock', 'etf', 'convertible'])
  const share = (x: number): number => (total === 0 ? 0 : x / total)
  const isListed = (code: string | null): boolean => code !== null && listed.has(kinds.get(code)?.kind ?? '')
  const year = confirmed(c).filter(t => t.date > '2025-11-20')
  const moves = year.filter(t => isListed(t.code) && (t.side === 'buy' || t.side === 'sell'))
  const equity = sum(c.holdings.filter(h => isListed(h.code)).map(h => h.value))
  const classes = new Map<string, number>([['cash', c.client.cash ?? 0]])
  for (const h of c.holdings) {
    const name = kinds.get(h.code)?.assetClass ?? 'cash'
    classes.set(name, (classes.get(name) ?? 0) + h.value)
  }
  const shares = [...classes.values()].map(share)
  return {
    averageAssets: c.client.averageAssets as SegmentFacts['averageAssets'],
    latestAssets: c.client.latestAssets as SegmentFacts['latestAssets'],
    revenue365: c.client.revenue365 as SegmentFacts['revenue365'],
    turnover:
      (c.client.averageAssets ?? 0) === 0 ? 0 : sum(moves.map(t => t.amount)) / (2 * (c.client.averageAssets ?? 1)),
    tradeDays: new Set(moves.map(t => t.date)).size,
    equityShare: share(equity),
    wealthShare: share(total - equity - (c.client.cash ?? 0)),
    cashShare: share(c.client.cash ?? 0),
    classes: shares.filter(s => s >= 0.1).length,
    topClassShare: Math.max(...shares),
    advisory: c.client.advisory,
    tradesInYear: year.length,
  }
}

test('all 15 cells are populated, in about the shape of a real book', () => {
  const pack = defaultSegmentPack()
  const cells = new Map<string, number>()
  for (const c of book.clients) {
    const { tier, style } = segmentClient(factsOf(c), null, pack)
    cells.set(`${tier} ${style}`, (cells.get(`${tier} ${style}`) ?? 0) + 1)
  }
  const wanted = {
    trading: [381, 498, 236, 52, 14],
    wealth: [643, 521, 268, 61, 16],
    allocation: [36, 105, 108, 43, 18],
  }
  for (const [style, counts] of Object.entries(wanted))
    for (const [i, n] of counts.entries()) {
      const found = cells.get(`${i + 1} ${style}`) ?? 0
      expect([`${i + 1} ${style}`, found >= Math.max(5, n * 0.6) && found <= n * 1.5 + 8]).toEqual([
        `${i + 1} ${style}`,
        true,
      ])
    }
  expect([...cells.values()].reduce((s, n) => s + n, 0)).toBe(3000)
})

test('there are about 200,000 trades, expired, lowest-class and missing questionnaires, and the two awkward names', () => {
  const trades = book.clients.reduce((s, c) => s + c.trades.length, 0)
  expect(trades).toBeGreaterThan(180_000)
  expect(trades).toBeLessThan(260_000)
  const count = (wanted: (c: DemoClient['client']) => boolean): number =>
    book.clients.filter(c => wanted(c.client)).length
  expect(count(c => c.riskCapacity === null)).toBeGreaterThan(40)
  expect(count(c => c.riskCapacity === 'C1min')).toBeGreaterThan(20)
  expect(count(c => c.validUntil !== null && c.validUntil < '2026-11-20')).toBeGreaterThan(100)
  expect(count(c => c.name === '<img src=x onerror=alert(1)>')).toBe(1)
  expect(count(c => c.name === '临江众泽新能源股权投资合伙企业（有限合伙）')).toBe(1)
  const waiting = book.clients.flatMap(c => c.trades.filter(t => t.status === 'pending'))
  expect(waiting.length).toBeGreaterThan(10)
  const sides = new Set(book.clients.flatMap(c => c.trades.map(t => t.side)))
  expect([...sides].toSorted()).toEqual([...TradeSide.options].toSorted())
})
