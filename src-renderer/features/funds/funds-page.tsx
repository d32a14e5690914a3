import type { GridApi } from 'ag-grid-community'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { FundRow, RankedMetricInfo } from '../../../src-main/contract/funds.ts'
import { MOST_ON_SCREEN } from '../../../src-main/model/most-on-screen.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { NoBook } from '../../shell/no-book.tsx'
import { useIsOpen } from '../../shell/use-session.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { Choice } from '../../ui/choice.tsx'
import { ColumnChooser } from '../../ui/column-chooser.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { walkGrid } from '../../ui/walk-grid.ts'
import '../clients/clients.css'
import { GridReports } from '../reports/grid-reports.tsx'
import { conditionColumns } from './condition-columns.ts'
import { useFundColumns } from './fund-columns.tsx'
import { ScreenPanel } from './screen-panel.tsx'
import { compareTray, screenDraft } from './screen-state.ts'
import { addToTray, Tray } from './tray.tsx'

const views = ['all', 'shelf', 'open'] as const
type View = (typeof views)[number]

const rowId = (row: FundRow): string => row.code
const asReportRow = (row: FundRow) => ({ key: row.code, name: row.name })
const none: readonly FundRow[] = []
const noMetrics: readonly RankedMetricInfo[] = []

const Funds = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const go = useNavigate()
  const [text, setText] = useState('')
  const [view, setView] = useState<View>('all')
  const [shown, setShown] = useState<number | null>(null)
  const [api, setApi] = useState<GridApi<FundRow> | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const { data, error, isFetching, refetch } = useAsk(['funds', 'list'], a => a.funds.list({}))
  const plain = useFundColumns()
  const say = useSay()
  const { on, screen } = screenDraft.use()
  const metrics = useAsk(['funds', 'metrics'], a => a.funds.metrics({}), on).data ?? noMetrics
  const screened = useAsk(['funds', 'screen', screen], a => a.funds.screen(screen), on)
  const result = on ? screened.data : undefined
  const columns = useMemo(() => {
    if (!result || result.failed.length !== screen.conditions.length) return plain
    return [...plain.slice(0, 2), ...conditionColumns(screen, result, metrics, { t, say, f }), ...plain.slice(2)]
  }, [plain, result, screen, metrics, t, say, f])
  const passed = useMemo(() => (result ? new Set(result.rows.map(row => row.code)) : null), [result])
  const typed = useDeferredValue(text)
  const passes = useMemo(() => {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
    // no filter where nothing is asked (see `clientFilter`)
    if (passed === null && view === 'all' && words.length === 0) return undefined
    return (row: FundRow): boolean =>
      (passed === null || passed.has(row.code)) &&
      (view !== 'shelf' || row.onShelf) &&
      (view !== 'open' || row.status === 'open') &&
      words.every(w => row.search.includes(w) || row.name.toLowerCase().includes(w) || row.code.includes(w))
  }, [typed, view, passed])
  const open = (row: FundRow): void => void go(`/funds/${encodeURIComponent(row.code)}`)
  const walk = (step: number): void => walkGrid(api, step, 'name')
  const openSelected = (): void => {
    const row = api?.getSelectedRows()[0] ?? api?.getDisplayedRowAtIndex(0)?.data
    if (row) open(row)
  }
  const addSelected = (): void => {
    const rows = api?.getSelectedRows() ?? []
    const names = rows.filter(row => addToTray(row.code)).map(row => row.name)
    if (rows.length === 0) tell(t('comparing.chooseFirst'))
    else if (names.length < rows.length) tell(t('comparing.full', { n: MOST_ON_SCREEN }))
    else tell(t('comparing.added', { name: names.join(t('common.listComma')), n: compareTray.get().length }))
  }
  useKeys([
    { keys: ['/', 'Ctrl F'], label: t('clients.keySearch'), run: () => search.current?.focus() },
    { keys: ['J', 'K'], label: t('clients.keyWalk'), run: key => walk(key === 'J' ? 1 : -1) },
    { keys: ['Enter'], label: t('funds.keyOpen'), run: openSelected },
    { keys: ['S'], label: t('screener.title'), run: () => screenDraft.set({ on: !on, screen }) },
    { keys: ['C'], label: t('comparing.keyAdd'), run: addSelected },
  ])
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  return (
    <div className="page clients funds">
      <PageHead title={t('screen.funds')} busy={isFetching || (on && screened.isFetching)}>
        <span>
          <b>{f.int(data ? (shown ?? (passes ? null : data.length)) : null)}</b> / {f.int(data?.length ?? null)}{' '}
          {t('funds.unit')}
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
        <Tray />
        <button
          type="button"
          className={on ? 'drop s' : 'drop'}
          aria-pressed={on}
          onClick={() => screenDraft.set({ on: !on, screen })}
        >
          {t('screener.title')}
        </button>
        <GridReports grid={api} kind="fund" rowOf={asReportRow} />
        <ColumnChooser api={api} />
      </div>
      <div className={on ? 'fund-list open' : 'fund-list'}>
        {data?.length === 0 ? (
          <div className="empty">
            <h2>{t('funds.noneYet')}</h2>
            <p>{t('funds.noneHow')}</p>
          </div>
        ) : (
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
        )}
        {on && (
          <ScreenPanel
            screen={screen}
            // the list keeps its rows until the answer is there; figures of other conditions are not shown
            result={screened.isPlaceholderData ? undefined : result}
            metrics={metrics}
            onChange={next => screenDraft.set({ on: true, screen: next })}
            onClose={() => screenDraft.set({ on: false, screen })}
          />
        )}
      </div>
    </div>
  )
}

export const FundsPage = (): ReactNode => (useIsOpen() ? <Funds /> : <NoBook screen="funds" />)
