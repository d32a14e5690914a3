import type { ReactNode } from 'react'
import type { FundPeriod } from '../../../src-main/model/report/fund/performance.ts'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import type { Figure } from '../../../src-main/model/report/figure.ts'
import { useT } from '../../i18n/i18n.ts'
import { Fig } from '../../ui/fig.tsx'
import { useFormat } from '../../ui/format.ts'
import { usePeriodName } from './period-name.ts'
import { Quartile } from './quartile.tsx'

type Row = {
  readonly id: string
  readonly pick: (p: FundPeriod) => Figure
  readonly as: 'return' | 'plain' | 'size' | 'ratio'
  readonly strong?: boolean
  readonly quiet?: boolean
}

const above: readonly Row[] = [
  { id: 'this', pick: p => p.fund, as: 'return', strong: true },
  { id: 'benchmarkFull', pick: p => p.benchmark, as: 'return' },
  { id: 'excess', pick: p => p.excess, as: 'return' },
  { id: 'medianFull', pick: p => p.peerMedian, as: 'plain', quiet: true },
]
const below: readonly Row[] = [
  { id: 'volatility', pick: p => p.volatility, as: 'size' },
  { id: 'maxDrawdown', pick: p => p.maxDrawdown, as: 'size' },
  { id: 'sharpe', pick: p => p.sharpe, as: 'ratio' },
  { id: 'informationRatio', pick: p => p.informationRatio, as: 'ratio' },
]

const Line = ({ row, periods }: { readonly row: Row; readonly periods: readonly FundPeriod[] }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const text = (figure: Figure): string | undefined => {
    if (figure.value === null) return undefined
    if (row.as === 'ratio') return f.ratio(figure.value)
    return row.as === 'size' ? f.ratio(Math.abs(figure.value) * 100) : f.points(figure.value)
  }
  return (
    <tr>
      <td className={row.strong ? 's' : ''}>{t(`fund.${row.id}`)}</td>
      {periods.map(p => (
        <td key={p.id} className={`r${row.strong ? ' s' : ''}${row.quiet ? ' i2' : ''}`}>
          <Fig
            figure={row.pick(p)}
            text={text(row.pick(p))}
            signed={row.as === 'return'}
            className={row.strong ? 's' : ''}
          />
        </td>
      ))}
    </tr>
  )
}

/** Return and risk of the same windows, side by side. */
export const PeriodTable = ({ report }: { readonly report: FundReport }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { periods } = report.performance
  const periodName = usePeriodName(report)
  const { start } = report.conventions
  const how = `${t('fund.periodTableHow', { date: report.asOf })}${start?.kind === 'data' ? t('fund.dataSince', { date: start.on }) : ''}`
  return (
    <section className="fsec">
      <h2>
        {t('fund.periodTable')}
        <small title={how}>{how}</small>
        <small className="rt">
          {t('fund.askFigure')} <kbd>I</kbd>
        </small>
      </h2>
      <table className="pt">
        <colgroup>
          <col style={{ width: f.locale === 'en' ? 104 : 80 }} />
        </colgroup>
        <thead>
          <tr>
            <th>%</th>
            {periods.map(p => (
              <th key={p.id} className="r">
                {periodName(p.id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above.map(row => (
            <Line key={row.id} row={row} periods={periods} />
          ))}
          <tr>
            <td>{t('fund.rank')}</td>
            {periods.map(p => (
              <td key={p.id} className="r">
                <Fig figure={p.rank} className="s" />
                {p.rank.value !== null && <span className="i3"> / {f.int(p.peers.value)}</span>}
              </td>
            ))}
          </tr>
          <tr className="g">
            <td>{t('fund.quartile')}</td>
            {periods.map(p => (
              <td key={p.id} className="r">
                <Quartile figure={p.quartile} />
              </td>
            ))}
          </tr>
          {below.map(row => (
            <Line key={row.id} row={row} periods={periods} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
