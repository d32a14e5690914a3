import { expect, it } from 'vitest'
import { Announcement } from '../../src-main/model/announcement.ts'
import type { FundScreen } from '../../src-main/model/fund-screen.ts'
import { Fund } from '../../src-main/model/fund.ts'
import { Product } from '../../src-main/model/product.ts'
import { IndexChunk, NavChunk } from '../../src-main/model/nav-chunk.ts'
import { navChunks } from '../../src-main/domain/import/read-navs.ts'
import { path, syntheticFund, weekdays } from '../helpers/fund-input.ts'
import { sampleRow } from '../helpers/sample-rows.ts'
import { openedBooks } from '../helpers/opened-book.ts'

const open = openedBooks()
const days = weekdays('2021-01-04', '2026-11-20')
const codes = Array.from({ length: 12 }, (_, i) => String(990_400 + i))

const chunksOf = (code: string, seed: number, drift: number) => {
  const { values } = path(days, seed, drift, 0.01)
  return navChunks(Array.from(days, (day, i) => ({ code, day, nav: Math.round((values[i] ?? 1) * 10_000) })))
}

/** Twelve funds, each drifting more than the one before. */
const book = async () => {
  const opened = await open()
  opened.store.write(tx => {
    codes.forEach((code, i) => {
      tx.funds.put(Fund.parse(syntheticFund({ code, fundId: code, inceptionOn: '2021-01-04' })))
      for (const chunk of chunksOf(code, 20 + i, -0.0004 + 0.0002 * i)) tx.navYears.put(NavChunk.parse(chunk))
    })
    for (const index of ['HS0300', 'HS5001'])
      for (const { navs, ...chunk } of chunksOf(index, 7, 0.0002))
        tx.indexYears.put(IndexChunk.parse({ ...chunk, name: index, levels: navs }))
  })
  return opened
}

const screen = (part: Partial<FundScreen>): FundScreen => ({
  types: [],
  grades: [],
  onShelf: false,
  open: false,
  conditions: [],
  ...part,
})

it('a screen finds funds by the value of a metric and by their place, as the funds’ own diagnoses state them', async () => {
  const { api } = await book()
  const all = await api.funds.screen(
    screen({ conditions: [{ kind: 'metric', metric: 'sharpe', window: '3y', by: 'value', min: null, max: null }] }),
  )
  expect(all).toMatchObject({ asked: 12, failed: [0] })
  const best = await api.funds.screen(
    screen({ conditions: [{ kind: 'metric', metric: 'totalReturn', window: '3y', by: 'place', min: null, max: 0 }] }),
  )
  expect(best.rows).toHaveLength(1)
  const code = best.rows[0]?.code ?? ''
  const report = await api.funds.diagnosis({ code, asOf: null })
  expect(report.performance.periods.find(p => p.id === '3y')?.rank.value).toBe(1)
  const own = all.rows.find(row => row.code === code)?.values[0]
  expect(own).toBeCloseTo(report.risk.columns.find(c => c.id === '3y')?.figures['sharpe']?.value ?? NaN, 10)
})

it('a fund without the level or the figure that is asked for never passes', async () => {
  const { api } = await book()
  expect(await api.funds.screen(screen({ grades: ['R3'] }))).toMatchObject({ asked: 0, rows: [] })
  const young = await api.funds.screen(screen({ conditions: [{ kind: 'fact', fact: 'years', min: 20, max: null }] }))
  expect(young).toMatchObject({ asked: 12, failed: [12], rows: [] })
})

it('screens are kept under their name, replaced and removed', async () => {
  const { api } = await book()
  const mine = screen({ open: true })
  await api.funds.saveScreen({ name: ' 稳健 ', screen: mine })
  expect(await api.funds.saveScreen({ name: '稳健', screen: screen({ onShelf: true }) })).toEqual([
    { name: '稳健', screen: screen({ onShelf: true }) },
  ])
  expect(await api.funds.removeScreen({ name: '稳健' })).toEqual([])
})

it('two to six funds are compared over their common window; one fund twice is one fund', async () => {
  const { api } = await book()
  const chosen = codes.slice(0, 3)
  const { reports, curves, correlation, commonDays } = await api.funds.compare({ codes: chosen })
  expect(reports.map(r => r.profile.code)).toEqual(chosen)
  expect(curves.values.map(line => line[0])).toEqual([1, 1, 1])
  expect(correlation.map((row, i) => row[i])).toEqual([1, 1, 1])
  expect(correlation[0]?.[1]).toBe(correlation[1]?.[0])
  expect(commonDays).toBeGreaterThan(700)
  await expect(api.funds.compare({ codes: [codes[0] ?? '', codes[0] ?? ''] })).rejects.toThrow('two to 6')
  await expect(api.funds.compare({ codes: codes.slice(0, 7) })).rejects.toThrow('two to 6')
})

it('every metric of the screener has a name and a formula', async () => {
  const { api } = await book()
  const metrics = await api.funds.metrics({})
  expect(metrics.length).toBe(42)
  expect(metrics.filter(m => m.name.zh === '' || m.formula.en === '')).toEqual([])
})

it('a day of NAV more moves the ranks on', async () => {
  const { api, store } = await book()
  const before = await api.funds.list({})
  const next = (days.at(-1) ?? 0) + 3
  store.write(tx => {
    const put = (code: string, write: (nav: number) => void): void => {
      const series = tx.navs.series(code) ?? tx.benchmarks.series(code)
      write(Math.round((series?.values.at(-1) ?? 1) * 10_100))
    }
    for (const code of codes)
      put(code, nav => {
        const year = tx.navYears.byKey(`${code}|2026`)
        if (year !== null)
          tx.navYears.put(NavChunk.parse({ ...year, days: [...year.days, 3], navs: [...year.navs, nav] }))
      })
    for (const index of ['HS0300', 'HS5001'])
      put(index, level => {
        const year = tx.indexYears.byKey(`${index}|2026`)
        if (year !== null)
          tx.indexYears.put(IndexChunk.parse({ ...year, days: [...year.days, 3], levels: [...year.levels, level] }))
      })
  })
  expect(store.read(tx => tx.navs.lastDay(codes[0] ?? ''))).toBe(next)
  const after = await api.funds.list({})
  const report = await api.funds.diagnosis({ code: codes[3] ?? '', asOf: null })
  const [was, now] = [before, after].map(rows => rows.find(row => row.code === codes[3])?.return1y)
  expect(now).not.toBe(was)
  expect(now).toBeCloseTo(report.performance.periods.find(p => p.id === '1y')?.fund.value ?? NaN, 10)
})

it('a grade that was raised is an alert of the fund’s diagnosis for half a year, one that was lowered is none', async () => {
  const { api, store } = await book()
  const [code = ''] = codes
  const alerts = async (): Promise<string[]> =>
    (await api.funds.diagnosis({ code, asOf: null })).conclusion.alerts.map(alert => alert.rule)
  const grade = (riskGrade: string, gradedOn: string): void =>
    store.write(tx => tx.products.put(Product.parse({ ...sampleRow('products', 1), code, riskGrade, gradedOn })))
  const recent = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10)
  grade('R3', recent)
  expect(await alerts()).not.toContain('gradeRaised')
  grade('R4', recent)
  expect(await alerts()).toContain('gradeRaised')
  grade('R4', '2020-01-02')
  expect(await alerts()).not.toContain('gradeRaised')
  grade('R2', recent)
  expect(await alerts()).not.toContain('gradeRaised')
})

const told = (id: string, date: string, fundId: string) =>
  Announcement.parse({ id, fundId, date, kind: 'report', title: id, text: '' })

it('announcements of a fund are those of all its share classes, the newest first', async () => {
  const { api, store } = await book()
  store.write(tx => {
    tx.funds.put(Fund.parse(syntheticFund({ code: '990499', fundId: '990400', inceptionOn: '2021-01-04' })))
    tx.announcements.put(told('old', '2026-04-21', '990400'))
    tx.announcements.put(told('new', '2026-10-27', '990400'))
    tx.announcements.put(told('other', '2026-10-27', '990401'))
  })
  const titles = async (code: string) => (await api.funds.announcements({ code })).map(each => each.title)
  expect(await titles('990400')).toEqual(['new', 'old'])
  expect(await titles('990499')).toEqual(['new', 'old'])
  expect(await titles('990402')).toEqual([])
  await expect(api.funds.announcements({ code: '000000' })).rejects.toMatchObject({ data: { code: 'notFound' } })
})
