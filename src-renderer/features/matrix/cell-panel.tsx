import { useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { MatrixView } from '../../../src-main/contract/matrix.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { usePainted } from '../../state/painted.ts'
import { useAsk } from '../../state/queries.tsx'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { CellBatch } from '../batches/cell-batch.tsx'
import { CellHistory } from './cell-history.tsx'
import { CellMoves, CellNear } from './cell-moves.tsx'
import { CellRisk } from './cell-risk.tsx'
import { CellService } from './cell-service.tsx'
import { CellShelf } from './cell-shelf.tsx'
import { cellPath, selectedCell } from './selection.ts'

/** What the selected cell gets, who moved, who is near a boundary. */
export const CellPanel = ({ view }: { readonly view: MatrixView }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const go = useNavigate()
  const [all, setAll] = useState(false)
  const id = selectedCell.use()
  const { data: cell, error, refetch } = useAsk(['matrix', 'cell', id.tier, id.style], api => api.matrix.cell(id))
  usePainted('cell', cell !== undefined)
  const [past, setPast] = useState(false)
  useKeys([
    { keys: ['S'], label: t('matrix.keyShelf'), run: () => setAll(!all), quiet: true },
    { keys: ['H'], label: t('history.short'), run: () => setPast(!past) },
  ])
  const tierName = view.tiers.find(x => x.tier === id.tier)?.name
  const styleName = view.styles.find(x => x.style === id.style)?.name
  const title = `${id.tier} ${tierName ? say(tierName) : ''} × ${styleName ? say(styleName) : ''}`
  if (past) return <CellHistory cell={id} title={title} onClose={() => setPast(false)} />
  if (error && !cell)
    return (
      <aside className="sp2" aria-label={t('matrix.panel')}>
        <Failure error={error} retry={() => void refetch()} />
      </aside>
    )
  if (!cell) return <aside className="sp2" aria-label={t('matrix.panel')} />
  return (
    <aside className="sp2" aria-label={t('matrix.panel')} tabIndex={0}>
      <div className="sec" style={{ paddingTop: 9 }}>
        <h2 className="h2l">
          {title}
          <span className="rt">
            <Button kind="text" low keyHint="Enter" onClick={() => void go(cellPath(id))}>
              {t('matrix.openClients', { count: cell.count, n: f.int(cell.count) })}
            </Button>
          </span>
        </h2>
        <p className="i2">
          {t('matrix.cellLine', {
            count: cell.count,
            n: f.int(cell.count),
            aum: f.money(cell.aum),
            average: f.money(cell.averageAum),
            revenue: f.money(cell.revenue365),
          })}
        </p>
        <CellBatch tier={id.tier} style={id.style} count={cell.count} />
      </div>
      <CellService cell={cell} />
      <CellShelf cell={cell} all={all} onAll={() => setAll(!all)} />
      <CellMoves cell={cell} since={view.comparedWith} onHistory={() => setPast(true)} />
      <CellNear cell={cell} />
      <CellRisk cell={cell} />
    </aside>
  )
}
