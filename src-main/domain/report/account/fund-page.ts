import { formatShare } from '../../../model/format/share.ts'
import type { AccountReport } from '../../../model/report/account-report.ts'
import type { HoldingLine } from '../../../model/report/account/holding-line.ts'
import type { FundReport } from '../../../model/report/fund-report.ts'
import { el, joined } from '../markup/markup.ts'
import { PT, type Block, type Chapter } from '../blocks/block.ts'
import { conclusionName, verdictName } from '../blocks/names.ts'
import { verdictWord } from '../blocks/verdict.ts'
import { missingNote, toneOf, type Writer } from '../blocks/writer.ts'
import { fundOverview, fundTitle, profileStrip, rankNote } from '../fund/fund-overview.ts'
import { comparison } from './verdict-tables.ts'

const mineStrip = (line: HoldingLine, write: Writer): Block => {
  const cells: readonly (readonly [string, string, string])[] = [
    [write.say('accountFund.youHold'), write.money(line.value.value), ''],
    [write.say('accountFund.ofAssets'), formatShare(line.share.value), ''],
    [write.say('accountFund.ofRisk'), formatShare(line.riskContribution.value), ''],
    [write.say('common.openProfit'), write.money(line.openProfit.value, true), toneOf(line.openProfit.value, 1e-6)],
    [
      write.say('accountFund.conclusion'),
      line.conclusion === null ? '—' : conclusionName(write, line.conclusion),
      line.conclusion === 'replaceable' ? 'warn' : '',
    ],
  ]
  return {
    body: el`<dl class="mine">${joined(
      cells.map(([k, v, tone]) => el`<div><dt>${k}</dt><dd class="${tone}">${v}</dd></div>`),
    )}</dl>`,
    height: 2.6 + 23 * PT,
    near: true,
    keep: true,
  }
}

/** One page of a fund that is above 10 % of the account or flagged. */
export const fundPage = (report: AccountReport, line: HoldingLine, fund: FundReport, write: Writer): Chapter => {
  const right =
    line.verdict === null
      ? null
      : el`${verdictWord(line.verdict.verdict, verdictName(write, line.verdict.verdict))}<span class="i2">${comparison(line.verdict, line.riskGrade, report.suitability.riskCapacity, write)}</span>`
  return {
    blocks: [
      fundTitle(fund.profile.name, fund.profile.code, right),
      profileStrip(fund, write),
      mineStrip(line, write),
      ...fundOverview(fund, write),
    ],
    notes: [
      rankNote(fund, write),
      ...missingNote(
        write,
        fund.performance.periods.flatMap(p => [p.fund, p.rank]),
      ),
    ],
  }
}
