import type { ReactNode } from 'react'
import type { CellFigures, MatrixView } from '../../../src-main/contract/matrix.ts'
import { useT } from '../../i18n/i18n.ts'
import { shareText } from '../../ui/add-up.ts'
import { useFormat } from '../../ui/format.ts'
import { Arrow } from '../../ui/marks.tsx'
import { Sparkline } from '../../ui/sparkline.tsx'

/** What stands in one complete cell. A count turns brown only past its mark. */
export const CellFace = ({
  cell,
  share,
  marks,
  first,
  partial,
}: {
  readonly cell: CellFigures
  readonly share: number
  readonly marks: MatrixView['marks']
  /** First sync: nothing has moved. */
  readonly first: boolean
  /** Part of the book is still on its way: a share or a line of it would mislead. */
  readonly partial: boolean
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  const late = cell.count > 0 && cell.overdue / cell.count > marks.overdueShare
  const wrong = cell.mismatchShare > marks.mismatchShare
  // English words are longer: the letters become smaller sooner
  const figures = [cell.overdue, cell.movedIn, cell.movedOut].filter(n => n > 0).join('').length
  const tight = figures > (f.locale === 'en' ? 3 : 5)
  const still = first || (cell.movedIn === 0 && cell.movedOut === 0)
  return (
    <>
      <div className="n">
        {f.int(cell.count)}
        <small>{t('matrix.clientsUnit', { count: cell.count })}</small>
      </div>
      <div className="a">{f.money(cell.aum)}</div>
      {partial ? <span /> : <Sparkline values={cell.spark} label={t('matrix.spark')} />}
      <div className="p">{partial ? '' : shareText(share, cell.aum > 0, f.share)}</div>
      <div className={tight ? 'x tight' : 'x'}>
        <span>
          {still && '—'}
          {!still && cell.movedIn > 0 && <Arrow to="up">{cell.movedIn}</Arrow>}
          {!still && cell.movedOut > 0 && <Arrow to="down">{cell.movedOut}</Arrow>}
        </span>
        <span className={late ? 'hot' : ''}>
          {t('matrix.overdue')} <b>{f.int(cell.overdue)}</b>
        </span>
        <span className={wrong ? 'hot' : ''}>
          {t('matrix.mismatch')} {f.share(cell.mismatchShare)}
        </span>
      </div>
    </>
  )
}
