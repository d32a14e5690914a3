import type { ColDef, ValueFormatterParams } from 'ag-grid-community'
import { useMemo } from 'react'
import type { ClientRow } from '../../../src-main/contract/clients.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { right } from '../../ui/right-column.ts'

/** Columns of the clients grid in their first order; `hide` ones wait in the chooser. */
export const useClientColumns = (today: string | null): readonly ColDef<ClientRow>[] => {
  const t = useT()
  const f = useFormat()
  return useMemo(() => {
    type P<V> = ValueFormatterParams<ClientRow, V>
    const money = (p: P<number | null>): string => f.wan(p.value ?? null)
    const past = (p: { data?: ClientRow | undefined }): boolean =>
      Boolean(p.data?.validUntil && today && p.data.validUntil < today)
    const columns: readonly ColDef<ClientRow>[] = [
      {
        field: 'name',
        headerName: t('clients.name'),
        width: 168,
        pinned: 'left',
        cellClass: 'name lead-cell',
        headerClass: 'lead-cell',
      },
      {
        colId: 'cell',
        headerName: t('clients.cell'),
        width: 96,
        valueGetter: p => (p.data?.tier ?? 0) * 10 + 'twa'.indexOf(p.data?.style?.[0] ?? 'x'),
        valueFormatter: p =>
          p.data?.tier && p.data.style ? `${p.data.tier} ${t(`style.${p.data.style}`)}` : t('clients.noCell'),
      },
      {
        field: 'assets',
        headerName: t('clients.assets'),
        width: 110,
        ...right,
        valueFormatter: money,
      },
      { field: 'cash', headerName: t('clients.cash'), width: 96, ...right, valueFormatter: money },
      { field: 'revenue365', headerName: t('clients.revenue'), width: 110, ...right, valueFormatter: money },
      {
        field: 'riskCapacity',
        headerName: t('clients.capacity'),
        width: 104,
        valueFormatter: (p: P<string | null>) =>
          p.data?.investorType === 'professional'
            ? t('clients.professional')
            : p.data?.waitingCapacity
              ? t(p.data.waitingCapacity === p.value ? 'waiting.shortSame' : 'waiting.short', {
                  now: p.value ?? t('common.missing'),
                  level: p.data.waitingCapacity,
                })
              : (p.value ?? t('common.missing')),
        cellClassRules: { warn: p => !p.value && p.data?.investorType !== 'professional' },
      },
      {
        field: 'validUntil',
        headerName: t('clients.validUntil'),
        width: 108,
        valueFormatter: (p: P<string | null>) => f.date(p.value ?? null),
        cellClassRules: { warn: past },
      },
      { field: 'holdings', headerName: t('clients.holdings'), width: 72, ...right },
      {
        field: 'mismatch',
        headerName: t('verdict.mismatch'),
        width: 80,
        ...right,
        cellClassRules: { 'warn s': p => (p.value ?? 0) > 0, i3: p => p.value === 0 },
      },
      {
        field: 'undetermined',
        headerName: t('verdict.undeterminedShort'),
        width: 84,
        ...right,
        cellClassRules: { i3: p => p.value === 0 },
      },
      {
        field: 'lastContact',
        headerName: t('clients.lastContact'),
        width: 104,
        valueFormatter: (p: P<string | null>) => f.day(p.value ?? null, today),
      },
      {
        field: 'overdueDays',
        headerName: t('clients.overdue'),
        width: 96,
        ...right,
        valueFormatter: (p: P<number>) => (p.value ? t('clients.days', { n: p.value }) : '—'),
        cellClassRules: { 'warn s': p => (p.value ?? 0) > 0, i3: p => !p.value },
      },
      {
        field: 'dueOn',
        headerName: t('clients.dueOn'),
        width: 96,
        valueFormatter: (p: P<string | null>) => f.day(p.value ?? null, today),
      },
      {
        field: 'phoneTail',
        headerName: t('clients.phone'),
        width: 84,
        valueFormatter: (p: P<string>) => (p.value ? `****${p.value}` : '—'),
      },
      {
        field: 'branch',
        headerName: t('clients.branch'),
        width: 128,
        valueFormatter: (p: P<string | null>) => p.value ?? '—',
      },
      {
        field: 'tags',
        headerName: t('clients.tags'),
        // takes what a wide window leaves
        flex: 1,
        minWidth: 160,
        valueFormatter: (p: P<readonly string[]>) => p.value?.join(t('common.listComma')) ?? '',
      },
      { field: 'id', headerName: t('clients.id'), width: 120, hide: true },
    ]
    return columns
  }, [t, f, today])
}
