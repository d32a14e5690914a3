import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applied, previewed, undone } from '../../helpers/import-steps.ts'
import { openedBooks, type OpenedBook } from '../../helpers/opened-book.ts'
import { hasShared, readSharedCsv } from '../../helpers/shared-folder.ts'

const newBook = openedBooks()
const shared = join(import.meta.dirname, '../../../../shared/data')
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'advisor-market-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const write = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const request = async ({ imports }: OpenedBook, ...paths: readonly string[]) => ({
  source: imports.open(paths),
  clientId: null,
  mappings: [],
})

const navs = `date,unit_nav,acc_nav,daily_pct,subscription,redemption,event
2026-06-26,1.0000,1.0000,,开放申购,开放赎回,
2026-06-29,1.0100,1.0100,1.00,开放申购,开放赎回,
2026-06-30,1.0100,1.0100,,开放申购,开放赎回,
2026-07-01,0.9800,1.0300,2.02,开放申购,开放赎回,每10份派0.5元
2026-07-02,0.4900,1.0300,0.00,限制大额申购,开放赎回,每份基金份额折算2.0份
2026-07-03,0.5000,1.0500,2.04,限制大额申购,开放赎回,说不清的事
`

describe('market data of files', () => {
  it('reads NAVs with their events in Chinese, and rejects what it does not understand', async () => {
    const book = await newBook()
    const asked = await request(book, write('990001_nav.csv', navs))
    const preview = await previewed(book.api.imports, asked)
    expect(preview.tables[0]).toMatchObject({ mapping: { kind: 'market' }, lines: 6, skipped: 0, rejected: 1 })
    expect(preview.tables[0]?.rejects[0]).toMatchObject({ line: 7, reason: { zh: '看不懂的分红或折算：“说不清的事”' } })
    await applied(book.api.imports, asked)
    const fund = book.store.read(tx => tx.funds.byKey('990001'))
    expect(fund).toMatchObject({
      inceptionOn: '2026-06-26',
      status: 'limited',
      dividends: [{ date: '2026-07-01', perUnit4: 500 }],
      splits: [{ date: '2026-07-02', ratio: 2 }],
    })
    const report = await book.api.funds.diagnosis({ code: '990001', asOf: null })
    // 30 June without a move is a reporting day: five NAVs less that one are three returns.
    expect(report.conventions.n).toBe(3)
    const since = report.performance.periods.find(p => p.id === 'sinceInception')?.fund.value
    // 1 % up, then (0.98 + 0.05) / 1.01, then 0.49 * 2 / 0.98: a conversion is no loss
    expect(since).toBeCloseTo(1.01 * (1.03 / 1.01) * 1 - 1, 10)
    expect(report.fees.total).toMatchObject({ value: null, reason: 'noFees' })
    // first of one is no rank
    const period = report.performance.periods.find(p => p.id === 'sinceInception')
    expect([period?.rank, period?.quartile, period?.peerMedian]).toEqual(
      Array.from({ length: 3 }, () => expect.objectContaining({ value: null, reason: 'noPeers' })),
    )
  })

  it('reads the same from JSON, and takes an import back whole', async () => {
    const book = await newBook()
    const rows = [
      { date: '2026-06-26', unit_nav: 1, daily_pct: null, cash_per_unit: null },
      { date: '2026-06-29', unit_nav: 1.02, daily_pct: 2, cash_per_unit: null },
    ]
    const asked = await request(book, write('990002_nav.json', JSON.stringify(rows)))
    const { id } = await applied(book.api.imports, asked)
    expect(book.store.read(tx => tx.navs.series('990002')?.values)).toEqual(Float64Array.of(1, 1.02))
    await undone(book.api.imports, id)
    expect(book.store.read(tx => [tx.funds.byKey('990002'), tx.navs.series('990002')])).toEqual([null, null])
  })

  it('reads yield curves as published: a column a tenor in percent, curves without a use skipped', async () => {
    const book = await newBook()
    const curves = `曲线名称,日期,3月,1年,10年
中债国债收益率曲线,2026-01-05,1.5000,1.6100,1.8525
中债中短期票据收益率曲线(AAA),2026-01-05,1.9000,,2.4000
中债商业银行普通债收益率曲线(AAA),2026-01-05,1.8,1.9,2.2
中债国债收益率曲线,2026-01-32,1.5,1.6,1.9
`
    const asked = await request(book, write('yields.csv', curves))
    const preview = await previewed(book.api.imports, asked)
    expect(preview.tables[0]).toMatchObject({ mapping: { kind: 'market' }, lines: 4, skipped: 1, rejected: 1 })
    expect(preview.tables[0]?.rejects[0]).toMatchObject({ line: 5, reason: { zh: '“2026-01-32”不是日期' } })
    await applied(book.api.imports, asked)
    // the next file of the same year joins what is here, and exchange days are none of its business
    const next = await request(book, write('yields-2.csv', '曲线名称,日期,10年\n中债国债收益率曲线,2026-01-06,1.86\n'))
    const { id } = await applied(book.api.imports, next)
    const stored = () => book.store.read(tx => tx.yields.byKey('treasury|120|2026'))
    expect(stored()).toMatchObject({ days: [20_458, 1], yields: [18_525, 18_600], name: '中债国债收益率曲线' })
    expect(book.store.read(tx => tx.yields.all().map(row => `${row.curve} ${row.months}`))).toEqual([
      'credit 3',
      'credit 120',
      'treasury 3',
      'treasury 12',
      'treasury 120',
    ])
    expect(book.store.read(tx => tx.benchmarks.calendar().length)).toBe(0)
    await undone(book.api.imports, id)
    expect(stored()?.yields).toEqual([18_525])
  })

  it.skipIf(!hasShared('data/cn_index_etf_agpl/cgb_yields.csv'))(
    'reads a published file of treasury yields whole',
    async () => {
      const book = await newBook()
      const asked = await request(book, join(shared, 'cn_index_etf_agpl', 'cgb_yields.csv'))
      const rows = readSharedCsv('data/cn_index_etf_agpl/cgb_yields.csv')
      const preview = await previewed(book.api.imports, asked)
      expect(preview.tables[0]).toMatchObject({ lines: rows.length, rejected: 0 })
      await applied(book.api.imports, asked)
      const years = book.store.read(tx => tx.yields.all()).filter(row => row.curve === 'treasury' && row.months === 120)
      const stored = years.flatMap(row => row.yields.map(value => value / 10_000))
      const published = rows.filter(row => (row['10年'] ?? '') !== '')
      expect(stored).toEqual(
        published.toSorted((x, y) => ((x['日期'] ?? '') < (y['日期'] ?? '') ? -1 : 1)).map(row => Number(row['10年'])),
      )
    },
  )

  it('names what a JSON file lacks', async () => {
    const book = await newBook()
    const source = book.imports.open([write('broken.json', '{"a": ')])
    await expect(previewed(book.api.imports, { source, clientId: null, mappings: [] })).rejects.toMatchObject({
      data: { code: 'fileUnreadable' },
    })
  })

  it.skipIf(!hasShared('data/cn_fund_profiles'))('reads the profiles of five real funds', async () => {
    const book = await newBook()
    const paths = readdirSync(join(shared, 'cn_fund_profiles')).map(name => join(shared, 'cn_fund_profiles', name))
    await applied(
      book.api.imports,
      await request(
        book,
        ...paths,
        join(shared, 'cn_index_etf_agpl', 'hs300_idx.csv'),
        join(shared, 'cn_funds_24_2020', 'nav.csv'),
      ),
    )
    const published = readSharedCsv('data/cn_fund_profiles/110011_nav.csv')
    const { series, fund, conversion } = book.store.read(tx => ({
      series: tx.navs.series('110011'),
      fund: tx.funds.byKey('110011'),
      conversion: tx.funds.byKey('161028'),
    }))
    expect(series?.days.length).toBe(published.length)
    expect(fund?.managers.map(m => [m.name, m.to])).toContainEqual(['张坤', null])
    expect(conversion?.splits).toEqual([{ date: '2020-02-19', ratio: 1.46406491 }])
    const report = await book.api.funds.diagnosis({ code: '110011', asOf: '2021-01-22' })
    const since = report.performance.periods.find(p => p.id === 'sinceInception')?.fund.value ?? NaN
    // Of the published rows 11 are of no exchange day, the closed period shows one NAV a week.
    expect(report.conventions.n).toBe(published.length - 11 - 1)
    // reinvested +1,117 %, not the +956 % of 累计净值
    expect(since).toBeCloseTo(11.17, 1)
    expect(report.holdings.topTen[0]).toMatchObject({ code: '600519', name: '贵州茅台' })
    expect(report.holdings.institutional.value).toBeCloseTo(0.0565, 4)
    // the report says by sector what its first ten shares do not: manufacturing 70.93 %
    expect(report.holdings.sectorsDate).toBe('2020-12-31')
    expect(report.holdings.sectors[0]).toMatchObject({ name: '制造业', weight: { value: 0.7093 } })
    const inSectors = report.holdings.sectors.reduce((sum, s) => sum + (s.weight.value ?? 0), 0)
    expect(inSectors).toBeCloseTo(report.holdings.mix.find(m => m.kind === 'equity')?.share.value ?? NaN, 3)
    expect(report.profile.ratings).toMatchObject([
      { agency: '上海证券', years: 3, date: '2020-06-30' },
      { agency: '上海证券', years: 5, date: '2020-06-30' },
      { agency: '招商证券', years: null, date: '2020-10-30', stars: { value: 5 }, before: { value: 5 } },
      { agency: '济安金信', years: null, date: '2020-09-30', stars: { value: 5 } },
    ])
    const every = readdirSync(join(shared, 'cn_fund_profiles')).filter(name => name.endsWith('_ratings.csv'))
    for (const name of every) {
      const cells = readSharedCsv(`data/cn_fund_profiles/${name}`).flatMap(row =>
        ['ZSPJ', 'SZPJ3', 'SZPJ5', 'JAPJ'].filter(column => row[column] !== ''),
      )
      const stored = book.store.read(tx => tx.funds.byKey(name.slice(0, 6)))?.ratings
      expect(stored?.length, name).toBe(cells.length)
    }
    // 傅鹏博 leads 007119 since its first day, although two teams came after it
    const team = await book.api.funds.diagnosis({ code: '007119', asOf: '2021-01-22' })
    expect(team.profile.managers).toContainEqual({ name: '傅鹏博', since: '2019-03-26' })
  })
})
