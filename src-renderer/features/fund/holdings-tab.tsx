import type { ReactNode } from 'react'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { Bar, FigureTable } from '../../ui/figure-table.tsx'
import { ProductName } from '../../ui/marks.tsx'
import { StackedParts } from './stacked-parts.tsx'

const kinds = ['equity', 'bond', 'fund', 'cash'] as const
const BAR = 120

export const HoldingsTab = ({ report }: { readonly report: FundReport }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const h = report.holdings
  const note = h.date ? t('fundHoldings.disclosed', { date: h.date }) : t('fundHoldings.none')
  const top = Math.max(0.001, ...h.topTen.map(p => p.weight))
  const parts = [...h.sectors, ...h.credits]
  const most = Math.max(0.001, ...parts.map(p => p.weight))
  return (
    <div className="fpage" role="region" aria-label={t('fundTab.holdings')} tabIndex={0}>
      <FigureTable
        title={t('fundHoldings.topTen')}
        note={note}
        empty={t('fundHoldings.none')}
        widths={[96, BAR + 16, 72, 80]}
        heads={[
          t('fundHoldings.name'),
          { text: t('fundHoldings.sector'), left: true },
          { text: '', left: true },
          t('fundHoldings.weight'),
          t('fundHoldings.change'),
        ]}
        rows={h.topTen.map(p => ({
          id: p.code,
          label: <ProductName name={p.name} code={p.code} />,
          cells: [
            p.sector ?? p.credit ?? '—',
            <Bar key="b" part={p.weight} most={top} width={BAR} />,
            f.share(p.weight, 2),
            p.change === null ? t('fundHoldings.new') : f.points(p.change),
          ],
        }))}
      />
      <section className="fsec">
        <h2>
          {t('fundHoldings.allocation')}
          <small>{h.allocation.at(-1)?.date}</small>
        </h2>
        {h.allocation.length > 1 ? (
          <StackedParts
            label={t('fundHoldings.allocation')}
            rest={t('fundAsset.other')}
            dates={h.allocation.map(a => a.date)}
            lines={kinds.map(k => ({ id: k, name: t(`fundAsset.${k}`), values: h.allocation.map(a => a[k]) }))}
          />
        ) : (
          <p className="i2">{t('fundHoldings.none')}</p>
        )}
      </section>
      <FigureTable
        title={t('fundHoldings.sectors')}
        note={h.sectorsDate}
        empty={t('fundHoldings.none')}
        widths={[BAR + 16, 80]}
        heads={[t('fundHoldings.sector'), { text: '', left: true }, t('fundHoldings.weight')]}
        rows={parts.map(s => ({
          id: s.name,
          label: s.name,
          cells: [<Bar key="b" part={s.weight} most={most} width={BAR} />, f.share(s.weight, 1)],
        }))}
      />
      <FigureTable
        title={t('fundHoldings.shape')}
        widths={[120]}
        heads={[t('riskTable.metric'), t('style2.value')]}
        rows={(['topTenShare', 'effectiveNumber', 'duration', 'turnover', 'institutional'] as const).map(id => ({
          id,
          label: t(`fundHoldings.${id}`),
          cells: [{ figure: h[id] }],
        }))}
      />
      <FigureTable
        title={t('fundHoldings.holders')}
        empty={t('fundHoldings.noHolders')}
        widths={[120, 120]}
        heads={[t('fundHoldings.reportDate'), t('fundHoldings.institutional'), t('fundHoldings.individual')]}
        rows={h.holders.toReversed().map(x => ({
          id: x.date,
          label: x.date,
          cells: [f.share(x.institutional), f.share(x.individual)],
        }))}
      />
    </div>
  )
}
