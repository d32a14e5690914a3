import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { Fig } from '../../ui/fig.tsx'
import { FigureTable } from '../../ui/figure-table.tsx'
import { ProductName } from '../../ui/marks.tsx'
import { Sheet } from '../../ui/sheet.tsx'

export const ManagerTab = ({ report }: { readonly report: FundReport }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const go = useNavigate()
  const { rows, others, changesInThreeYears } = report.manager
  return (
    <Sheet label={t('fundTab.manager')}>
      <FigureTable
        wide
        widths={[190, 'rest', 'rest', 'rest', 'rest', 'rest', 'rest']}
        title={t('managers.title')}
        note={
          <>
            {t('managers.changes')} <Fig figure={changesInThreeYears} />
          </>
        }
        heads={[
          t('managers.name'),
          { text: t('managers.window'), left: true },
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
        wide
        widths={[200, 110, 110]}
        title={t('managers.others')}
        empty={t('managers.noOthers')}
        heads={[
          t('funds.name'),
          { text: t('funds.peerGroup'), left: true },
          { text: t('managers.from'), left: true },
          t('managers.return'),
        ]}
        rows={others.map(o => ({
          id: o.code,
          label: <ProductName name={o.name} code={o.code} />,
          onOpen: () => void go(`/funds/${encodeURIComponent(o.code)}`),
          cells: [f.word(o.peerGroup), o.from, { figure: o.return, signed: true }],
        }))}
      />
    </Sheet>
  )
}
