import type { ColDef } from 'ag-grid-community'
import { useMemo } from 'react'
import type { ShelfRow } from '../../../src-main/contract/products.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { right } from '../../ui/right-column.ts'
import { verdictWidths } from '../../ui/verdict-widths.ts'

/** The bar of the verdicts as lengths for the stylesheet: cells of the grid are text and classes. */
const barStyle = (row: ShelfRow | undefined): Record<string, string> | null => {
  const widths = row ? verdictWidths(row) : null
  return widths && Object.fromEntries(Object.entries(widths).map(([part, px]) => [`--${part}`, `${px}px`]))
}

/** What a product is, what it costs, and for how many clients of the book it is a match. */
export const useShelfColumns = (): readonly ColDef<ShelfRow>[] => {
  const t = useT()
  const f = useFormat()
  return useMemo<readonly ColDef<ShelfRow>[]>(
    () => [
      { field: 'code', headerName: t('funds.code'), width: 82, cellClass: 'lead-cell i3', headerClass: 'lead-cell' },
      {
        field: 'name',
        headerName: t('shelf.product'),
        flex: 2,
        minWidth: 120,
        cellClass: 'name',
        valueFormatter: p => f.word(p.value ?? ''),
      },
      {
        field: 'kind',
        headerName: t('holdings.kind'),
        flex: 1,
        minWidth: f.locale === 'en' ? 84 : 76,
        cellClass: 'i2',
        valueFormatter: p => t(`productKind.${p.value ?? 'fund'}`),
      },
      {
        field: 'riskGrade',
        headerName: t('shelf.grade'),
        width: 48,
        valueFormatter: p => p.value ?? t('common.missing'),
        cellClassRules: { i3: p => !p.value },
      },
      {
        field: 'term',
        headerName: t('products.term'),
        flex: 1,
        minWidth: f.locale === 'en' ? 84 : 72,
        cellClass: 'i2',
        valueFormatter: p => (p.value ? t(`term.${p.value}`) : t('common.missing')),
      },
      {
        field: 'variety',
        headerName: t('suit.variety'),
        flex: 1,
        minWidth: f.locale === 'en' ? 94 : 72,
        cellClass: 'i2',
        valueFormatter: p => (p.value ? t(`variety.${p.value}`) : t('common.missing')),
      },
      {
        field: 'annualFee',
        headerName: t('products.fee'),
        width: 58,
        ...right,
        valueFormatter: p => f.share(p.value ?? null, 2),
      },
      {
        field: 'score',
        headerName: t('products.score'),
        width: 80,
        ...right,
        valueFormatter: p => (p.value == null ? '—' : f.int(Math.round(p.value))),
      },
      {
        field: 'sale',
        headerName: t('products.sale'),
        width: 68,
        valueFormatter: p => t(`saleStatus.${p.value ?? 'open'}`),
        cellClassRules: { i2: p => p.value === 'open', warn: p => p.value !== 'open' },
      },
      {
        field: 'match',
        headerName: t('verdict.match'),
        width: 56,
        ...right,
        cellClassRules: { s: () => true },
        valueFormatter: p => f.int(p.value ?? 0),
      },
      {
        field: 'mismatch',
        headerName: t('verdict.mismatch'),
        width: 76,
        ...right,
        cellClassRules: { i2: () => true },
        valueFormatter: p => f.int(p.value ?? 0),
      },
      {
        colId: 'bar',
        headerName: '',
        width: 60,
        sortable: false,
        resizable: false,
        valueGetter: () => '',
        cellClass: 'verdict-cell',
        cellStyle: p => barStyle(p.data),
      },
    ],
    [t, f],
  )
}
