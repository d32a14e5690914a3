import type { ReactNode } from 'react'
import type { CellFigures } from '../../../src-main/contract/matrix.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import type { TierState } from './arrival.ts'

/** A cell that is not yet complete: hatched, marked, and out of every total of colour. */
export const PendingCell = ({
  cell,
  state,
}: {
  readonly cell: CellFigures | undefined
  readonly state: TierState
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  if (state === 'missing' || !cell) return <span className="none">{t('matrix.notArrived')}</span>
  return (
    <>
      <div className="n">
        {f.int(cell.count)}
        <small>{t('matrix.soFar')}</small>
      </div>
      <div className="a">{f.money(cell.aum)}</div>
      <span />
      <span />
      <div className="x">
        <span />
        <span />
        <span>{t('matrix.waiting')}</span>
      </div>
    </>
  )
}
