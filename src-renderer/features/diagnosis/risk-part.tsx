import type { ReactNode } from 'react'
import type { AccountReport } from '../../../src-main/model/report/account-report.ts'
import type { StressRow } from '../../../src-main/model/report/account/risk.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { FigureTable } from '../../ui/figure-table.tsx'
import { useFormat } from '../../ui/format.ts'

const shares = ['volatility', 'maxDrawdown', 'valueAtRisk95', 'conditionalValueAtRisk95'] as const

/** B5: today's weights and the true history side by side, every stress window and factor shock in yuan. */
export const RiskPart = ({ report }: { readonly report: AccountReport }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const { today, history, stress, shocks, worst, pack } = report.risk
  const sides = [today, history]
  const percent = (value: number | null): string | undefined =>
    value === null ? undefined : f.share(Math.abs(value), 2)
  const windowOf = (side: typeof today): string => (side.window ? `${side.window.from} – ${side.window.to}` : '—')
  const stressTable = (id: 'stress' | 'shocks', rows: readonly StressRow[]): ReactNode => (
    <FigureTable
      wide
      title={t(`accountRisk.${id}`)}
      note={t('accountRisk.stressHow', { pack })}
      empty={t('accountRisk.none')}
      widths={[190, 100, 80, 100, 80]}
      heads={[
        t('accountRisk.case'),
        { text: t('stress.window'), left: true },
        t('accountRisk.nowWan'),
        t('accountRisk.nowShare'),
        t('accountRisk.afterWan'),
        t('accountRisk.afterShare'),
      ]}
      rows={rows.map(row => ({
        id: row.id,
        label: say(row.name),
        cells: [
          row.window ? `${row.window.from} – ${row.window.to}` : t('accountRisk.shock'),
          { figure: row.now, text: f.wanSigned(row.now.value), signed: true },
          { figure: row.nowShare, text: f.points(row.nowShare.value) },
          { figure: row.after, text: f.wanSigned(row.after.value), signed: true },
          { figure: row.afterShare, text: f.points(row.afterShare.value) },
        ],
      }))}
    />
  )
  const ordered = [
    ...worst.flatMap(id => stress.find(s => s.id === id) ?? []),
    ...stress.filter(s => !worst.includes(s.id)),
  ]
  return (
    <>
      <FigureTable
        wide
        title={t('accountRisk.title')}
        note={t('accountRisk.how')}
        widths={[220, 220]}
        heads={[t('riskTable.metric'), t('accountRisk.today'), t('accountRisk.history')]}
        rows={[
          { id: 'window', label: t('stress.window'), cells: sides.map(windowOf) },
          ...shares.map(id => ({
            id,
            label: t(`accountRisk.${id}`),
            cells: sides.map(side => ({ figure: side[id], text: percent(side[id].value) })),
          })),
          { id: 'beta', label: t('accountRisk.beta'), cells: sides.map(side => ({ figure: side.beta })) },
          {
            id: 'worstDay',
            label: t('accountRisk.worstDay'),
            cells: sides.map(side => ({ figure: side.worstDay, signed: true })),
          },
        ]}
      />
      {stressTable('stress', ordered)}
      {stressTable('shocks', shocks)}
    </>
  )
}
