import type { ReactNode } from 'react'
import type { AccountPerformance } from '../../../src-main/model/report/account/performance.ts'
import { useT } from '../../i18n/i18n.ts'
import { Bar, FigureTable } from '../../ui/figure-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { ProductName } from '../../ui/marks.tsx'

/** What every product brought, held now or before; the rows add up to the total. */
export const Contributions = ({ performance }: { readonly performance: AccountPerformance }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { contributions, contributionTotal, contributionWindow } = performance
  const most = Math.max(1e-6, ...contributions.map(row => Math.abs(row.contribution.value ?? 0)))
  return (
    <FigureTable
      wide
      title={t('accountPerf.contributions')}
      note={contributionWindow ? t('accountPerf.contributionsHow', contributionWindow) : t('diag.noHistory')}
      empty={t('accountPerf.noContributions')}
      widths={['rest', 80, 120, 120]}
      heads={[
        t('holdings.product'),
        { text: '', left: true },
        { text: t('accountPerf.state'), left: true },
        t('holdings.profit'),
        t('accountPerf.contribution'),
      ]}
      rows={
        contributions.length === 0
          ? []
          : [
              ...contributions.map(row => ({
                id: row.code,
                label: <ProductName name={row.name} code={row.code} />,
                cells: [
                  <Bar key="b" part={row.contribution.value} most={most} />,
                  t(row.held ? 'accountPerf.held' : 'accountPerf.sold'),
                  { figure: row.profit, text: f.wanSigned(row.profit.value), signed: true },
                  { figure: row.contribution, text: f.points(row.contribution.value), signed: true },
                ],
              })),
              {
                id: 'total',
                className: 'tot',
                label: t('common.total'),
                cells: [
                  '',
                  '',
                  { figure: contributionTotal.profit, text: f.wanSigned(contributionTotal.profit.value), signed: true },
                  {
                    figure: contributionTotal.contribution,
                    text: f.points(contributionTotal.contribution.value),
                    signed: true,
                  },
                ],
              },
            ]
      }
    />
  )
}
