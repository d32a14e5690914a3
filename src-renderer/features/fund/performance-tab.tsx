import type { ReactNode } from 'react'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { FigureTable } from '../../ui/figure-table.tsx'

export const PerformanceTab = ({ report }: { readonly report: FundReport }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const { performance, risk, definitions } = report
  const metrics = [...new Set(risk.columns.flatMap(c => Object.keys(c.figures)))]
  const nameOf = (key: string): string => {
    const id = risk.columns.map(c => c.figures[key]?.card?.definition).find(Boolean)
    const definition = id ? definitions[id] : undefined
    return definition ? say(definition.name) : key
  }
  return (
    <div className="fpage" role="region" aria-label={t('fundTab.performance')} tabIndex={0}>
      <FigureTable
        title={t('years.title')}
        heads={[
          t('years.year'),
          t('fund.this'),
          t('fund.benchmarkFull'),
          t('fund.excess'),
          t('fund.maxDrawdown'),
          t('fund.rank'),
        ]}
        rows={performance.years.map(y => ({
          id: String(y.year),
          label: y.whole ? String(y.year) : t('years.part', { year: y.year }),
          cells: [
            { figure: y.fund, signed: true },
            { figure: y.benchmark, signed: true },
            { figure: y.excess, signed: true },
            {
              figure: y.maxDrawdown,
              text: f.share(y.maxDrawdown.value === null ? null : Math.abs(y.maxDrawdown.value), 2),
            },
            {
              figure: y.rank,
              text: y.rank.value === null ? undefined : `${f.int(y.rank.value)} / ${f.int(y.peers.value)}`,
            },
          ],
        }))}
      />
      <FigureTable
        title={t('hold.title')}
        note={t('hold.note')}
        heads={[
          t('hold.period'),
          t('hold.starts'),
          t('hold.worst'),
          t('hold.p5'),
          t('hold.median'),
          t('hold.p95'),
          t('hold.best'),
          t('hold.positive'),
        ]}
        rows={performance.hold.map(h => ({
          id: h.id,
          label: t(`holdPeriod.${h.id}`),
          cells: [
            { figure: h.starts },
            { figure: h.worst, signed: true },
            { figure: h.p5, signed: true },
            { figure: h.median, signed: true },
            { figure: h.p95, signed: true },
            { figure: h.best, signed: true },
            { figure: h.positive },
          ],
        }))}
      />
      <FigureTable
        title={t('riskTable.title')}
        heads={[t('riskTable.metric'), ...risk.columns.map(c => t(`period.${c.id}`))]}
        rows={metrics.map(key => ({
          id: key,
          label: nameOf(key),
          cells: risk.columns.map(c => {
            const figure = c.figures[key]
            return figure ? { figure } : '—'
          }),
        }))}
      />
    </div>
  )
}
