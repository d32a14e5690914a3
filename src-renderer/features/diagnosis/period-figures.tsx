import type { ReactNode } from 'react'
import type { AccountPerformance, AccountPeriod } from '../../../src-main/model/report/account/performance.ts'
import { useT } from '../../i18n/i18n.ts'
import { FigureTable } from '../../ui/figure-table.tsx'
import { useFormat } from '../../ui/format.ts'

const signed = ['timeWeighted', 'timeWeightedAnnual', 'target', 'xirr', 'modifiedDietz'] as const
const money = ['gain', 'netFlow'] as const
const plain = ['volatility', 'targetVolatility', 'maxDrawdown', 'targetMaxDrawdown', 'sharpe'] as const

/** Return and risk of the same windows, the target beside them. */
export const PeriodFigures = ({ performance }: { readonly performance: AccountPerformance }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const periods = performance.periods
  const percent = (figure: AccountPeriod['volatility']): string | undefined =>
    figure.value === null || figure.unit === 'number' ? undefined : f.share(Math.abs(figure.value), 2)
  return (
    <FigureTable
      title={t('accountPerf.periods')}
      note={t('accountPerf.periodsHow')}
      widths={periods.map(() => 84)}
      heads={[t('riskTable.metric'), ...periods.map(p => t(`accountPeriod.${p.kind}`))]}
      rows={[
        ...signed.map(id => ({
          id,
          label: t(`accountPerf.${id}`),
          cells: periods.map(p => ({ figure: p[id], signed: true })),
        })),
        ...money.map(id => ({
          id,
          label: t(`accountPerf.${id}`),
          cells: periods.map(p => ({ figure: p[id], text: f.wanSigned(p[id].value), signed: id === 'gain' })),
        })),
        ...plain.map(id => ({
          id,
          label: t(`accountPerf.${id}`),
          cells: periods.map(p => ({ figure: p[id], text: percent(p[id]) })),
        })),
      ]}
    />
  )
}
