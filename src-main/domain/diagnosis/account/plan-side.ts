import type { PlanSide } from '../../../model/report/account/change-plan.ts'
import type { FigureUnit } from '../../../model/report/figure.ts'
import { metricsOf } from '../metrics/metrics-of.ts'
import type { AccountFacts } from './account-facts.ts'
import {
  annualCost,
  meanOverlap,
  mismatchPart,
  misplacedPart,
  totalOf,
  weightedGrade,
  type Exposure,
  type ExposureRisk,
} from './exposure.ts'
import type { FigureSource } from '../figure-maker.ts'
import { worstReplay } from './stress.ts'

/** One side of the change plan: the same figures for the account as it is and as it would be. */
export function planSide(
  facts: AccountFacts,
  side: 'before' | 'after',
  exposure: Exposure,
  risk: ExposureRisk,
): PlanSide {
  const { input } = facts
  const figure = (key: string, unit: FigureUnit, value: number | null, source: FigureSource) =>
    facts.maker.figure(`plan.${side}.${key}`, unit, value, source)
  const daily = { window: facts.window, frequency: 'daily', n: risk.returns.length, reason: 'no-history' } as const
  const snapshot = { frequency: 'snapshot' } as const
  const has = totalOf(exposure) > 0
  const cost = annualCost(exposure)
  const drawdown =
    risk.returns.length === 0
      ? null
      : metricsOf({ returns: risk.returns, periodsPerYear: facts.periodsPerYear }).maxDrawdown
  return {
    volatility: figure('volatility', 'ratio', risk.volatility, { definition: 'volatility-today', ...daily }),
    maxDrawdown: figure('maxDrawdown', 'ratio', drawdown, { definition: 'max-drawdown', ...daily }),
    worstStress: figure('worstStress', 'fen', has ? Math.round(worstReplay(exposure, input.packs.stress)) : null, {
      definition: 'stress-replay',
      ...snapshot,
      benchmark: input.packs.stress.version,
      reason: 'no-assets',
    }),
    annualCost: figure('annualCost', 'fen', cost === null ? null : Math.round(cost), {
      definition: 'product-costs',
      ...snapshot,
      reason: 'no-fee',
    }),
    overlap: figure('overlap', 'ratio', meanOverlap(exposure), {
      definition: 'mean-overlap',
      ...snapshot,
      reason: 'no-disclosure',
    }),
    mismatchShare: figure('mismatchShare', 'ratio', has ? mismatchPart(exposure) : null, {
      definition: 'verdict-share',
      ...snapshot,
      benchmark: input.suitability.pack,
      reason: 'no-assets',
    }),
    weightedGrade: figure('weightedGrade', 'number', weightedGrade(exposure), {
      definition: 'weighted-grade',
      ...snapshot,
      reason: 'no-grade',
    }),
    misplaced: figure(
      'misplaced',
      'ratio',
      input.target === null || !has ? null : misplacedPart(exposure, input.target.shares),
      {
        definition: 'misplaced',
        ...snapshot,
        benchmark: input.target?.pack ?? null,
        reason: 'no-target',
      },
    ),
  }
}
