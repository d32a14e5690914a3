import type { GridApi } from 'ag-grid-community'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { FundRow } from '../../../src-main/contract/funds.ts'
import { useT } from '../../i18n/i18n.ts'
import { NoBook } from '../../shell/no-book.tsx'
import { useIsOpen } from '../../shell/use-session.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { Choice } from '../../ui/choice.tsx'
import { ColumnChooser } from '../../ui/column-chooser.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { walkGrid } from '../../ui/walk-grid.ts'
import '../clients/clients.css'
import { GridReports } from '../reports/grid-reports.tsx'
import { useFundColumns } from './fund-columns.tsx'

const views = ['all', 'shelf', 'open'] as const
type View = (typeof views)[number]

const rowId = (row: FundRow): string => row.code
const asReportRow = (row: FundRow) => ({ key: row.code, name: row.name })
const none: readonly FundRow[] = []

const Funds = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const go = useNavigate()
  const [text, setText] = useState('')
  const [view, setView] = useState<View>('all')
  const [shown, setShown] = useState(0)
  const [api, setApi] = useState<GridApi<FundRow> | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const { data, error, isFetching, refetch } = useAsk(['funds', 'list'], a => a.funds.list({}))
  const columns = useFundColumns()
  const typed = useDeferredValue(text)
  const passes = useMemo(() => {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
    return (row: FundRow): boolean =>
      (view !== 'shelf' || row.onShelf) &&
      (view !== 'open' || row.status === 'open') &&
      words.every(w => row.search.includes(w) || row.name.toLowerCase().includes(w) || row.code.includes(w))
  }, [typed, view])
  const open = (row: FundRow): void => void go(`/funds/${encodeURIComponent(row.code)}`)
  const walk = (step: number): void => walkGrid(api, step, 'name')
  const openSelected = (): void => {
    const row = api?.getSelectedRows()[0] ?? api?.getDisplayedRowAtIndex(0)?.data
    if (row) open(row)
  }
  useKeys([
    { keys: ['/', 'Ctrl F'], label: t('clients.keySearch'), run: () => search.current?.focus() },
    { keys: ['J', 'K'], label: t('clients.keyWalk'), run: key => walk(key === 'J' ? 1 : -1) },
    { keys: ['Enter'], label: t('funds.keyOpen'), run: openSelected },
  ])
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  return (
    <div className="page clients">
      <PageHead title={t('screen.funds')} busy={isFetching}>
        <span>
          <b>{f.int(data ? shown : null)}</b> / {f.int(data?.length ?? null)} {t('funds.unit')}
        </span>
      </PageHead>
      <div className="tb">
        <input
          ref={search}
          className="inp quick"
          type="search"
          aria-label={t('funds.search')}
          placeholder={t('funds.search')}
          value={text}
          onChange={event => setText(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) openSelected()
            else if (event.key === 'ArrowDown') walk(1)
            else if (event.key === 'Escape' && text !== '') setText('')
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
        <Choice
          label={t('clients.view')}
          value={view}
          onChange={setView}
          options={views.map(v => ({ value: v, label: t(`fundView.${v}`) }))}
        />
        <span className="k" style={{ marginLeft: 'auto' }}>
          {t('funds.units')}
        </span>
        <GridReports grid={api} kind="fund" rowOf={asReportRow} />
        <ColumnChooser api={api} />
      </div>
      <DataGrid
        many
        label={t('screen.funds')}
        rows={data ?? none}
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

export const FundsPage = (): ReactNode => (useIsOpen() ? <Funds /> : <NoBook screen="funds" />)
