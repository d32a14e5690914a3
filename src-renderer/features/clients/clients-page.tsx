import type { GridApi } from 'ag-grid-community'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { ClientRow } from '../../../src-main/contract/clients.ts'
import { useT } from '../../i18n/i18n.ts'
import { NoBook } from '../../shell/no-book.tsx'
import { useIsOpen, useSyncStatus } from '../../shell/use-session.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { Choice } from '../../ui/choice.tsx'
import { ColumnChooser } from '../../ui/column-chooser.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { walkGrid } from '../../ui/walk-grid.ts'
import { GridReports } from '../reports/grid-reports.tsx'
import { useClientColumns } from './client-columns.tsx'
import { clientFilter, clientViews } from './client-filter.ts'
import type { ClientView } from './client-filter.ts'
import './clients.css'
import { ExportClients } from './export-clients.tsx'

const rowId = (row: ClientRow): string => row.id
const asReportRow = (row: ClientRow) => ({ key: row.id, name: row.name })
const none: readonly ClientRow[] = []

const rank = (row: ClientRow): number => (row.tier ?? 0) * 10 + 'twa'.indexOf(row.style?.[0] ?? 'x')
/** Sorted once here, so that the grid does not sort the whole book again with every letter typed. */
const byCell = (a: ClientRow, b: ClientRow): number => rank(b) - rank(a) || (b.assets ?? 0) - (a.assets ?? 0)

const Clients = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const go = useNavigate()
  const [params, setParams] = useSearchParams()
  const [text, setText] = useState('')
  const [view, setView] = useState<ClientView>('all')
  const [shown, setShown] = useState(0)
  const [api, setApi] = useState<GridApi<ClientRow> | null>(null)
  const [exporting, setExporting] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const { data, error, isFetching, refetch } = useAsk(['clients', 'list'], a => a.clients.list({}))
  const today = useSyncStatus().data?.dataDate ?? null
  const rows = useMemo(() => data?.toSorted(byCell) ?? none, [data])
  const columns = useClientColumns(today)
  const tier = params.get('tier')
  const style = params.get('style')
  const typed = useDeferredValue(text)
  const passes = useMemo(
    () => clientFilter({ text: typed, tier: tier === null ? null : Number(tier), style, view, today }),
    [typed, tier, style, view, today],
  )
  const open = (row: ClientRow): void => void go(`/clients/${encodeURIComponent(row.id)}`)
  const selected = (): ClientRow | undefined => api?.getSelectedRows()[0]
  const walk = (step: number): void => walkGrid(api, step, 'name')
  const openSelected = (): void => {
    const row = selected() ?? api?.getDisplayedRowAtIndex(0)?.data
    if (row) open(row)
  }
  useKeys([
    { keys: ['/', 'Ctrl F'], label: t('clients.keySearch'), run: () => search.current?.focus() },
    { keys: ['J', 'K'], label: t('clients.keyWalk'), run: key => walk(key === 'J' ? 1 : -1) },
    { keys: ['Enter'], label: t('common.open'), run: openSelected },
    {
      keys: ['Ctrl Enter'],
      label: t('clients.keyWindow'),
      run: () => {
        const row = selected()
        if (row) window.desk?.openWindow(`/clients/${encodeURIComponent(row.id)}`)
      },
      quiet: true,
    },
    {
      keys: ['D'],
      label: t('clients.keyDiagnosis'),
      run: () => {
        const row = selected()
        if (row) void go(`/clients/${encodeURIComponent(row.id)}/diagnosis`)
      },
    },
    { keys: ['Ctrl E'], label: t('export.title'), run: () => setExporting(true) },
    { keys: ['Esc'], label: t('clients.keyBack'), run: () => void go('/matrix') },
  ])
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  return (
    <div className="page clients">
      <PageHead title={t('screen.clients')} busy={isFetching}>
        <span>
          <b>{f.int(data ? shown : null)}</b> / {f.int(data?.length ?? null)} {t('matrix.clientsUnit')}
        </span>
        {tier !== null && style !== null && (
          <span>
            {t('clients.cell')} <b>{t('clients.cellIs', { tier, style: t(`style.${style}`) })}</b>{' '}
            <LinkButton onClick={() => setParams({})}>{t('clients.allCells')}</LinkButton>
          </span>
        )}
      </PageHead>
      <div className="tb">
        <input
          ref={search}
          className="inp quick"
          type="search"
          aria-label={t('clients.search')}
          placeholder={t('clients.search')}
          value={text}
          onChange={event => setText(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.nativeEvent.isComposing)) {
              event.preventDefault()
              if (event.key === 'Enter') openSelected()
              else walk(1)
            } else if (event.key === 'Escape' && text !== '') {
              event.stopPropagation()
              setText('')
            }
          }}
        />
        <Choice
          label={t('clients.view')}
          value={view}
          onChange={setView}
          options={clientViews.map(v => ({ value: v, label: t(`clientView.${v}`) }))}
        />
        <span className="k" style={{ marginLeft: 'auto' }}>
          {t('clients.unit')}
        </span>
        <GridReports grid={api} kind="account" rowOf={asReportRow} />
        <ColumnChooser api={api} />
        <Button kind="text" keyHint="Ctrl E" onClick={() => setExporting(true)}>
          {t('export.short')}
        </Button>
      </div>
      {exporting && api && <ExportClients grid={api} onClose={() => setExporting(false)} />}
      <DataGrid
        many
        label={t('screen.clients')}
        rows={rows}
        columns={columns}
        rowId={rowId}
        waiting={!data}
        passes={passes}
        onOpen={open}
        onShown={setShown}
        onApi={setApi}
      />
    </div>
  )
}

export const ClientsPage = (): ReactNode => (useIsOpen() ? <Clients /> : <NoBook screen="clients" />)
