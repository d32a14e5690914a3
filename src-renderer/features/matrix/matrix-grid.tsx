import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { MatrixView } from '../../../src-main/contract/matrix.ts'
import type { Tier } from '../../../src-main/model/levels.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { sharesThatAdd } from '../../ui/add-up.ts'
import { usePainted } from '../../state/painted.ts'
import { useFormat } from '../../ui/format.ts'
import { CellFace } from './matrix-cell.tsx'
import { MatrixHead } from './matrix-head.tsx'
import { MatrixTotal } from './matrix-total.tsx'
import { boundsOf, classOf, measureOf } from './measure.ts'
import type { Measure } from './measure.ts'
import { cellDomId, cellPath, sameCell, selectedCell, styles, tiers } from './selection.ts'
import type { Arrival } from './arrival.ts'
import { PendingCell } from './pending-cell.tsx'

export const MatrixGrid = ({
  view,
  measure,
  arrival,
  draft,
}: {
  readonly view: MatrixView
  readonly measure: Measure
  readonly arrival: Arrival
  /** The cells are drawn by a draft of the rules: moves are those of the draft, even in a book that was synced once. */
  readonly draft: boolean
}): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const go = useNavigate()
  const selected = selectedCell.use()
  usePainted('matrix', true)
  const whole = view.cells.filter(c => arrival.stateOf(c.tier) === 'whole')
  const bounds = boundsOf(whole, measure)
  const shares = sharesThatAdd(view.cells.map(c => c.aum))
  const range = (tier: Tier): string => {
    const row = view.tiers.find(x => x.tier === tier)
    if (!row) return ''
    if (row.below === null) return `≥ ${f.money(row.from)}`
    return row.from === null ? `< ${f.money(row.below)}` : `${f.money(row.from)}–${f.money(row.below).replace('¥', '')}`
  }
  return (
    <div role="grid" aria-label={t('screen.matrix')} style={{ display: 'contents' }}>
      <MatrixHead view={view} partial={arrival.partial} />
      {tiers.map(tier => {
        const state = arrival.stateOf(tier)
        const name = view.tiers.find(x => x.tier === tier)?.name
        return (
          <div key={tier} role="row" style={{ display: 'contents' }}>
            <div className="rh" role="rowheader">
              <i>{tier}</i>
              <b>{name ? say(name) : ''}</b>
              <span>{range(tier)}</span>
            </div>
            {styles.map(style => {
              const id = { tier, style }
              const index = view.cells.findIndex(c => sameCell(c, id))
              const cell = view.cells[index]
              const on = sameCell(id, selected)
              const heat = cell && state === 'whole' ? ` heat${classOf(measureOf(cell, measure), bounds)}` : ''
              return (
                <div
                  key={style}
                  id={cellDomId(id)}
                  role="gridcell"
                  tabIndex={on ? 0 : -1}
                  aria-selected={on}
                  className={`cell${heat}${on ? ' on' : ''}${state === 'whole' ? '' : ' part'}`}
                  onClick={() => void go(cellPath(id))}
                  onFocus={() => selectedCell.set(id)}
                >
                  {cell && state === 'whole' ? (
                    <CellFace
                      cell={cell}
                      share={shares[index] ?? 0}
                      marks={view.marks}
                      first={view.comparedWith === null && !draft}
                      partial={arrival.partial}
                    />
                  ) : (
                    <PendingCell cell={cell} state={state} />
                  )}
                </div>
              )
            })}
            <MatrixTotal view={view} tier={tier} state={state} partial={arrival.partial} />
          </div>
        )
      })}
    </div>
  )
}
