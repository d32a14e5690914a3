import { describe, expect, it } from 'vitest'
import { observationsPerYear, yearsBefore } from '../../../../../src-main/domain/diagnosis/day-axis.ts'
import { benchmarkLevels } from '../../../../../src-main/domain/diagnosis/fund/benchmark-levels.ts'
import { fundHistory } from '../../../../../src-main/domain/diagnosis/fund/fund-history.ts'
import { dayNumber } from '../../../../../src-main/domain/portfolio/day-number.ts'
import { parseFundEvent } from '../../../../../src-main/domain/portfolio/parse-fund-event.ts'
import { IsoDate } from '../../../../../src-main/model/units.ts'
import { syntheticFund, weekdays } from '../../../../helpers/fund-input.ts'
import { hasShared, readSharedCsv } from '../../../../helpers/shared-folder.ts'

const plain: Parameters<typeof fundHistory>[0] = { type: 'equityMixed', dividends: [], splits: [] }
const day = dayNumber
const date = (iso: string) => IsoDate.parse(iso)

describe('fund history', () => {
  const calendar = weekdays('2024-01-01', '2024-12-31')

  it('drops rows on days the exchange was closed', () => {
    // 2024-06-29 and -30 are a weekend, the half-year end repeats the NAV.
    const days = Int32Array.from(['2024-06-28', '2024-06-30', '2024-07-01'].map(day))
    const history = fundHistory(plain, { days, values: Float64Array.of(1, 1, 1.01) }, calendar, day('2024-12-31'), 5)
    expect([...history.days]).toEqual([day('2024-06-28'), day('2024-07-01')])
  })

  it('counts a dividend on a closed day at the next NAV, and a conversion as no loss', () => {
    const days = Int32Array.from(['2024-06-28', '2024-07-01', '2024-07-02'].map(day))
    const fund = {
      type: 'equityMixed',
      dividends: [{ date: date('2024-06-30'), perUnit4: 1000 }],
      splits: [{ date: date('2024-07-02'), ratio: 1.5 }],
    } as const
    const history = fundHistory(
      { ...fund, dividends: [...fund.dividends], splits: [...fund.splits] },
      { days, values: Float64Array.of(1, 0.9, 0.6) },
      calendar,
      day('2024-12-31'),
      5,
    )
    // (0.9 + 0.1) / 1 = 1, then 0.6 * 1.5 / 0.9 = 1
    expect([...history.adjusted].map(x => Math.round(x * 1e9) / 1e9)).toEqual([1, 1, 1])
  })

  it('finds where weekly NAV of a closed period turns into daily NAV', () => {
    const fridays = calendar.filter(d => (d + 3) % 7 === 4).slice(0, 8)
    const daily = calendar.filter(d => d > (fridays.at(-1) ?? 0)).slice(0, 40)
    const days = Int32Array.from([...fridays, ...daily])
    const values = new Float64Array(days.length).fill(1)
    const history = fundHistory(plain, { days, values }, calendar, day('2024-12-31'), 5)
    expect([history.dailyFrom, history.weekly]).toEqual([7, false])
    const few = fundHistory(
      plain,
      { days: days.slice(0, 12), values: values.slice(0, 12) },
      calendar,
      day('2024-12-31'),
      5,
    )
    expect(few.weekly).toBe(true)
    const three = fundHistory(
      plain,
      { days: days.slice(0, 12), values: values.slice(0, 12) },
      calendar,
      day('2024-12-31'),
      3,
    )
    expect(three.dailyFrom).toBe(7)
    const closed = fundHistory(plain, { days: fridays, values: values.slice(0, 8) }, calendar, day('2024-12-31'), 5)
    expect(closed.weekly).toBe(true)
  })

  it('compounds income of money funds over weekends onto exchange days', () => {
    // Friday to Monday: three days of 1 yuan for 10,000 units.
    const days = Int32Array.from(['2024-07-05', '2024-07-06', '2024-07-07', '2024-07-08'].map(day))
    const history = fundHistory(
      { type: 'money', dividends: [], splits: [] },
      { days, values: Float64Array.of(1, 1, 1, 1) },
      calendar,
      day('2024-12-31'),
      5,
    )
    expect([...history.days]).toEqual([day('2024-07-05'), day('2024-07-08')])
    expect((history.adjusted[1] ?? 0) / (history.adjusted[0] ?? 1)).toBeCloseTo(1.0001 ** 3, 12)
  })

  it('uses nothing after the as-of day', () => {
    const days = calendar.slice(0, 20)
    const history = fundHistory(plain, { days, values: new Float64Array(20).fill(1) }, calendar, days[9] ?? 0, 5)
    expect(history.days).toHaveLength(10)
  })
})

describe('benchmark levels', () => {
  it('change the mix on its day, rebalance daily, and begin where the youngest index begins', () => {
    const calendar = Int32Array.of(0, 1, 2, 3, 4)
    const fund = syntheticFund({
      benchmark: [
        { from: '1970-01-01', parts: [{ index: 'a', weight: 1 }] },
        {
          from: '1970-01-04',
          parts: [
            { index: 'a', weight: 0.5 },
            { index: 'b', weight: 0.5 },
          ],
        },
      ],
    })
    const indices = new Map([
      ['a', { name: 'A', series: { days: calendar, values: Float64Array.of(100, 110, 110, 110, 121) } }],
      ['b', { name: 'B', series: { days: calendar, values: Float64Array.of(10, 10, 10, 12, 12) } }],
    ])
    const found = benchmarkLevels(fund, indices, calendar, calendar)
    // 1, +10 %, 0, then half of 0 and +20 %, then half of +10 % and 0
    expect([...(found?.levels ?? [])].map(x => Math.round(x * 1e6) / 1e6)).toEqual([1, 1.1, 1.1, 1.21, 1.2705])
    expect(found?.name).toBe('A × 50% + B × 50%')
    const late = new Map(indices).set('a', {
      name: 'A',
      series: { days: calendar.slice(2), values: Float64Array.of(110, 110, 121) },
    })
    const shorter = benchmarkLevels(fund, late, calendar, calendar)
    expect([...(shorter?.levels ?? [])].map(x => (Number.isNaN(x) ? null : Math.round(x * 1e6) / 1e6))).toEqual([
      null,
      null,
      1,
      1.1,
      1.155,
    ])
    expect(benchmarkLevels(fund, new Map(), calendar, calendar)).toBeNull()
  })
})

describe('dates', () => {
  it('go back whole years, from a leap day to the 28th', () => {
    expect([yearsBefore('2026-11-20', 3), yearsBefore('2024-02-29', 1), yearsBefore('2024-02-29', 4)]).toEqual([
      '2023-11-20',
      '2023-02-28',
      '2020-02-29',
    ])
  })
})

describe('fund event texts', () => {
  it('are read for cash and for units, and unknown ones are not guessed', () => {
    expect(parseFundEvent('每份派现金0.0190元')).toEqual({ perUnit: 0.019, ratio: 1 })
    expect(parseFundEvent('每10份派发现金0.5元')).toEqual({ perUnit: 0.05, ratio: 1 })
    expect(parseFundEvent('每份基金份额折算1.46406491份')).toEqual({ perUnit: 0, ratio: 1.46406491 })
    expect(parseFundEvent('每份基金份额分拆２．５份')).toEqual({ perUnit: 0, ratio: 2.5 })
    expect(parseFundEvent('')).toEqual({ perUnit: 0, ratio: 1 })
    expect(parseFundEvent('基金更名')).toBeNull()
  })
})

describe.skipIf(!hasShared('data'))('real funds', () => {
  const calendar = Int32Array.from(readSharedCsv('data/xalpha_mit/cn_trading_days_1991_2026.csv'), r =>
    day(r['cal_date'] ?? ''),
  )
  const load = (code: string) => {
    const rows = readSharedCsv(`data/cn_fund_profiles/${code}_nav.csv`)
    const dividends = rows
      .filter(r => Number(r['cash_per_unit'] ?? 0) > 0)
      .map(r => ({ date: date(r['date'] ?? ''), perUnit4: Math.round(Number(r['cash_per_unit']) * 10_000) }))
    const nav = {
      days: Int32Array.from(rows, r => day(r['date'] ?? '')),
      values: Float64Array.from(rows, r => Number(r['unit_nav'])),
    }
    return {
      rows,
      history: fundHistory({ type: 'equityMixed', dividends, splits: [] }, nav, calendar, day('2021-01-22'), 5),
    }
  }

  it('110011 returned 1117 % reinvested to 2021-01-22', () => {
    const { adjusted } = load('110011').history
    const total = (adjusted.at(-1) ?? NaN) / (adjusted[0] ?? NaN) - 1
    expect(Math.round(total * 100)).toBe(1117)
  })

  it('show the published daily change on 7,842 of 7,846 days within rounding', () => {
    let published = 0
    let matched = 0
    for (const code of ['110011', '001938', '007119', '519697', '952004']) {
      const { rows, history } = load(code)
      const positions = new Map(Array.from(history.days, (d, i) => [d, i]))
      for (const row of rows) {
        const at = positions.get(day(row['date'] ?? ''))
        if ((row['daily_pct'] ?? '') === '' || at === undefined || at === 0) continue
        published++
        const move = ((history.adjusted[at] ?? NaN) / (history.adjusted[at - 1] ?? NaN) - 1) * 100
        if (Math.abs(move - Number(row['daily_pct'])) <= 0.0051) matched++
      }
    }
    console.log(`published daily changes reproduced: ${matched} of ${published}`)
    expect([matched, published]).toEqual([7842, 7846])
  })

  it('count 242 to 244 exchange days a year', () => {
    for (const iso of ['2015-12-31', '2018-12-31', '2021-12-31', '2024-12-31', '2026-11-20']) {
      const n = observationsPerYear(calendar, day(iso))
      expect(n).toBeGreaterThanOrEqual(242)
      expect(n).toBeLessThanOrEqual(244)
    }
  })

  it('take a unit conversion for no loss: the raw text gives back the published change', () => {
    const rows = readSharedCsv('data/cn_funds_24_2020/nav.csv')
    let conversions = 0
    rows.forEach((row, i) => {
      const event = parseFundEvent(row['event'] ?? '')
      const before = rows[i - 1]
      if (event === null || event.ratio === 1 || before?.['code'] !== row['code']) return
      conversions++
      const move = (Number(row['unit_nav']) * event.ratio) / Number(before?.['unit_nav']) - 1
      expect(move * 100).toBeCloseTo(Number(row['daily_pct']), 1)
    })
    expect(conversions).toBe(2)
  })
})
