import type { ColDef } from 'ag-grid-community'
import { useMemo } from 'react'
import type { FundRow } from '../../../src-main/contract/funds.ts'
import { useT } from '../../i18n/i18n.ts'
import { direction, useFormat } from '../../ui/format.ts'
import { right } from '../../ui/right-column.ts'

const updown = {
  ...right,
  cellClassRules: {
    up: (p: { value?: number | null }) => direction(p.value ?? null) === 'up',
    down: (p: { value?: number | null }) => direction(p.value ?? null) === 'down',
  },
}

export const useFundColumns = (): readonly ColDef<FundRow>[] => {
  const t = useT()
  const f = useFormat()
  return useMemo<readonly ColDef<FundRow>[]>(
    () => [
      {
        field: 'code',
        headerName: t('funds.code'),
        width: 88,
        pinned: 'left',
        cellClass: 'lead-cell',
        headerClass: 'lead-cell',
      },
      {
        field: 'name',
        headerName: t('funds.name'),
        width: 216,
        pinned: 'left',
        cellClass: 'name',
        filter: true,
      },
      {
        field: 'type',
        headerName: t('funds.type'),
        width: 92,
        valueFormatter: p => t(`fundType.${p.value ?? 'equityMixed'}`),
      },
      {
        field: 'score',
        headerName: t('funds.score'),
        width: 76,
        ...right,
        valueFormatter: p => (p.value == null ? '—' : f.int(Math.round(p.value))),
        sort: 'desc',
      },
      {
        colId: 'rank',
        headerName: t('funds.rank3y'),
        width: 104,
        ...right,
        valueGetter: p => p.data?.rank3y ?? null,
        valueFormatter: p => (p.data?.rank3y == null ? '—' : `${f.int(p.data.rank3y)} / ${f.int(p.data.peers3y)}`),
      },
      {
        field: 'riskGrade',
        headerName: t('shelf.grade'),
        width: 64,
        valueFormatter: p => p.value ?? t('common.missing'),
      },
      {
        field: 'return1y',
        headerName: t('funds.return1y'),
        width: 88,
        ...updown,
        valueFormatter: p => f.points(p.value ?? null),
      },
      {
        field: 'return3y',
        headerName: t('funds.return3y'),
        width: 88,
        ...updown,
        valueFormatter: p => f.points(p.value ?? null),
      },
      {
        field: 'volatility3y',
        headerName: t('funds.volatility3y'),
        width: 88,
        ...right,
        valueFormatter: p => (p.value == null ? '—' : f.ratio(p.value * 100, 2)),
      },
      {
        field: 'maxDrawdown3y',
        headerName: t('funds.drawdown3y'),
        width: 100,
        ...updown,
        valueFormatter: p => f.points(p.value == null ? null : -Math.abs(p.value)),
        valueGetter: p => (p.data?.maxDrawdown3y == null ? null : -Math.abs(p.data.maxDrawdown3y)),
      },
      {
        field: 'sharpe3y',
        headerName: t('funds.sharpe3y'),
        width: 88,
        ...right,
        valueFormatter: p => f.ratio(p.value ?? null),
      },
      {
        field: 'size',
        headerName: t('funds.size'),
        width: 92,
        ...right,
        valueFormatter: p => f.large(p.value ?? null),
      },
      {
        field: 'manager',
        headerName: t('funds.manager'),
        width: 84,
        valueFormatter: p => p.value ?? '—',
        filter: true,
      },
      { field: 'company', headerName: t('funds.company'), width: 140, filter: true },
      {
        field: 'peerGroup',
        headerName: t('funds.peerGroup'),
        width: f.locale === 'en' ? 176 : 112,
        valueFormatter: p => f.word(p.value ?? ''),
      },
      { field: 'inceptionOn', headerName: t('funds.inception'), width: 100 },
      {
        field: 'status',
        headerName: t('funds.status'),
        width: 84,
        valueFormatter: p => t(`saleStatus.${p.value ?? 'open'}`),
      },
      {
        field: 'onShelf',
        headerName: t('funds.onShelf'),
        width: 84,
        valueFormatter: p => (p.value ? t('funds.onShelf') : '—'),
        cellDataType: false,
      },
    ],
    [t, f],
  )
}
