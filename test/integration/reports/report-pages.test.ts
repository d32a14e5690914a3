import { spawnSync } from 'node:child_process'
import { launch, type Browser, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { embedFonts } from '../../../src-main/adapters/pdf/embed-fonts.ts'
import { findBrowser } from '../../../src-main/adapters/pdf/find-browser.ts'
import { fontCutter } from '../../../src-main/adapters/pdf/font-cutter.ts'
import { fontSources } from '../../../src-main/adapters/pdf/font-sources.ts'
import { createReportPrinter } from '../../../src-main/adapters/pdf/report-printer.ts'
import type { CommonCurves } from '../../../src-main/domain/report/comparison/common-curves.ts'
import type { ComparedPairs } from '../../../src-main/domain/report/comparison/pair-tables.ts'
import { renderAccountReport } from '../../../src-main/domain/report/render-account-report.ts'
import { renderFundComparison } from '../../../src-main/domain/report/render-fund-comparison.ts'
import { renderFundReport } from '../../../src-main/domain/report/render-fund-report.ts'
import { renderSegmentReview } from '../../../src-main/domain/report/render-segment-review.ts'
import type { FinishedReport } from '../../../src-main/model/report/report-setup.ts'
import type { ReportPrinter } from '../../../src-main/services/ports/pdf-printer.ts'
import { fontLines, inkFaults, rasterised } from '../../helpers/page-ink.ts'
import { pageFaults } from '../../helpers/page-faults.ts'
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
} from '../../helpers/report-fixtures.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const path = findBrowser()
if (path === null) console.log('skipped: no Chrome, Edge or Chromium is installed')

const hasPoppler = spawnSync('pdftoppm', ['-v']).error === undefined
if (!hasPoppler) console.log('skipped: pages as pictures, for pdftoppm is not installed')

const cutters = fontSources().map(fontCutter)
/** Pairs of a comparison, one of them without a figure. */
const pairsOf = (n: number): ComparedPairs & { readonly curves: CommonCurves } => {
  const square = (of: number) =>
    Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i + j === 1 ? null : of)))
  const curves = {
    dates: Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-01`),
    values: Array.from({ length: n }, (_, fund) => Array.from({ length: 12 }, (__, i) => 1 + (fund - 2) * i * 0.01)),
  }
  return { correlation: square(-0.12), overlap: square(0.476), commonDays: 727, curves }
}
const account = accountReport()
const many = accountReport({ funds: 60, buys: 3, shelf: 3 })
const single = accountReport({ funds: 1, buys: 1, shelf: 2 })
const client = reportSetup()
const internal = reportSetup({ edition: 'internal' })
// as the demo world has them: too long for one line beside the notice on past performance
const versions = [
  { name: 'suitability rules', version: '2017-07-01-default-3' },
  { name: 'segment rules', version: '2026.11.3' },
  { name: 'definitions', version: 'account-2026.11' },
]
const english = reportSetup({ locale: 'en', versions })
const bothEnglish = reportSetup({ locale: 'en', edition: 'internal', versions })

const second = renamed(fundReport(), LONGEST)
const five = [fundReport(), second, withoutData(fundReport()), allNegative(fundReport()), fundReport()]

const cases: readonly (readonly [string, () => FinishedReport])[] = [
  ['an account, client edition', () => renderAccountReport(account, client, fundsOf(account))],
  ['an account, internal edition', () => renderAccountReport(account, internal, fundsOf(account))],
  ['an account in English', () => renderAccountReport(account, english, fundsOf(account))],
  ['an account in English, internal edition', () => renderAccountReport(account, bothEnglish, fundsOf(account))],
  ['an account with one fund', () => renderAccountReport(single, client, fundsOf(single))],
  ['an account with sixty holdings', () => renderAccountReport(many, internal, fundsOf(many))],
  ['an account without data', () => renderAccountReport(withoutData(account), client)],
  ['an account with losses only', () => renderAccountReport(allNegative(account), internal, fundsOf(account))],
  [
    'an account with the longest names',
    () => renderAccountReport(renamed(account, LONGEST), internal, fundsOf(renamed(account, LONGEST))),
  ],
  [
    'an account with hostile names',
    () => renderAccountReport(renamed(account, HOSTILE), client, fundsOf(renamed(account, HOSTILE))),
  ],
  ['a fund, client edition', () => renderFundReport(fundReport(), client)],
  ['a fund, internal edition', () => renderFundReport(fundReport(), internal)],
  ['a fund in English', () => renderFundReport(fundReport(), bothEnglish)],
  ['a fund without data', () => renderFundReport(withoutData(fundReport()), client)],
  ['a fund with losses only', () => renderFundReport(allNegative(fundReport()), internal)],
  ['a fund with the longest names', () => renderFundReport(renamed(fundReport(), LONGEST), internal)],
  ['two funds compared', () => renderFundComparison([fundReport(), allNegative(fundReport())], client, pairsOf(2))],
  ['five funds compared, in English', () => renderFundComparison(five, bothEnglish, pairsOf(5))],
  [
    'six funds with the longest names compared',
    () =>
      renderFundComparison(
        Array.from({ length: 6 }, () => renamed(fundReport(), LONGEST)),
        client,
        pairsOf(6),
      ),
  ],
  ['the segments of a book', () => renderSegmentReview(segmentReview(), internal)],
  ['the segments of a book, in English', () => renderSegmentReview(segmentReview(), english)],
  ['the segments of an empty book', () => renderSegmentReview({ ...segmentReview(), cells: [] }, internal)],
]

describe.skipIf(path === null)('pages', () => {
  const folder = temporaryFolder()
  let browser: Browser
  let page: Page
  let printer: ReportPrinter
  beforeAll(async () => {
    const root = process.getuid?.() === 0
    browser = await launch({
      executablePath: path ?? '',
      pipe: true,
      headless: true,
      args: root ? ['--no-sandbox'] : [],
    })
    page = await browser.newPage()
    const made = createReportPrinter()
    if (made === null) throw new Error('no printer')
    printer = made
  })
  afterAll(async () => {
    await browser.close()
    await printer.close()
    folder[Symbol.dispose]()
  })

  it.each(cases)('of %s hold everything: nothing cut, nothing over the foot, no empty page', async (_name, make) => {
    await page.setContent(await embedFonts(make().html, cutters))
    expect(await pageFaults(page)).toEqual([])
  })

  it.skipIf(!hasPoppler).each(cases)(
    'of %s print with ink between the margins only, none over the furniture, none blank, fonts as TrueType subsets',
    async (name, make) => {
      const report = make()
      const { pdf } = await printer.print(report)
      const sheets = rasterised(folder.path, pdf)
      expect(sheets).toHaveLength(report.pages)
      expect(sheets.flatMap((sheet, i) => inkFaults(sheet).map(fault => `page ${i + 1}: ${fault}`))).toEqual([])
      expect(new Set(fontLines(folder.path, pdf))).toEqual(new Set(['CID TrueType yes yes']))
      if (name.startsWith('an account')) expect(pdf.length).toBeLessThanOrEqual(600 * 1024)
    },
  )

  it('of an account hold at least eight pictures, drawn as vectors and named', async () => {
    await page.setContent(renderAccountReport(account, client, fundsOf(account)).html)
    const pictures = await page.$$eval('svg[role="img"]', all => all.map(each => each.getAttribute('aria-label') ?? ''))
    expect(new Set(pictures.filter(name => name !== '')).size).toBeGreaterThanOrEqual(8)
    expect(await page.$$eval('img, canvas', all => all.length)).toBe(0)
  })

  it('of an account of ten funds are twelve at most, in either edition and language, with names of any length', () => {
    const ways = [client, internal, english, bothEnglish].flatMap(setup =>
      [account, renamed(account, LONGEST), allNegative(account)].map(each =>
        renderAccountReport(each, setup, fundsOf(each)),
      ),
    )
    expect(ways.map(report => report.pages).filter(pages => pages > 12)).toEqual([])
  })
})
