import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { CellView } from '../../../src-main/contract/matrix.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'
import { Arrow } from '../../ui/marks.tsx'

const FIRST = 6

const Name = ({ id, name }: { readonly id: string; readonly name: string }): ReactNode => {
  const go = useNavigate()
  return (
    <button type="button" title={name} onClick={() => void go(`/clients/${encodeURIComponent(id)}`)}>
      {name}
    </button>
  )
}

export const CellMoves = ({
  cell,
  since,
  onHistory,
}: {
  readonly cell: CellView
  readonly since: string | null
  readonly onHistory: () => void
}): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  if (since === null) return null
  return (
    <div className="sec">
      <h2>
        {t('moves.title', { n: f.int(cell.movedTotal + cell.gone) })}
        <small>{t('moves.since', { time: f.dateTime(since) })}</small>
        <span className="rt">
          <LinkButton quiet keyHint="H" onClick={onHistory}>
            {t('history.short')}
          </LinkButton>
        </span>
      </h2>
      {cell.movedTotal + cell.gone === 0 && <p className="i2">{t('moves.none')}</p>}
      <div className="mv">
        {cell.moves.slice(0, FIRST).map(m => (
          <Fragment key={m.clientId + m.direction}>
            <Name id={m.clientId} name={m.name} />
            <span>
              <Arrow to={m.direction === 'in' ? 'up' : 'down'} /> {say(m.what)}
            </span>
            <p>{say(m.why)}</p>
          </Fragment>
        ))}
      </div>
      {cell.movedTotal > FIRST && <p className="i3">{t('moves.more', { n: f.int(cell.movedTotal - FIRST) })}</p>}
      {cell.gone > 0 && <p className="i2">{t('moves.gone', { n: f.int(cell.gone) })}</p>}
    </div>
  )
}

export const CellNear = ({ cell }: { readonly cell: CellView }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const say = useSay()
  if (cell.near.length === 0) return null
  return (
    <div className="sec">
      <h2>
        {t('near.title', { n: f.int(cell.nearTotal) })}
        <small>{t('near.how')}</small>
      </h2>
      <div className="mv near">
        {cell.near.slice(0, FIRST).map(c => (
          <Fragment key={c.clientId}>
            <Name id={c.clientId} name={c.name} />
            <span>{say(c.what)}</span>
          </Fragment>
        ))}
      </div>
      {cell.nearTotal > FIRST && <p className="i3">{t('near.more', { n: f.int(cell.nearTotal - FIRST) })}</p>}
    </div>
  )
}
