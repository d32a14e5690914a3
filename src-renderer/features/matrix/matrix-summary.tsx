import type { ReactNode } from 'react'
import type { MatrixView } from '../../../src-main/contract/matrix.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import type { Arrival } from './arrival.ts'

export const MatrixSummary = ({
  view,
  arrival,
  draft,
}: {
  readonly view: MatrixView
  readonly arrival: Arrival
  /** The cells are drawn by a draft of the rules. */
  readonly draft: boolean
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { moves } = view
  if (arrival.partial)
    return (
      <>
        <span>{t('matrix.firstSync')}</span>
        <span>
          {t('matrix.arrived')} <b>{f.int(view.clients)}</b> {t('matrix.clientsUnit', { count: view.clients })}
        </span>
        <span>
          {t('matrix.arrivedAum')} <b>{f.money(view.aum)}</b>
        </span>
      </>
    )
  return (
    <>
      <span>
        <b>{f.int(view.clients)}</b> {t('matrix.clientsUnit', { count: view.clients })}
      </span>
      <span>
        <b>{f.money(view.aum)}</b>
      </span>
      {view.undetermined > 0 && (
        <span>
          {t('matrix.undetermined')} <b>{f.int(view.undetermined)}</b>
        </span>
      )}
      {draft && (
        <>
          <span className="warn">{t('whatIf.drawn')}</span>
          <span>
            {t('matrix.moved')} <b>{f.int(moves.total)}</b>
            {moves.total > 0 && t('matrix.movedHow', { up: moves.up, down: moves.down, style: moves.style })}
          </span>
        </>
      )}
      {view.comparedWith && !draft && (
        <>
          <span className="i3">{t('matrix.compared', { time: f.dateTime(view.comparedWith) })}</span>
          <span>
            {t('matrix.moved')} <b>{f.int(moves.total)}</b>
            {moves.total > 0 && t('matrix.movedHow', { up: moves.up, down: moves.down, style: moves.style })}
          </span>
          <span>
            {t('matrix.added')} <b>{f.int(moves.added)}</b>
          </span>
          <span>
            {t('matrix.left')} <b>{f.int(moves.left)}</b>
          </span>
        </>
      )}
    </>
  )
}
