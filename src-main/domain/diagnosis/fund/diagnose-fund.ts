import type { FundReport } from '../../../model/report/fund-report.ts'
import type { PeriodId } from '../../../model/report/fund/performance.ts'
import { attributionSection } from './attribution-section.ts'
import { collectFigures } from './collect-figures.ts'
import { conclusionSection } from './conclusion-section.ts'
import { feesSection } from './fees-section.ts'
import { dateOf } from './figure-kit.ts'
import { fundContext, type FundContext } from './fund-context.ts'
import type { FundInput } from './fund-input.ts'
import { holdingsSection } from './holdings-section.ts'
import { managerSection } from './manager-section.ts'
import { performanceSection } from './performance-section.ts'
import { profileSection } from './profile-section.ts'
import { riskSection } from './risk-section.ts'
import { scoreSection } from './score-section.ts'
import { styleSection } from './style-section.ts'
import { windowMetrics, type WindowMetrics } from './window-metrics.ts'
import { PERIODS, startOf, windowOf } from './windows.ts'

/**
 * The fund diagnosis A1 to A10 as a typed report: every figure with its card, every missing one with its reason. A fund
 * without benchmark, holdings, peers or with a few days of NAV still gives a whole report. Pure: same input, same report.
 */
export function diagnoseFund(input: FundInput): FundReport {
  const context = fundContext(input)
  const periods = new Map<PeriodId, WindowMetrics | null>(
    PERIODS.map(id => {
      const window = windowOf(context, id)
      return [id, window === null ? null : windowMetrics(context, window)]
    }),
  )
  const sections = {
    profile: profileSection(context),
    score: scoreSection(context, periods),
    performance: performanceSection(context, periods),
    risk: riskSection(context, periods),
    attribution: attributionSection(context, periods),
    style: styleSection(context),
    holdings: holdingsSection(context),
    manager: managerSection(context),
    fees: feesSection(context),
  }
  const figures = collectFigures(sections)
  return {
    kind: 'fund',
    asOf: dateOf(context.lastDay),
    date: input.date,
    conventions: conventionsOf(context),
    ...sections,
    conclusion: conclusionSection(context, figures),
    ...textsOf(context, figures),
  }
}

function conventionsOf(context: FundContext): FundReport['conventions'] {
  const { input, history } = context
  return {
    rf: input.riskFree,
    periodsPerYear: context.periodsPerYear,
    frequency: context.frequency,
    n: Math.max(0, history.days.length - 1),
    start: startOf(context),
    benchmark: context.benchmarkName,
    peerGroup: input.fund.peerGroup,
    definitions: input.definitions.version,
    conclusions: input.conclusions.version,
  }
}

/** Texts of the definitions and reasons this report uses, and no others. */
function textsOf(
  { input }: FundContext,
  figures: ReturnType<typeof collectFigures>,
): Pick<FundReport, 'definitions' | 'reasons'> {
  const definitions: Record<string, FundReport['definitions'][string]> = {}
  const reasons: Record<string, FundReport['reasons'][string]> = {}
  for (const figure of figures.values()) {
    const id = figure.card?.definition.split('@')[0] ?? ''
    const definition = input.definitions.definitions[id]
    if (definition !== undefined) definitions[id] = { ...definition, explanation: definition.explanation ?? null }
    const text = figure.reason === null ? undefined : input.definitions.reasons[figure.reason]
    if (figure.reason !== null && text !== undefined) reasons[figure.reason] = text
  }
  return { definitions, reasons }
}
