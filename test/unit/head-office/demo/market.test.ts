import { beforeAll, expect, test } from 'vitest'
import { epochDay, isoDate } from '../../../../src-main/head-office/demo/days.ts'
import { fundRow } from '../../../../src-main/head-office/demo/fund-row.ts'
import { makeMarket, type Market } from '../../../../src-main/head-office/demo/market.ts'
import { navRows } from '../../../../src-main/head-office/demo/reference-rows.ts'
import { valueAt } from '../../../../src-main/head-office/demo/series.ts'
import type { NavChunk } from '../../../../src-main/model/nav-chunk.ts'

let market: Market
beforeAll(() => {
  market = makeMarket(1, '2026-11-20')
})

const navs = (code: string): { readonly day: number; readonly nav: number }[] => {
  const asset = market.assets.find(a => a.code === code)
  if (asset === undefined) throw new Error(code)
  return [...navRows(market, asset, market.today)].flatMap(({ row }) => {
    const chunk = row as NavChunk
    let day = 0
    return chunk.navs.map((nav, i) => ({ day: (day += chunk.days[i] ?? 0), nav }))
  })
}

test('there are at least 2,000 funds in at least 12 peer groups, with share classes, dividends, splits and closed funds', () => {
  expect(new Set(market.specs.map(s => s.fundId)).size).toBeGreaterThanOrEqual(2000)
  expect(new Set(market.specs.map(s => s.peer.group)).size).toBeGreaterThanOrEqual(12)
  expect(new Set(market.shares.map(s => s.code)).size).toBe(market.shares.length)
  expect(new Set(market.assets.map(a => a.product.name)).size).toBeGreaterThan(market.assets.length * 0.97)
  const having = (wanted: (s: (typeof market.shares)[number]) => boolean): number => market.shares.filter(wanted).length
  expect(having(s => s.letter === 'C')).toBeGreaterThan(500)
  expect(having(s => s.events.some(e => e.perUnit4 > 0))).toBeGreaterThan(200)
  expect(having(s => s.events.some(e => e.ratio !== 1))).toBeGreaterThan(50)
  expect(having(s => s.spec.closed !== null)).toBeGreaterThan(40)
  expect(market.assets.filter(a => a.product.riskGrade === null).length).toBeGreaterThan(10)
})

test('adjusted returns of every fund are without jumps: dividends and splits explain each step of the price', () => {
  let steps = 0
  for (const share of market.shares) {
    if (share.spec.peer.type === 'money') continue
    const { values, start } = share.series
    for (let t = 1; t < values.length; t++) {
      const event = share.events.find(e => e.position === start + t)
      const [before, now] = [values[t - 1] ?? 1, values[t] ?? 1]
      const r = (now * (event?.ratio ?? 1) + (event?.perUnit4 ?? 0)) / before - 1
      // The worst single day of the factors is about -10 %, tripled for the narrowest themes
      if (Math.abs(r) > 0.3) throw new Error(`${share.code} ${r} on ${isoDate(market.calendar.days[start + t] ?? 0)}`)
      if (event !== undefined) steps++
    }
  }
  expect(steps).toBeGreaterThan(1000)
})

const move = (code: string, from: string, to: string): number => {
  const series = market.indices.find(i => i.code === code)?.series
  if (series === undefined) throw new Error(code)
  const at = (iso: string): number => valueAt(series, market.calendar.at(epochDay(iso)))
  return at(to) / at(from) - 1
}

test('the crash of 2015, the single day of 2020 and the small caps of 2024 can be replayed on the indices', () => {
  expect(move('HS0001', '2015-06-12', '2015-08-26')).toBeLessThan(-0.4)
  expect(move('HS0001', '2020-01-31', '2020-02-03')).toBeLessThan(-0.06)
  expect(move('HS1000', '2023-12-31', '2024-02-05')).toBeLessThan(-0.2)
  expect(move('HS5001', '2022-10-31', '2022-12-14')).toBeLessThan(-0.005)
})

test('prices of overseas funds come a day late, closed periods have weekly prices, half-year ends repeat the last one', () => {
  const published = (type: string): number[] => {
    const share = market.shares.find(s => s.spec.peer.type === type && s.spec.closed === null)
    return navs(share?.code ?? '').map(p => p.day)
  }
  expect(isoDate(published('equity').at(-1) ?? 0)).toBe('2026-11-20')
  expect(isoDate(published('qdii').at(-1) ?? 0)).toBe('2026-11-19')
  const locked = market.shares.find(
    s => s.spec.weeklyUntil > s.series.start && s.series.start === s.spec.start && s.series.start > 800,
  )
  const lockedUntil = market.calendar.days[locked?.spec.weeklyUntil ?? 0] ?? 0
  const early = navs(locked?.code ?? '').filter(p => p.day < lockedUntil)
  // 60 exchange days are 12 to 15 weeks, with a holiday or two
  expect(early.length).toBeGreaterThanOrEqual(11)
  expect(early.length).toBeLessThan(18)
  // 2023-12-31 was a Sunday
  const old = market.shares.find(s => s.spec.peer.type === 'bond' && s.series.start < 1000 && s.spec.closed === null)
  const around = navs(old?.code ?? '').filter(p => p.day <= epochDay('2023-12-31') && p.day > epochDay('2023-12-27'))
  expect(isoDate(around.at(-1)?.day ?? 0)).toBe('2023-12-31')
  expect(around.at(-1)?.nav).toBe(around.at(-2)?.nav)
})

test('managers follow each other without a gap and the last one stays', () => {
  let changed = 0
  for (const share of market.shares.slice(0, 400)) {
    const { managers } = fundRow(1, share, market.calendar, market.today, false)
    for (const [i, m] of managers.entries()) expect(m.to).toBe(managers[i + 1]?.from ?? null)
    changed += managers.length > 1 ? 1 : 0
  }
  expect(changed).toBeGreaterThan(100)
})
