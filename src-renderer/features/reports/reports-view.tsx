import type { GridApi } from 'ag-grid-community'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { ReportLine } from '../../../src-main/contract/deliveries.ts'
import { useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { useApi } from '../../state/queries.tsx'
import { tell } from '../../state/undo.ts'
import { DataGrid } from '../../ui/data-grid.tsx'
import { useFailureText } from '../../ui/failure.tsx'
import { walkGrid } from '../../ui/walk-grid.ts'
import { ManyReports } from './many-reports.tsx'
import { useReportColumns } from './report-columns.tsx'
import { ReportPanel } from './report-panel.tsx'
import './reports.css'

const rowId = (row: ReportLine): string => row.id

/** The list of reports with the panel of the chosen one; `first` is chosen when the list appears. */
export const ReportsView = (props: {
  readonly label: string
  readonly rows: readonly ReportLine[]
  readonly withSubject: boolean
  readonly waiting?: boolean
  readonly passes?: ((row: ReportLine) => boolean) | undefined
  readonly onShown?: (count: number) => void
  readonly first?: string | null
  readonly sending?: boolean
}): ReactNode => {
  const { label, rows, withSubject, waiting = false, passes, onShown, first = null, sending = false } = props
  const t = useT()
  const api = useApi()
  const failure = useFailureText()
  const [grid, setGrid] = useState<GridApi<ReportLine> | null>(null)
  const [picked, setPicked] = useState<string | null>(first)
  const [chosenMany, setChosenMany] = useState<readonly ReportLine[]>([])
  const columns = useReportColumns(withSubject)
  const chosen = useMemo(
    () => rows.find(each => each.id === picked) ?? rows.find(each => passes?.(each) ?? true) ?? null,
    [rows, picked, passes],
  )
  const open = (row: ReportLine): void =>
    void api.reports.open({ id: row.id }).catch((error: unknown) => tell(failure(error)))
  useKeys([
    {
      keys: ['J', 'K'],
      label: t('reports.keyWalk'),
      run: key => walkGrid(grid, key === 'J' ? 1 : -1, withSubject ? 'subjectName' : 'madeAt'),
    },
    { keys: ['Enter'], label: t('common.open'), run: () => chosen && open(chosen) },
  ])
  return (
    <>
      <DataGrid
        label={label}
        rows={rows}
        columns={columns}
        rowId={rowId}
        many
        waiting={waiting}
        passes={passes}
        onOpen={open}
        onSelect={row => {
          if (row) setPicked(row.id)
          setChosenMany(grid?.getSelectedRows() ?? [])
        }}
        onShown={onShown ?? (() => undefined)}
        first={picked}
        onApi={setGrid}
      />
      {chosenMany.length > 1 ? (
        <ManyReports lines={chosenMany} />
      ) : chosen ? (
        <ReportPanel key={chosen.id} line={chosen} sending={sending && chosen.id === first} onPick={setPicked} />
      ) : (
        <aside className="sp2 rep" aria-label={t('reports.panel')} />
      )}
    </>
  )
}
