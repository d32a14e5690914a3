import type { FundReport } from '../../model/report/fund-report.ts'
import type { FinishedReport, ReportSetup } from '../../model/report/report-setup.ts'
import { reportDocument } from './blocks/document.ts'
import { paginate } from './blocks/paginate.ts'
import { createWriter } from './blocks/writer.ts'
import { fundOverview, fundTitle, profileStrip, rankNote } from './fund/fund-overview.ts'

/**
 * Fund diagnosis as a finished document.
 * Client edition: periods without a benchmark or under six months, month figures and hold distributions are left out.
 */
export const renderFundReport = (report: FundReport, setup: ReportSetup): FinishedReport => {
  const write = createWriter(setup, report.reasons)
  const pages = paginate([
    {
      blocks: [
        fundTitle(report.profile.name, report.profile.code, null),
        profileStrip(report, write),
        ...fundOverview(report, write),
      ],
      notes: [rankNote(report, write)],
    },
  ])
  return reportDocument(setup, {
    title: write.say('基金诊断报告', 'Fund diagnosis'),
    subject: [report.profile.name, report.profile.code],
    asOf: report.asOf,
    pages,
    statements: write.statements(),
  })
}
