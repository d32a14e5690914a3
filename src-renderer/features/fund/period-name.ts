import type { PeriodId } from '../../../src-main/model/report/fund/performance.ts'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { useT } from '../../i18n/i18n.ts'

/** Names of periods: a fund whose NAV is known from a later day on has no figures since inception, only since its data. */
export const usePeriodName = (
  { conventions }: Pick<FundReport, 'conventions'>,
  kind: 'period' | 'periodShort' = 'period',
): ((id: PeriodId) => string) => {
  const t = useT()
  const data = conventions.start?.kind === 'data'
  return id => t(`${kind}.${id === 'sinceInception' && data ? 'sinceData' : id}`)
}
