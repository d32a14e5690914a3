import type { ReactNode } from 'react'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { FigureTable } from '../../ui/figure-table.tsx'

export const ManagerTab = ({ report }: { readonly report: FundReport }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { rows, others, changesInThreeYears } = report.manager
  return (
    <div className="fpage" role="region" aria-label={t('fundTab.manager')} tabIndex={0}>
      <FigureTable
        title={t('managers.title')}
        note={t('managers.changes', { n: f.int(changesInThreeYears.value) })}
        heads={[
          t('managers.name'),
          t('managers.window'),
          t('managers.days'),
          t('managers.return'),
          t('managers.annual'),
          t('fund.maxDrawdown'),
          t('fund.excess'),
          t('managers.percentile'),
        ]}
        rows={rows.map(m => ({
          id: m.name + m.from,
          label: m.name,
          cells: [
            `${m.from} – ${m.to ?? t('managers.today')}`,
            { figure: m.tenureDays },
            { figure: m.return, signed: true },
            { figure: m.annualReturn, signed: true },
            {
              figure: m.maxDrawdown,
              text: f.share(m.maxDrawdown.value === null ? null : Math.abs(m.maxDrawdown.value), 2),
            },
            { figure: m.excess, signed: true },
            { figure: m.percentile },
          ],
        }))}
      />
      <FigureTable
        title={t('managers.others')}
        empty={t('managers.noOthers')}
        heads={[t('funds.name'), t('funds.peerGroup'), t('managers.from'), t('managers.return')]}
        rows={others.map(o => ({
          id: o.code,
          label: `${o.name} ${o.code}`,
          cells: [o.peerGroup, o.from, { figure: o.return, signed: true }],
        }))}
      />
    </div>
  )
}
