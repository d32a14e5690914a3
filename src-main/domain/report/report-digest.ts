import type { AccountReport } from '../../model/report/account-report.ts'
import type { Figure } from '../../model/report/figure.ts'
import type { ReportDigest } from '../../model/report-content.ts'
import type { BiText } from '../../model/text.ts'

const bi = (zh: string, en: string): BiText => ({ zh, en })

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
export const accountDigest = (report: AccountReport): ReportDigest => {
  const { keyFigures: k, suitability, allocation, summary } = report
  const long = k.longPeriod === 'threeYears' ? bi('近三年', '3 years') : bi('成立以来', 'since start')
  return {
    figures: [
      figure('totalAssets', bi('总资产', 'Total assets'), k.totalAssets),
      figure('twrOneYear', bi('近一年 时间加权', 'Time-weighted, 1 year'), k.twrOneYear),
      figure('twrLong', bi(`${long.zh} 时间加权`, `Time-weighted, ${long.en}`), k.twrThreeYears),
      figure('xirr', bi(`${long.zh} XIRR`, `XIRR, ${long.en}`), k.xirrThreeYears),
      figure('behaviourGap', bi('行为差', 'Behaviour gap'), k.behaviourGap),
      figure('maxDrawdown', bi(`${long.zh} 最大回撤`, `Largest drawdown, ${long.en}`), k.maxDrawdownThreeYears),
      figure('volatility', bi('波动率（今日权重）', "Volatility on today's weights"), k.volatilityToday),
      figure('effective', bi('有效持仓', 'Effective holdings'), k.effectiveHoldings),
      figure('weightedGrade', bi('加权风险等级', 'Weighted risk grade'), suitability.weightedGrade),
      figure('shareAbove', bi('高于 C 级的占比', 'Share above the level'), suitability.shareAbove),
      ...allocation.rows.map(row => figure(`class-${row.assetClass}`, bi(row.assetClass, row.assetClass), row.share)),
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
