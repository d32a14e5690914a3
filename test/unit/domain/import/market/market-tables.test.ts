import { describe, expect, it } from 'vitest'
import { managerNames, managerTerms } from '../../../../../src-main/domain/import/market/manager-terms.ts'
import { marketTable } from '../../../../../src-main/domain/import/market/market-layout.ts'
import { readMarket } from '../../../../../src-main/domain/import/market/read-market.ts'
import { sectorSums } from '../../../../../src-main/domain/import/market/sector-sums.ts'
import { Fund, type FundManager } from '../../../../../src-main/model/fund.ts'
import { FundHoldings } from '../../../../../src-main/model/fund-holding.ts'
import { importPack } from '../../../../helpers/import-pack.ts'

const pack = importPack()

const read = (...tables: readonly { readonly file: string; readonly text: string }[]) => {
  const sheets = tables.map(({ file, text }) => {
    const rows = text
      .trim()
      .split('\n')
      .map(line => line.split(','))
    const table = marketTable(rows[0] ?? [], pack)
    if (table === null) throw new Error(`${file} is no market table`)
    return { sheet: { file, sheet: null, format: 'UTF-8', rows }, table }
  })
  const results = readMarket(sheets, { fund: () => null, holdings: () => null }, pack)
  const rows = results.flatMap(result => result.rows)
  return {
    results,
    layouts: sheets.map(s => s.table.layout),
    fund: Fund.parse(rows.find(r => r.stream === 'funds')?.row),
    reports: rows.filter(r => r.stream === 'fundHoldings').map(r => FundHoldings.parse(r.row)),
    announcements: rows.filter(r => r.stream === 'announcements').map(r => r.row),
  }
}

describe('tables of market data', () => {
  it('takes sector sums in percent, and finds a share that was left out from its value', () => {
    const { layouts, reports } = read({
      file: '110011_sectors.csv',
      text: `report_date,sector_code,sector_name,market_value,proportion,quarter
2020-12-31,C,制造业,800000,40.00,2020-4
2020-12-31,Q,卫生和社会工作,200000,10.00%,2020-4
2020-12-31,D,电力,50000,,2020-4
2020-12-31,K,房地产业,17.7065,0.0,2020-4`,
    })
    expect(layouts).toEqual(['sectors'])
    // 800,000 + 200,000 are half of the fund, so 50,000 are 2.5 %
    expect(reports[0]?.sectors).toEqual([
      { code: 'C', name: '制造业', weight: 0.4 },
      { code: 'Q', name: '卫生和社会工作', weight: 0.1 },
      { code: 'D', name: '电力', weight: 0.025 },
      { code: 'K', name: '房地产业', weight: 0 },
    ])
    // without a table of the mix the sectors are the shares
    expect(reports[0]?.allocation.equity).toBeCloseTo(0.525, 12)
  })

  it('takes a share for missing, not for 0, where nothing says what it is', () => {
    expect(sectorSums([{ code: 'C', name: '制造业', weight: null, value: 5 }])).toEqual([])
  })

  it('takes the stars of every agency and period, and refuses what are no stars', () => {
    const { layouts, fund, results } = read({
      file: '110011_ratings.csv',
      text: `report_date,ZSPJ,SZPJ3,SZPJ5,JAPJ
2020-10-30,5.0,,,
2020-09-30,,4.0,3.0,5.0
2020-06-30,,,,
2020-03-31,7,,,`,
    })
    expect(layouts).toEqual(['ratings'])
    expect(fund.ratings).toEqual([
      { date: '2020-09-30', agency: '上海证券', years: 3, stars: 4 },
      { date: '2020-09-30', agency: '上海证券', years: 5, stars: 3 },
      { date: '2020-09-30', agency: '济安金信', years: null, stars: 5 },
      { date: '2020-10-30', agency: '招商证券', years: null, stars: 5 },
    ])
    expect(results[0]).toMatchObject({ lines: 4, skipped: 1 })
    expect(results[0]?.rejects).toMatchObject([{ line: 5, reason: { zh: '“7”不是一到五星' } }])
  })

  it('tells the periods of one agency apart by what stands in brackets', () => {
    const { fund } = read({
      file: '990001.csv',
      text: `报告期,上海证券评级（三年期）,上海证券评级（五年期）\n2026-09-30,★★★,★★★★`,
    })
    expect(fund.ratings.map(r => [r.years, r.stars])).toEqual([
      [3, 3],
      [5, 4],
    ])
  })

  it('reads a share with or without its sign as the same', () => {
    const { reports } = read({
      file: '990001_stocks.csv',
      text: `股票代码,股票名称,占净值比例,报告期\n600519,贵州茅台,9.96%,2026-09-30\n2304,洋河股份,9.83,2026-09-30`,
    })
    expect(reports[0]?.positions.map(p => [p.code, p.weight])).toEqual([
      ['600519', 0.0996],
      ['002304', 0.0983],
    ])
  })

  it('reads announcements of several funds by the code of the line, each once', () => {
    const { announcements, results } = read({
      file: 'news.csv',
      text: `基金代码,公告日期,公告标题,正文
990001,2026-11-02,示例基金经理变更公告,甲离任
990001,2026-11-02,示例基金经理变更公告,甲离任
990001,2026-10-27,示例2026年第三季度报告,
990001,某日,没有日期,`,
    })
    expect(announcements).toMatchObject([
      { fundId: '990001', date: '2026-11-02', kind: 'manager', text: '甲离任' },
      { fundId: '990001', date: '2026-10-27', kind: 'report', text: '' },
    ])
    expect(results[0]).toMatchObject({ lines: 4, duplicates: 1 })
    expect(results[0]?.rejects).toMatchObject([{ line: 5, reason: { zh: '“某日”不是日期' } }])
  })
})

const term = (name: string, from: string, to: string | null) => ({ name, from, to }) as FundManager

describe('managers of a table by team', () => {
  it('are people, Chinese names apart by spaces', () => {
    expect(managerNames('傅鹏博 朱璘 ')).toEqual(['傅鹏博', '朱璘'])
    expect(managerNames('张三、李四')).toEqual(['张三', '李四'])
    expect(managerNames('John Smith')).toEqual(['John Smith'])
  })

  it('stay while a colleague comes and goes', () => {
    const { fund } = read({
      file: '007119_manager.csv',
      text: `start_date,expiry_date,manager_name,return_rate
2020-11-24,至今,傅鹏博 朱璘 ,16.93
2019-11-04,2020-11-23,傅鹏博 朱璘 陈烨远 ,70.79
2019-03-26,2019-11-03,傅鹏博 朱璘 ,12.92`,
    })
    expect(fund.managers).toEqual([
      { name: '傅鹏博', from: '2019-03-26', to: null },
      { name: '朱璘', from: '2019-03-26', to: null },
      { name: '陈烨远', from: '2019-11-04', to: '2020-11-23' },
    ])
  })

  it('come back as a new term after a gap', () => {
    const terms = [term('甲', '2015-01-01', '2016-01-01'), term('甲', '2017-01-01', null)]
    expect(managerTerms(terms)).toEqual(terms)
  })
})
