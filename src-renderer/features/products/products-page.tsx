import type { GridApi } from 'ag-grid-community'
import { useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import type { ShelfRow } from '../../../src-main/contract/products.ts'
import { useT } from '../../i18n/i18n.ts'
import { NoBook } from '../../shell/no-book.tsx'
import { useIsOpen } from '../../shell/use-session.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { Choice } from '../../ui/choice.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { walkGrid } from '../../ui/walk-grid.ts'
import '../client/client.css'
import { selectedCell, styles, tiers } from '../matrix/selection.ts'
import { AudiencePanel } from './audience-panel.tsx'
import { useShelfColumns } from './shelf-columns.ts'
import './products.css'

const rowId = (row: ShelfRow): string => row.code

/**
 * The shelf with grades, terms, varieties, fees and access, and for how many clients of the book each is a match. A
 * product that another screen asked for stands here too, on the shelf or not.
 */
const Products = ({ asked }: { readonly asked: string | null }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const id = selectedCell.use()
  const [whole, setWhole] = useState(asked !== null)
  const [text, setText] = useState('')
  const [code, setCode] = useState<string | null>(asked)
  const [grid, setGrid] = useState<GridApi<ShelfRow> | null>(null)
  const columns = useShelfColumns()
  const { data, error, isFetching, refetch } = useAsk(['products', 'shelf'], api => api.products.shelf({}))
  const outside = useAsk(
    ['products', 'row', asked],
    api => api.products.row({ code: asked ?? '' }),
    asked !== null && data !== undefined && data.every(row => row.code !== asked),
  )
  const wanted = text.trim().toLowerCase()
  const rows = useMemo(() => {
    const cell = `${id.tier}-${id.style}`
    const all = outside.data ? [outside.data, ...(data ?? [])] : (data ?? [])
    return all.filter(row => whole || row.cells.includes(cell))
  }, [data, outside.data, id, whole])
  const passes = useMemo(() => (wanted === '' ? undefined : (row: ShelfRow) => row.search.includes(wanted)), [wanted])
  const passing = useMemo(() => (passes ? rows.filter(passes) : rows), [rows, passes])
  // one that was only asked for is no part of the shelf that the head counts
  const onShelf = passing.filter(row => row !== outside.data).length
  const chosen = outside.isLoading ? undefined : (passing.find(row => row.code === code) ?? passing[0])
  const chosenCode = chosen?.code
  // after each rendering: with other lines the grid forgets which one was selected
  useEffect(() => {
    const line = chosenCode === undefined ? undefined : grid?.getRowNode(chosenCode)
    if (line?.isSelected() === false) line.setSelected(true, true)
  })
  useKeys([
    { keys: ['J', 'K'], label: t('clients.keyWalk'), run: key => walkGrid(grid, key === 'J' ? 1 : -1, 'name') },
    { keys: ['W'], label: t('products.whole'), run: () => setWhole(!whole) },
  ])
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  return (
    <div className="page shelf-page">
      <PageHead title={t('screen.products')} busy={isFetching}>
        {data && <span>{t('products.line', { n: onShelf, all: f.int(data.length) })}</span>}
      </PageHead>
      <div className="tb">
        <Choice
          label={t('products.scope')}
          value={whole ? 'all' : 'cell'}
          onChange={value => setWhole(value === 'all')}
          options={[
            { value: 'cell', label: t('products.ofCell') },
            { value: 'all', label: t('products.whole') },
          ]}
        />
        {!whole && (
          <>
            <Choice
              label={t('matrix.tier')}
              value={String(id.tier)}
              onChange={value => selectedCell.set({ ...id, tier: tiers.find(x => String(x) === value) ?? id.tier })}
              options={tiers.map(x => ({ value: String(x), label: t(`tierName.${x}`) }))}
            />
            <Choice
              label={t('matrix.style')}
              value={id.style}
              onChange={style => selectedCell.set({ ...id, style })}
              options={styles.map(x => ({ value: x, label: t(`style.${x}`) }))}
            />
          </>
        )}
        <input
          className="inp"
          style={{ marginLeft: 'auto', width: 200 }}
          aria-label={t('funds.search')}
          placeholder={t('funds.search')}
          value={text}
          onChange={event => setText(event.target.value)}
        />
      </div>
      {data && rows.length === 0 ? (
        <p className="empty">{t('shelf.empty')}</p>
      ) : (
        <div className="one">
          {outside.error && <Failure error={outside.error} retry={() => void outside.refetch()} />}
          <DataGrid
            label={t('screen.products')}
            rows={rows}
            columns={columns}
            rowId={rowId}
            waiting={!data}
            passes={passes}
            onSelect={row => row && setCode(row.code)}
            first={code}
            onApi={setGrid}
          />
        </div>
      )}
      {chosen && (
        <AudiencePanel key={chosen.code} product={chosen} first={chosen.code === asked ? 'gradeRaised' : 'audience'} />
      )}
    </div>
  )
}

export const ProductsPage = (): ReactNode => {
  const [params] = useSearchParams()
  const asked = params.get('code')
  return useIsOpen() ? <Products key={asked} asked={asked} /> : <NoBook screen="products" />
}
