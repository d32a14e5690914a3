import type { ReactNode } from 'react'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { definitionOf } from '../../ui/definition-of.ts'
import { useFormat } from '../../ui/format.ts'
import { HoldRange } from './hold-range.tsx'
import { usePeriodName } from './period-name.ts'
import { OverTime } from './over-time.tsx'
import { FigureTable } from '../../ui/figure-table.tsx'
import { Sheet } from '../../ui/sheet.tsx'

export const PerformanceTab = ({ report }: { readonly report: FundReport }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const { performance, risk } = report
  const periodName = usePeriodName(report)
  const metrics = [...new Set(risk.columns.flatMap(c => Object.keys(c.figures)))]
  const nameOf = (key: string): string => {
    const card = risk.columns.map(c => c.figures[key]?.card).find(Boolean) ?? null
    const definition = definitionOf(report, card)
    return definition ? say(definition.name) : key
  }
  const most = Math.max(0.01, ...performance.hold.flatMap(h => [h.worst.value ?? 0, h.best.value ?? 0].map(Math.abs)))
  return (
    <Sheet label={t('fundTab.performance')}>
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
        title={t('winRates.title')}
        note={t('winRates.how')}
        heads={[t('riskTable.metric'), t('style2.value')]}
        widths={[120]}
        rows={(['winRate', 'winRateAgainstBenchmark'] as const).map(id => ({
          id,
          label: t(`winRates.${id}`),
          cells: [{ figure: performance[id] }],
        }))}
      >
        <OverTime report={report} />
      </FigureTable>
      <FigureTable
        title={t('hold.title')}
        note={report.conventions.start?.kind === 'data' ? t('hold.noteData') : t('hold.note')}
        wide
        narrow
        widths={['rest', 88, 88, 88, 88, 88, 88, 88]}
        heads={[
          t('hold.period'),
          { text: '', left: true },
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
            <HoldRange key="r" hold={h} most={most} />,
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
        wide
        title={t('riskTable.title')}
        heads={[t('riskTable.metric'), ...risk.columns.map(c => periodName(c.id))]}
        rows={metrics.map(key => ({
          id: key,
          label: nameOf(key),
          cells: risk.columns.map(c => {
            const figure = c.figures[key]
            const text = figure?.unit === 'ratio' && figure.value !== null ? f.share(figure.value, 2) : undefined
            return figure ? { figure, text } : '—'
          }),
        }))}
      />
    </Sheet>
  )
}
