import type { GridApi } from 'ag-grid-community'
import { MOST_ON_SCREEN } from '../../../src-main/model/most-on-screen.ts'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { BatchSource } from '../../../src-main/contract/batches.ts'
import { useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { tell } from '../../state/undo.ts'
import { Button } from '../../ui/button.tsx'
import { BatchDialog } from '../batches/batch-dialog.tsx'
import { QuickReport } from './quick-report.tsx'

type Row = { readonly key: string; readonly name: string }
type Asked =
  | { readonly by: 'one' | 'compare'; readonly rows: readonly Row[] }
  | { readonly by: 'batch'; readonly source: BatchSource; readonly count: number }

/** One click from a grid: the selected line alone, a few funds compared, or a batch of all that are selected. */
export const GridReports = <T,>({
  grid,
  kind,
  rowOf,
}: {
  readonly grid: GridApi<T> | null
  readonly kind: 'account' | 'fund'
  readonly rowOf: (data: T) => Row
}): ReactNode => {
  const t = useT()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = (): void => setAsked(null)
  const ask = (): void => {
    const rows = (grid?.getSelectedRows() ?? []).map(rowOf)
    if (rows.length === 0) return tell(t('report.selectFirst'))
    if (rows.length === 1) setAsked({ by: 'one', rows })
    else if (kind === 'fund' && rows.length <= MOST_ON_SCREEN) setAsked({ by: 'compare', rows })
    else {
      const subjects = rows.map(row => row.key)
      setAsked({ by: 'batch', source: { by: 'selection', kind, subjects }, count: rows.length })
    }
  }
  useKeys([{ keys: ['Ctrl P'], label: t(`report.keyGrid.${kind}`), run: ask }])
  const first = asked !== null && asked.by !== 'batch' ? asked.rows[0] : undefined
  return (
    <>
      <Button kind="text" keyHint="Ctrl P" onClick={ask}>
        {t('report.short')}
      </Button>
      {asked?.by === 'batch' && (
        <BatchDialog source={asked.source} count={asked.count} of={t(`batch.selection.${kind}`)} onClose={close} />
      )}
      {asked?.by === 'one' && first && (
        <QuickReport kind={kind} subject={first.key} name={first.name} onClose={close} />
      )}
      {asked?.by === 'compare' && (
        <QuickReport
          kind="comparison"
          subject={asked.rows.map(row => row.key).join(',')}
          name={asked.rows.map(row => row.name).join(t('common.listComma'))}
          onClose={close}
        />
      )}
    </>
  )
}
