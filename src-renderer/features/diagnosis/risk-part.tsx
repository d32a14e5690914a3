import type { ReactNode } from 'react'
import type { AccountReport } from '../../../src-main/model/report/account-report.ts'
import type { StressRow } from '../../../src-main/model/report/account/risk.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { FigureTable } from '../../ui/figure-table.tsx'
import { useFormat } from '../../ui/format.ts'

const shares = ['volatility', 'maxDrawdown', 'valueAtRisk95', 'conditionalValueAtRisk95'] as const

/** Now above, after the actions below; a gain has no bar. */
const TwoBars = ({ row, most }: { readonly row: StressRow; readonly most: number }): ReactNode => {
  const length = (value: number | null): number => (Math.max(0, -(value ?? 0)) / most) * 100
  return (
    <svg className="stretch" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
      <rect width={length(row.now.value)} height="4" y="3" fill="var(--ink3)" />
      <rect width={length(row.after.value)} height="4" y="8" fill="var(--accent)" />
    </svg>
  )
}

/** B5: today's weights and the true history side by side, every stress window and factor shock in yuan. */
export const RiskPart = ({ report }: { readonly report: AccountReport }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const { today, history, stress, shocks, worst, pack } = report.risk
  const sides = [today, history]
  const most = Math.max(1, ...stress.flatMap(s => [-(s.now.value ?? 0), -(s.after.value ?? 0)]))
  const percent = (value: number | null): string | undefined =>
    value === null ? undefined : f.share(Math.abs(value), 2)
  const windowOf = (side: typeof today): string => (side.window ? `${side.window.from} – ${side.window.to}` : '—')
  const stressTable = (id: 'stress' | 'shocks', rows: readonly StressRow[]): ReactNode => (
    <FigureTable
      wide={id === 'stress'}
      title={t(`accountRisk.${id}`)}
      note={t('accountRisk.stressHow', { pack })}
      empty={t('accountRisk.none')}
      narrow
      widths={id === 'stress' ? [190, 'rest', 100, 100, 100, 100] : [88, 80, 88, 80]}
      heads={[
        t('accountRisk.case'),
        ...(id === 'stress'
          ? [{ text: t('stress.window'), left: true } as const, { text: '', left: true } as const]
          : []),
        t('accountRisk.nowWan'),
        t('accountRisk.nowShare'),
        t('accountRisk.afterWan'),
        t('accountRisk.afterShare'),
      ]}
      rows={rows.map(row => ({
        id: row.id,
        label: say(row.name),
        cells: [
          ...(id === 'stress'
            ? [row.window ? `${row.window.from} – ${row.window.to}` : '—', <TwoBars key="b" row={row} most={most} />]
            : []),
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
        title={t('accountRisk.title')}
        note={t('accountRisk.how')}
        widths={[180, 180]}
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
      {stressTable('shocks', shocks)}
      {stressTable('stress', ordered)}
    </>
  )
}
