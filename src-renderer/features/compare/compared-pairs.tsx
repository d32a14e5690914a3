import type { ReactNode } from 'react'
import type { FundComparison } from '../../../src-main/contract/funds.ts'
import { useT } from '../../i18n/i18n.ts'
import { FigureTable } from '../../ui/figure-table.tsx'
import { useFormat } from '../../ui/format.ts'

/** How the funds move together, and what they hold in common. */
export const ComparedPairs = ({ comparison }: { readonly comparison: FundComparison }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { reports, correlation, overlap, commonDays } = comparison
  const table = (
    title: string,
    note: string,
    values: FundComparison['overlap'],
    print: (value: number | null) => string,
  ): ReactNode => (
    <FigureTable
      title={title}
      note={note}
      widths={reports.map(() => 56)}
      heads={[t('funds.name'), ...reports.map((_, i) => String(i + 1))]}
      rows={reports.map((report, a) => ({
        id: report.profile.code,
        label: `${a + 1} ${report.profile.name}`,
        cells: reports.map((_, b) => (b > a ? '' : a === b ? '—' : print(values[a]?.[b] ?? null))),
      }))}
    />
  )
  return (
    <>
      {table(t('pairs.correlation'), t('comparing.correlationHow', { n: f.int(commonDays) }), correlation, v =>
        f.ratio(v, 2),
      )}
      {table(t('pairs.overlap'), t('comparing.overlapHow'), overlap, v => (v === null ? '—' : f.ratio(v * 100, 1)))}
    </>
  )
}
