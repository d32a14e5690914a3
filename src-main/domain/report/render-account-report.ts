import { maskTail } from '../../model/format/mask.ts'
import type { AccountReport } from '../../model/report/account-report.ts'
import type { FundReport } from '../../model/report/fund-report.ts'
import type { FinishedReport, ReportSetup } from '../../model/report/report-setup.ts'
import { allocationChapter } from './account/allocation-chapter.ts'
import { closingChapter } from './account/closing-chapter.ts'
import { clientName, coverBlocks, coverNotes } from './account/cover.ts'
import { fundPage } from './account/fund-page.ts'
import { behaviourChapter, holdingsChapter } from './account/holdings-chapter.ts'
import { performanceChapters } from './account/performance-chapters.ts'
import { planChapter } from './account/plan-chapter.ts'
import { riskChapter } from './account/risk-chapter.ts'
import { suitabilityChapter } from './account/suitability-chapter.ts'
import type { Chapter } from './blocks/block.ts'
import { reportDocument } from './blocks/document.ts'
import { fewestPages } from './blocks/fewest-pages.ts'
import { fitted, paginate } from './blocks/paginate.ts'
import { createWriter } from './blocks/writer.ts'

/** A report of up to this many funds stays within this many pages: the largest flagged funds get the pages that are left. */
const MOST_PAGES = 12

/** Products to consider; fewer where that saves a page. */
const OFFERS = [5, 4, 3]

/**
 * Account diagnosis as a finished document, B1 to B11; `funds` are the diagnoses of its funds by code.
 * Client edition: month figures and product returns without a benchmark are left out, the client stays masked.
 * A missing part prints its reason.
 */
export const renderAccountReport = (
  report: AccountReport,
  setup: ReportSetup,
  funds: ReadonlyMap<string, FundReport> = new Map(),
): FinishedReport => {
  const write = createWriter(setup, report.reasons)
  const cover: Chapter = { blocks: coverBlocks(report, write), notes: coverNotes(report, write) }
  const middles = [allocationChapter(report, write), riskChapter(report, write)]
  // two full pages are better than one that runs over
  const firsts = [true, false].map(spread => [cover, ...performanceChapters(report, write, spread), ...middles])
  const behaviour = behaviourChapter(report, write)
  const suitability = suitabilityChapter(report, write)
  const holdings = holdingsChapter(report, write)
  const narrow = suitabilityChapter(report, write, true)
  const before = fewestPages(
    firsts.flatMap(first => [
      [...first, suitability, behaviour, holdings],
      [...first, narrow, holdings],
      [...first, suitability, holdings, behaviour],
    ]),
  )
  const after = fewestPages(OFFERS.map(most => [planChapter(report, write, most), closingChapter(report, write)]))
  const around = { before: before.map(fitted), after: after.map(fitted) }
  const room = MOST_PAGES - paginate([...around.before, ...around.after]).length
  let middle = report.holdings
    .filter(h => h.page && funds.has(h.code))
    .toSorted((a, b) => (b.share.value ?? 0) - (a.share.value ?? 0))
    .slice(0, Math.max(1, room))
    .flatMap(line => {
      const fund = funds.get(line.code)
      return fund === undefined ? [] : [fitted(fundPage(report, line, fund, createWriter(setup, fund.reasons)))]
    })
  let pages = paginate([...around.before, ...middle, ...around.after])
  while (pages.length > MOST_PAGES && middle.length > 1) {
    middle = middle.slice(0, -1)
    pages = paginate([...around.before, ...middle, ...around.after])
  }
  return reportDocument(setup, {
    title: write.say('common.accountDiagnosis'),
    subject: [clientName(report, write), `${write.say('account.client')} ${maskTail(report.who.clientId)}`],
    asOf: report.asOf,
    pages,
    statements: write.statements(),
  })
}
