import type { RankedMetricInfo } from '../../contract/funds.ts'
import { unitOf } from '../../domain/diagnosis/fund/metric-figure.ts'
import { RANKED } from '../../domain/diagnosis/universe/ranked-metrics.ts'
import { METRIC_KEYS } from '../../model/calc/metric-keys.ts'
import { RankedId } from '../../model/fund-screen.ts'
import type { Rules } from '../rules/rules.ts'

/** Every metric that can be screened, with the texts of the definitions in force. */
export const rankedMetrics = (rules: Rules): RankedMetricInfo[] => {
  const texts = rules.fund.definitions.definitions
  return RANKED.flatMap(({ id, better }) => {
    const metric = RankedId.parse(id)
    const text = texts[id]
    if (text === undefined) return []
    const key = METRIC_KEYS.find(each => each === metric)
    const unit = key === undefined ? (metric.endsWith('Alpha') ? 'return' : 'number') : unitOf(key)
    return [{ id: metric, name: text.name, formula: text.formula, unit, better }]
  })
}
