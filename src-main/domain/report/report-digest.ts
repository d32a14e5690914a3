import type { AccountReport } from '../../model/report/account-report.ts'
import type { Figure } from '../../model/report/figure.ts'
import type { ReportDigest } from '../../model/report-content.ts'
import type { ReportPack } from '../../model/report-pack.ts'
import type { BiText } from '../../model/text.ts'
import { sayOf } from './blocks/say.ts'

const figure = (id: string, name: BiText, { unit, value }: Figure): ReportDigest['figures'][number] => ({
  id,
  name,
  unit,
  value,
})

/**
 * What two versions of an account report are compared by: key figures in the units of the report, shares of the assets
 * by product, findings and actions. Values are those that the report prints; missing ones stay null.
 */
export const accountDigest = (report: AccountReport, pack: ReportPack): ReportDigest => {
  const [zh, en] = [sayOf({ locale: 'zh-CN', pack }), sayOf({ locale: 'en', pack })]
  const { keyFigures: k, suitability, allocation, summary } = report
  const period = `digest.${k.longPeriod === 'threeYears' ? 'longThreeYears' : 'longSinceStart'}`
  const long = { zh: zh(period), en: en(period) }
  const named = (id: string, value: Figure): ReportDigest['figures'][number] =>
    figure(id, { zh: zh(`digest.${id}`, { long: long.zh }), en: en(`digest.${id}`, { long: long.en }) }, value)
  return {
    figures: [
      named('totalAssets', k.totalAssets),
      named('twrOneYear', k.twrOneYear),
      named('twrLong', k.twrThreeYears),
      named('xirr', k.xirrThreeYears),
      named('behaviourGap', k.behaviourGap),
      named('maxDrawdown', k.maxDrawdownThreeYears),
      named('volatility', k.volatilityToday),
      named('effective', k.effectiveHoldings),
      named('weightedGrade', suitability.weightedGrade),
      named('shareAbove', suitability.shareAbove),
      ...allocation.rows.map(row =>
        figure(`class-${row.assetClass}`, { zh: row.assetClass, en: row.assetClass }, row.share),
      ),
    ],
    holdings: report.holdings.map(line => ({
      code: line.code,
      name: line.name,
      value: line.value.value,
      share: line.share.value,
      verdict: line.verdict?.verdict ?? null,
      conclusion: line.conclusion,
    })),
    findings: summary.findings.map(each => each.title),
    actions: summary.actions.map(each => each.title),
  }
}
