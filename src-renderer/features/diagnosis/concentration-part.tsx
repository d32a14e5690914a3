import type { ReactNode } from 'react'
import type { AccountReport } from '../../../src-main/model/report/account-report.ts'
import type { ConcentrationRow } from '../../../src-main/model/report/account/concentration.ts'
import { useT } from '../../i18n/i18n.ts'
import { Bar, FigureTable } from '../../ui/figure-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { ProductName } from '../../ui/marks.tsx'
import { PairMatrix } from './pair-matrix.tsx'

const cuts = ['products', 'managers', 'sectors', 'stocks'] as const
const figures = ['hhi', 'effectiveHoldings', 'diversificationRatio'] as const
const LINES = 12
const BAR = 84

const most = (rows: readonly ConcentrationRow[]): number => Math.max(0.001, ...rows.map(r => r.share.value ?? 0))

/** B4: by product, manager, sector and stock; overlap, correlation, and where the risk comes from. */
export const ConcentrationPart = ({ report }: { readonly report: AccountReport }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { concentration: c } = report
  const percent = ({ value }: ConcentrationRow['share']): string | undefined =>
    value === null ? undefined : f.ratio(value * 100, 1)
  const risk = c.riskContributions
    .toSorted((a, b) => (b.contribution.value ?? -1) - (a.contribution.value ?? -1))
    .slice(0, LINES)
  const top = Math.max(0.001, ...risk.flatMap(r => [r.share.value ?? 0, r.contribution.value ?? 0]))
  return (
    <>
      <FigureTable
        wide
        title={t('concentration.whole')}
        widths={figures.map(() => 184)}
        heads={[t('concentration.account'), ...figures.map(id => t(`concentration.${id}`))]}
        rows={[
          {
            id: 'account',
            label: t('lines.count', { count: c.products.length }),
            cells: figures.map(id => ({
              figure: c[id],
              text: c[id].value === null ? undefined : f.ratio(c[id].value, id === 'hhi' ? 3 : 2),
            })),
          },
        ]}
      />
      <FigureTable
        wide
        title={t('concentration.risk')}
        note={t('concentration.riskHow')}
        empty={t('diag.noHistory')}
        widths={['rest', 72, 'rest', 84]}
        heads={[
          t('holdings.product'),
          { text: '', left: true },
          t('holdings.share'),
          { text: ' ', left: true },
          t('lines.contribution'),
        ]}
        rows={risk.map(row => ({
          id: row.code,
          label: <ProductName name={row.name} code={row.code} />,
          cells: [
            <Bar key="s" part={row.share.value} most={top} />,
            { figure: row.share, text: percent(row.share) },
            <Bar key="r" part={row.contribution.value} most={top} />,
            { figure: row.contribution, text: percent(row.contribution) },
          ],
        }))}
      />
      {cuts.map(cut => (
        <FigureTable
          key={cut}
          title={t(`concentration.${cut}`)}
          note={t(`concentration.${cut}How`)}
          empty={t('concentration.nothing')}
          widths={[BAR + 16, 96, 68, 60]}
          heads={[
            t(`concentration.${cut}Name`),
            { text: '', left: true },
            t('concentration.value'),
            t('holdings.share'),
            t('concentration.through'),
          ]}
          rows={c[cut].slice(0, LINES).map(row => ({
            id: row.key,
            label:
              cut === 'products' || cut === 'stocks' ? (
                <ProductName name={row.name} code={row.key} />
              ) : cut === 'sectors' ? (
                f.word(row.name)
              ) : (
                row.name
              ),
            cells: [
              <Bar key="b" part={row.share.value} most={most(c[cut])} width={BAR} />,
              { figure: row.value, text: f.wan(row.value.value) },
              { figure: row.share, text: percent(row.share) },
              <span key="t" title={row.through.join(' ')}>
                {f.int(row.through.length)}
              </span>,
            ],
          }))}
        />
      ))}
      <PairMatrix
        title={t('pairs.correlation')}
        table={c.correlation}
        highest={c.highestCorrelation}
        unit="number"
        empty={t('pairs.noCorrelation')}
      />
      <PairMatrix
        title={t('pairs.overlap')}
        table={c.overlap}
        highest={c.highestOverlap}
        unit="ratio"
        empty={t('pairs.noOverlap')}
      />
    </>
  )
}
