import type { ReactNode } from 'react'
import type { MatrixView } from '../../../src-main/contract/matrix.ts'
import type { Tier } from '../../../src-main/model/levels.ts'
import { useT } from '../../i18n/i18n.ts'
import { sharesThatAdd } from '../../ui/add-up.ts'
import { useFormat } from '../../ui/format.ts'
import type { TierState } from './arrival.ts'
import { tiers } from './selection.ts'

/** Right-hand total of one tier. */
export const MatrixTotal = ({
  view,
  tier,
  state,
  partial,
}: {
  readonly view: MatrixView
  readonly tier: Tier
  readonly state: TierState
  /** Part of the book is still on its way: a share of it would mislead. */
  readonly partial: boolean
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  if (state === 'missing')
    return (
      <div className="tt no" role="gridcell">
        <span>{t('matrix.notArrived')}</span>
      </div>
    )
  const sum = (of: Tier, pick: (c: MatrixView['cells'][number]) => number): number =>
    view.cells.filter(c => c.tier === of).reduce((n, c) => n + pick(c), 0)
  const shares = sharesThatAdd(tiers.map(x => sum(x, c => c.aum)))
  const aum = sum(tier, c => c.aum)
  const wrong = aum === 0 ? 0 : sum(tier, c => c.mismatchShare * c.aum) / aum
  return (
    <div className="tt" role="gridcell">
      <div className="n">{f.int(sum(tier, c => c.count))}</div>
      <div className="a">{f.money(aum)}</div>
      <div className="p">{partial ? '' : f.share(shares[tiers.indexOf(tier)] ?? 0)}</div>
      <div className="x">
        <span>
          {t('matrix.overdue')} <b>{state === 'whole' ? f.int(sum(tier, c => c.overdue)) : '—'}</b>
        </span>
        <span className={state === 'whole' && wrong > view.marks.mismatchShare ? 'hot' : ''}>
          {state === 'whole' ? f.share(wrong) : '—'}
        </span>
      </div>
    </div>
  )
}
