import type { ReactNode } from 'react'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { FigureTable } from '../../ui/figure-table.tsx'

const kinds = ['equity', 'bond', 'fund', 'cash', 'other'] as const

export const HoldingsTab = ({ report }: { readonly report: FundReport }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const h = report.holdings
  const latest = h.allocation.at(-1)
  const note = h.date ? t('fundHoldings.disclosed', { date: h.date }) : t('fundHoldings.none')
  return (
    <div className="fpage" role="region" aria-label={t('fundTab.holdings')} tabIndex={0}>
      <FigureTable
        title={t('fundHoldings.topTen')}
        note={note}
        empty={t('fundHoldings.none')}
        heads={[t('fundHoldings.name'), t('fundHoldings.sector'), t('fundHoldings.weight'), t('fundHoldings.change')]}
        rows={h.topTen.map(p => ({
          id: p.code,
          label: `${p.name} ${p.code}`,
          cells: [
            p.sector ?? p.credit ?? '—',
            f.share(p.weight, 2),
            p.change === null ? t('fundHoldings.new') : f.points(p.change),
          ],
        }))}
      />
      <FigureTable
        title={t('fundHoldings.allocation')}
        note={latest?.date}
        empty={t('fundHoldings.none')}
        heads={[t('alloc.class'), t('fundHoldings.weight')]}
        rows={latest ? kinds.map(k => ({ id: k, label: t(`fundAsset.${k}`), cells: [f.share(latest[k], 1)] })) : []}
      />
      <FigureTable
        title={t('fundHoldings.sectors')}
        note={h.sectorsDate}
        empty={t('fundHoldings.none')}
        heads={[t('fundHoldings.sector'), t('fundHoldings.weight')]}
        rows={[...h.sectors, ...h.credits].map(s => ({ id: s.name, label: s.name, cells: [f.share(s.weight, 1)] }))}
      />
      <FigureTable
        title={t('fundHoldings.shape')}
        heads={[t('riskTable.metric'), t('style2.value')]}
        rows={(['topTenShare', 'effectiveNumber', 'duration', 'turnover', 'institutional'] as const).map(id => ({
          id,
          label: t(`fundHoldings.${id}`),
          cells: [{ figure: h[id] }],
        }))}
      />
    </div>
  )
}
