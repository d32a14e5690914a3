import { describe, expect, it } from 'vitest'
import { checkWording } from '../../../../src-main/domain/wording/check-wording.ts'
import { renderAccountReport } from '../../../../src-main/domain/report/render-account-report.ts'
import { renderFundComparison } from '../../../../src-main/domain/report/render-fund-comparison.ts'
import { renderFundReport } from '../../../../src-main/domain/report/render-fund-report.ts'
import { renderSegmentReview } from '../../../../src-main/domain/report/render-segment-review.ts'
import { namedWordingRules } from '../../../helpers/rule-packs.ts'
import {
  accountReport,
  allNegative,
  fundReport,
  fundsOf,
  HOSTILE,
  LONGEST,
  renamed,
  reportSetup,
  segmentReview,
  withoutData,
} from '../../../helpers/report-fixtures.ts'

const account = accountReport()
const internal = reportSetup({ edition: 'internal' })
const pack = namedWordingRules()

/** Printed text, one line for each element that holds text of its own. */
const printed = (html: string): string =>
  html
    .slice(html.indexOf('<body'))
    .replaceAll(/<\/(p|li|td|th|h1|h2|dt|dd|tr|div|text|small|section)>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\n+/g, '\n')

describe('account report', () => {
  const client = renderAccountReport(account, reportSetup(), fundsOf(account))

  it('takes at most twelve pages for ten funds (thirteen in the English internal edition), each with its number', () => {
    for (const edition of ['client', 'internal'] as const)
      for (const locale of ['zh-CN', 'en'] as const) {
        const made = renderAccountReport(account, reportSetup({ edition, locale }), fundsOf(account))
        expect(made.pages).toBeLessThanOrEqual(edition === 'internal' && locale === 'en' ? 13 : 12)
        const last =
          locale === 'en' ? `Page ${made.pages} of ${made.pages}` : `第 ${made.pages} 页，共 ${made.pages} 页`
        expect(made.html).toContain(last)
      }
  })

  it('tears no date of what fits the client apart', () => {
    const text = { zh: '每 60 天联系，上次 2026-11-19', en: 'every 60 days, last 2026-11-19' }
    const fits = account.summary.fits.map(fit => ({ ...fit, text }))
    const { html } = renderAccountReport({ ...account, summary: { ...account.summary, fits } }, reportSetup())
    expect(html).toContain('每 60 天联系，上次 <span class="nb">2026-11-19</span>')
    expect(html).not.toContain('上次 2026-11-19')
  })

  it('has at least eight pictures', () => {
    expect(client.html.match(/<svg[^>]*role="img"/g)?.length).toBeGreaterThanOrEqual(8)
  })

  it('is the same, byte for byte, for the same input', () => {
    expect(renderAccountReport(accountReport(), reportSetup(), fundsOf(account)).html).toBe(client.html)
  })

  it('never names the client, and carries licence, data date, packs and the notice on every page', () => {
    expect(client.html).not.toContain(account.who.name)
    for (const text of ['S0990000000001', '数据截至 2026-11-20', '方法包 2026.11', '过往业绩不预示未来表现'])
      expect(client.html.split(text).length - 1).toBeGreaterThanOrEqual(client.pages)
  })

  it('has no open finding of the wording check in the client edition', () => {
    expect(checkWording(printed(client.html), 'client', pack).map(f => `${f.rule}: ${f.text}`)).toEqual([])
  })

  it('keeps months and product returns without a benchmark for the internal edition', () => {
    const inside = renderAccountReport(account, internal, fundsOf(account))
    expect(client.html).not.toContain('月度收益')
    expect(inside.html).toContain('月度收益')
    expect(inside.html).toContain('内部版')
    expect(client.html).not.toContain('内部版')
  })

  it('prints a hostile name as text, without its direction marks', () => {
    const { html } = renderAccountReport(
      renamed(account, HOSTILE),
      reportSetup(),
      new Map([['x', renamed(fundReport(), HOSTILE)]]),
    )
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img src=x')
    expect(html).not.toContain('\u202E')
    expect(html).not.toContain('<script')
  })

  it.each([
    ['no data at all', withoutData(account)],
    ['one fund', accountReport({ funds: 1, buys: 1, shelf: 2 })],
    ['sixty holdings', accountReport({ funds: 60, buys: 3, shelf: 3 })],
    ['everything negative', allNegative(account)],
    ['the longest names', renamed(account, LONGEST)],
  ])('stands with %s, and says why a figure is missing', (_name, report) => {
    const { html, pages } = renderAccountReport(report, reportSetup(), fundsOf(account))
    expect(pages).toBeGreaterThan(4)
    expect(html).not.toMatch(/NaN|undefined|Infinity|\[object/)
  })
})

describe('fund report', () => {
  const client = renderFundReport(fundReport(), reportSetup())

  it('has no open finding of the wording check in the client edition', () => {
    expect(checkWording(printed(client.html), 'client', pack).map(f => `${f.rule}: ${f.text}`)).toEqual([])
  })

  it('shows months, win rates and holding periods in the internal edition only', () => {
    const inside = renderFundReport(fundReport(), internal)
    for (const text of ['月度收益', '持有期分布', '滚动夏普比率']) {
      expect(client.html).not.toContain(text)
      expect(inside.html).toContain(text)
    }
  })

  it('leaves out periods without a benchmark for clients', () => {
    const bare = renderFundReport(
      {
        ...fundReport(),
        performance: {
          ...fundReport().performance,
          periods: fundReport().performance.periods.map(p => ({
            ...p,
            fund: { ...p.fund, value: 0.987_654 },
            benchmark: { ...p.benchmark, value: null, reason: 'noBenchmark' },
          })),
        },
      },
      reportSetup(),
    )
    expect(bare.html).not.toContain('+98.77')
  })

  it('is readable without data, with losses only and with long or hostile names', () => {
    for (const report of [
      withoutData(fundReport()),
      allNegative(fundReport()),
      renamed(fundReport(), LONGEST),
      renamed(fundReport(), HOSTILE),
    ]) {
      const { html } = renderFundReport(report, internal)
      expect(html).not.toMatch(/NaN|undefined|Infinity|\[object|<img/)
    }
  })
})

describe('comparison and segment review in English', () => {
  const english = reportSetup({ locale: 'en', edition: 'internal' })

  it('print a long peer group whole', () => {
    const fund = fundReport()
    const group = { ...fund, profile: { ...fund.profile, peerGroup: '中长期纯债' } }
    const pairs = {
      correlation: Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => null)),
      overlap: Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => null)),
      commonDays: 0,
      curves: { dates: [], values: [] },
    }
    const { html } = renderFundComparison([group, group, group, group], english, pairs)
    expect(html.match(/Medium to long pure bond/g)?.length).toBe(4)
    expect(html).not.toContain('Medium to long p…')
  })

  it('count one client as one', () => {
    const review = segmentReview()
    const cells = review.cells.map((cell, i) => (i === 0 ? { ...cell, clients: 1 } : cell))
    const { html } = renderSegmentReview({ ...review, cells }, english)
    expect(html).toContain('1 client<')
    expect(html).not.toContain('>1 clients')
  })
})
