import type { ColumnState, GridApi } from 'ag-grid-community'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { ClientRow } from '../../../src-main/contract/clients.ts'
import { Style, Tier } from '../../../src-main/model/levels.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { NoBook } from '../../shell/no-book.tsx'
import { useIsOpen, useSyncStatus } from '../../shell/use-session.ts'
import { useKeys } from '../../state/keys.ts'
import { useClients } from '../../state/use-clients.ts'
import { useAsk } from '../../state/queries.tsx'
import { Choice } from '../../ui/choice.tsx'
import { ColumnChooser } from '../../ui/column-chooser.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { walkGrid } from '../../ui/walk-grid.ts'
import { PartialNote } from '../sync/partial-note.tsx'
import { GridReports } from '../reports/grid-reports.tsx'
import { BulkDialog, bulkIds } from './bulk-dialog.tsx'
import { useClientColumns } from './client-columns.tsx'
import { clientFilter, clientViews } from './client-filter.ts'
import './clients.css'
import { ExportClients } from './export-clients.tsx'
import { FilterChips } from './filter-chips.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { useKeptGrid } from './kept-grid.ts'
import { SavedViews } from './saved-views.tsx'

const rowId = (row: ClientRow): string => row.id
const asReportRow = (row: ClientRow) => ({ key: row.id, name: row.name })
const none: readonly ClientRow[] = []

const isCell = (cell: string): boolean => {
  const [tier, style] = cell.split('-')
  return Tier.safeParse(Number(tier)).success && Style.safeParse(style).success
}

/** One cell as `tier` and `style`, or several as `cells`; what is no cell is left out. */
const cellsOf = (params: URLSearchParams): readonly string[] =>
  [...(params.get('cells')?.split(',') ?? []), `${params.get('tier')}-${params.get('style')}`].filter(isCell)

const placeOf = (params: URLSearchParams) => {
  const axis = params.get('axis')
  const band = Tier.safeParse(Number(params.get('band'))).data
  const row = params.get('row')
  return axis === null || band === undefined || row === null ? null : { axis, band, row }
}

const Clients = (): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const go = useNavigate()
  const [params, setParams] = useSearchParams()
  const [{ text, view, filters }, narrow] = useKeptGrid()
  const [bulk, setBulk] = useState<readonly string[] | null>(null)
  const [shown, setShown] = useState<number | null>(null)
  const [api, setApi] = useState<GridApi<ClientRow> | null>(null)
  const [exporting, setExporting] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const filterOpener = useRef<HTMLButtonElement>(null)
  const { data, error, isFetching, refetch } = useClients()
  const today = useSyncStatus().data?.dataDate ?? null
  const rows = data ?? none
  const columns = useClientColumns(today)
  const cells = useMemo(() => cellsOf(params), [params])
  const place = useMemo(() => placeOf(params), [params])
  const placed = useAsk(
    ['matrix', 'cutClients', place],
    a => a.segmentRules.cutClients(place ?? { axis: '', row: '', band: 1 }),
    place !== null,
  ).data
  const cuts = useAsk(['matrix', 'cuts'], a => a.segmentRules.cuts({}), place !== null).data
  const cut = cuts?.find(each => each.id === place?.axis)?.title
  const eventId = params.get('event')
  const concerned = useAsk(
    ['today', 'event', eventId],
    a => a.today.eventClients({ id: eventId ?? '' }),
    eventId !== null,
  ).data
  const ids = useMemo(() => {
    if (place !== null) return new Set(placed)
    return eventId === null ? null : new Set(concerned)
  }, [place, placed, eventId, concerned])
  const typed = useDeferredValue(text)
  const filtered = useDeferredValue(filters)
  const passes = useMemo(
    () => clientFilter({ text: typed, cells, ids, view, columns: filtered, today }),
    [typed, cells, ids, view, filtered, today],
  )
  const narrowColumns = (chosen: typeof filters): void => narrow({ filters: chosen })
  const cellText = (cell: string): string => {
    const [tier, style] = cell.split('-')
    return t('clients.cellIs', { tier, style: t(`style.${style}`) })
  }
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
    { keys: ['F'], label: t('filter.title'), run: () => filterOpener.current?.click() },
    { keys: ['B'], label: t('bulk.short'), run: () => api && setBulk(bulkIds(api)) },
    { keys: ['Ctrl E'], label: t('export.short'), run: () => setExporting(true) },
    { keys: ['Esc'], label: t('clients.keyBack'), run: () => void go('/matrix') },
  ])
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  return (
    <div className="page clients">
      <PageHead title={t('screen.clients')} busy={isFetching}>
        <span>
          <b>{f.int(data ? (shown ?? (passes ? null : data.length)) : null)}</b> / {f.int(data?.length ?? null)}{' '}
          {t('matrix.clientsUnit', { count: data?.length ?? 0 })}
        </span>
        <span className="i3">{t('clients.unit')}</span>
        {(cells.length > 0 || ids !== null) && (
          <span>
            {t('clients.cell')}{' '}
            <b>
              {ids === null
                ? cells.map(cellText).join(t('common.listComma'))
                : place === null
                  ? t('clients.ofEvent')
                  : cut && say(cut)}
            </b>{' '}
            <LinkButton onClick={() => setParams({})}>{t('clients.allCells')}</LinkButton>
          </span>
        )}
        <PartialNote />
      </PageHead>
      <div className="tb">
        <input
          ref={search}
          className="inp quick"
          type="search"
          aria-label={t('clients.search')}
          placeholder={t('clients.search')}
          value={text}
          onChange={event => narrow({ text: event.target.value })}
          onKeyDown={event => {
            if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.nativeEvent.isComposing)) {
              event.preventDefault()
              if (event.key === 'Enter') openSelected()
              else walk(1)
            } else if (event.key === 'Escape' && text !== '') {
              event.stopPropagation()
              narrow({ text: '' })
            }
          }}
        />
        <Choice
          label={t('clients.view')}
          value={view}
          onChange={chosen => narrow({ view: chosen })}
          options={clientViews.map(v => ({ value: v, label: t(`clientView.${v}`) }))}
        />
        <span style={{ marginLeft: 'auto' }} />
        <GridReports grid={api} kind="account" rowOf={asReportRow} />
        <Button kind="text" keyHint="B" onClick={() => api && setBulk(bulkIds(api))}>
          {t('bulk.short')}
        </Button>
        <SavedViews
          now={() => ({
            list: view,
            text,
            cells,
            filters,
            columns: (api?.getColumnState() ?? []).map(column => ({ ...column })),
          })}
          onPick={saved => {
            narrow({ text: saved.text, view: saved.list, filters: saved.filters })
            setParams(saved.cells.length > 0 ? { cells: saved.cells.join(',') } : {})
            api?.applyColumnState({ state: saved.columns as unknown as ColumnState[], applyOrder: true })
          }}
        />
        <FilterPanel filters={filters} onFilters={narrowColumns} opener={filterOpener} />
        <ColumnChooser api={api} />
        <Button kind="text" keyHint="Ctrl E" onClick={() => setExporting(true)}>
          {t('export.short')}
        </Button>
      </div>
      <FilterChips filters={filters} onFilters={narrowColumns} onEdit={() => filterOpener.current?.click()} />
      {bulk && <BulkDialog ids={bulk} onClose={() => setBulk(null)} />}
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
