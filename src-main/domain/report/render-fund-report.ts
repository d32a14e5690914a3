import type { FundReport } from '../../model/report/fund-report.ts'
import type { FinishedReport, ReportSetup } from '../../model/report/report-setup.ts'
import type { Chapter } from './blocks/block.ts'
import { definitionsBlock } from './blocks/definitions.ts'
import { reportDocument } from './blocks/document.ts'
import { fewestPages } from './blocks/fewest-pages.ts'
import { cutText } from './blocks/measure.ts'
import { paginate } from './blocks/paginate.ts'
import { titleBlock } from './blocks/text-blocks.ts'
import { createWriter, missingNote, type Writer } from './blocks/writer.ts'
import { fundOverview, fundTitle, profileStrip, rankNote } from './fund/fund-overview.ts'
import { fundHoldingsChapter } from './fund/inside-chapter.ts'
import { fundPeopleChapter } from './fund/people-chapter.ts'
import { fundRiskChapter } from './fund/risk-chapter.ts'
import { fundSourceChapter } from './fund/source-chapter.ts'

/**
 * Fund diagnosis as a finished document, A1 to A10 and the definitions used.
 * Client edition: periods without a benchmark or under six months, month figures and hold distributions are left out.
 * A missing part prints its reason.
 */
export const renderFundReport = (report: FundReport, setup: ReportSetup): FinishedReport => {
  const write = createWriter(setup, report.reasons)
  const [risk, source] = [fundRiskChapter(report, write), fundSourceChapter(report, write)]
  const [holdings, people] = [fundHoldingsChapter(report, write), fundPeopleChapter(report, write)]
  const appendix: Chapter = {
    blocks: [
      titleBlock(write.say('fund.appendix'), ''),
      { ...definitionsBlock(shownDefinitions(report, write), write), near: true },
    ],
    notes: setup.firm.notice === null ? [] : [setup.firm.notice],
  }
  // on a page of its own, unless a page is saved by beginning it before
  const ways = [appendix, { ...appendix, joins: 'split' as const }].flatMap(last => [
    [risk, source, holdings, people, last],
    [risk, source, people, holdings, last],
  ])
  const pages = paginate([
    {
      blocks: [
        fundTitle(report.profile.name, report.profile.code, null),
        profileStrip(report, write),
        ...fundOverview(report, write),
      ],
      notes: [
        rankNote(report, write),
        ...missingNote(
          write,
          report.performance.periods.flatMap(p => [p.fund, p.rank]),
        ),
      ],
    },
    ...fewestPages(ways),
  ])
  return reportDocument(setup, {
    title: write.say('fund.fundDiagnosis'),
    subject: [cutText(report.profile.name, 7.5, 58), report.profile.code],
    asOf: report.asOf,
    pages,
    statements: write.statements(),
  })
}

const fits = (id: string, rule: string): boolean =>
  rule.endsWith('*') ? id.startsWith(rule.slice(0, -1)) : id === rule

/** What stands in the internal edition only needs no definition in a client's. */
const shownDefinitions = ({ definitions }: FundReport, { internal, setup }: Writer): FundReport['definitions'] => {
  const inside = setup.pack.clientEdition.internalDefinitions
  return internal
    ? definitions
    : Object.fromEntries(Object.entries(definitions).filter(([id]) => !inside.some(rule => fits(id, rule))))
}
