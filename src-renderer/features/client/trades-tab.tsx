import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { ColDef } from 'ag-grid-community'
import type { ClientView, TradeLine } from '../../../src-main/contract/clients.ts'
import { useT } from '../../i18n/i18n.ts'
import { useAsk } from '../../state/queries.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { right } from '../../ui/right-column.ts'

const LIMIT = 5000
const rowId = (row: TradeLine): string => row.id
const none: readonly TradeLine[] = []

export const TradesTab = ({ client }: { readonly client: ClientView }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { data, error, refetch } = useAsk(['client', client.id, 'trades'], api =>
    api.clients.trades({ id: client.id, offset: 0, limit: LIMIT }),
  )
  const columns = useMemo<readonly ColDef<TradeLine>[]>(() => {
    return [
      {
        field: 'date',
        headerName: t('trades.date'),
        width: 112,
        sort: 'desc',
        cellClass: 'lead-cell',
        headerClass: 'lead-cell',
      },
      { field: 'side', headerName: t('trades.side'), width: 96, valueFormatter: p => t(`side.${p.value ?? 'buy'}`) },
      { field: 'code', headerName: t('trades.code'), width: 104, valueFormatter: p => p.value ?? '—', filter: true },
      {
        field: 'name',
        headerName: t('trades.product'),
        flex: 1,
        minWidth: 160,
        valueFormatter: p => p.value ?? '—',
      },
      {
        field: 'units',
        headerName: t('trades.units'),
        width: 128,
        ...right,
        // money has no units
        valueFormatter: p => (p.data?.code == null ? '—' : f.ratio((p.value ?? 0) / 100, 2)),
      },
      {
        field: 'price',
        headerName: t('trades.price'),
        width: 96,
        ...right,
        valueFormatter: p => f.ratio(p.value ? p.value / 10_000 : null, 4),
      },
      {
        field: 'amount',
        headerName: t('trades.amount'),
        width: 128,
        ...right,
        valueFormatter: p => f.ratio((p.value ?? 0) / 100, 2),
      },
      {
        field: 'fee',
        headerName: t('trades.fee'),
        width: 96,
        ...right,
        valueFormatter: p => f.ratio((p.value ?? 0) / 100, 2),
      },
      {
        field: 'status',
        headerName: t('trades.status'),
        width: 88,
        valueFormatter: p => t(`tradeStatus.${p.value ?? 'confirmed'}`),
      },
    ]
  }, [t, f])
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  return <DataGrid label={t('clientTab.trades')} rows={data ?? none} columns={columns} rowId={rowId} waiting={!data} />
}
