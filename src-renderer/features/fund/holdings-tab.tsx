import type { ReactNode } from 'react'
import type { FundReport } from '../../../src-main/model/report/fund-report.ts'
import type { FundHoldingsSection } from '../../../src-main/model/report/fund/holdings.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { Bar, FigureTable } from '../../ui/figure-table.tsx'
import { ProductName } from '../../ui/marks.tsx'
import { StackedParts } from './stacked-parts.tsx'
import { Sheet } from '../../ui/sheet.tsx'

const kinds = ['equity', 'bond', 'fund', 'cash'] as const
const BAR = 120

/** Sectors of shares or ratings of bonds, the largest first. */
const Parts = ({
  kind,
  holdings,
}: {
  readonly kind: 'sectors' | 'credits'
  readonly holdings: FundHoldingsSection
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  const parts = holdings[kind]
  const most = Math.max(0.001, ...parts.map(p => p.weight.value ?? 0))
  return (
    <FigureTable
      title={t(`fundHoldings.${kind}`)}
      note={kind === 'sectors' ? holdings.sectorsDate : holdings.date}
      narrow={false}
      widths={['rest', 80]}
      heads={[
        t(`fundHoldings.${kind === 'sectors' ? 'ofSector' : 'credit'}`),
        { text: '', left: true },
        t('fundHoldings.weight'),
      ]}
      rows={parts.map(part => ({
        id: part.name,
        label: f.word(part.name),
        cells: [<Bar key="b" part={part.weight.value} most={most} />, { figure: part.weight }],
      }))}
    />
  )
}

export const HoldingsTab = ({ report }: { readonly report: FundReport }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const h = report.holdings
  const note = h.date ? t('fundHoldings.disclosed', { date: h.date }) : t('fundHoldings.none')
  const top = Math.max(0.001, ...h.topTen.map(p => p.weight.value ?? 0))
  return (
    <Sheet label={t('fundTab.holdings')} columns>
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
            f.word(p.sector ?? p.credit ?? '—'),
            <Bar key="b" part={p.weight.value} most={top} width={BAR} />,
            { figure: p.weight, text: f.share(p.weight.value, 2) },
            p.change.reason === 'newPosition'
              ? { figure: p.change, printed: t('fundHoldings.new') }
              : { figure: p.change, text: f.points(p.change.value) },
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
            lines={kinds.map(k => ({
              id: k,
              name: t(`fundAsset.${k}`),
              values: h.allocation.map(a => a[k]),
              figure: h.mix.find(part => part.kind === k)?.share,
            }))}
          />
        ) : (
          <p className="i2">{t('fundHoldings.none')}</p>
        )}
      </section>
      {h.sectors.length + h.credits.length === 0 ? (
        <FigureTable title={t('fundHoldings.sectors')} heads={[]} rows={[]} empty={t('fundHoldings.none')} />
      ) : (
        (['sectors', 'credits'] as const).map(
          kind => h[kind].length > 0 && <Parts key={kind} kind={kind} holdings={h} />,
        )
      )}
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
          cells: [{ figure: x.institutional }, { figure: x.individual }],
        }))}
      />
    </Sheet>
  )
}
