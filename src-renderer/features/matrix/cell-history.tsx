import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { CellHistory as History } from '../../../src-main/contract/matrix.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { Arrow } from '../../ui/marks.tsx'
import type { CellId } from './selection.ts'

const Run = ({ run }: { readonly run: History['runs'][number] }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const go = useNavigate()
  const more = run.movedIn + run.movedOut - run.moves.length
  return (
    <div className="sec">
      <h2>
        {f.dateTime(run.at)}
        <small>{t(`run.${run.why}`, { pack: run.pack })}</small>
        <span className="rt">{t('matrix.count', { n: f.int(run.clients) })}</span>
      </h2>
      <p className="i2">
        {t('history.in')} <b>{f.int(run.movedIn)}</b> · {t('history.out')} <b>{f.int(run.movedOut)}</b>
      </p>
      <div className="mv near">
        {run.moves.map(move => (
          <Fragment key={move.clientId}>
            <button
              type="button"
              title={move.name}
              onClick={() => void go(`/clients/${encodeURIComponent(move.clientId)}`)}
            >
              {move.name}
            </button>
            <span>
              <Arrow to={move.direction === 'in' ? 'up' : 'down'} />{' '}
              {move.other === null ? t('compare.outside') : say(move.other)}
            </span>
          </Fragment>
        ))}
      </div>
      {more > 0 && <p className="i3">{t('history.more', { n: f.int(more) })}</p>}
    </div>
  )
}

/** The recorded runs of one cell: how many it had, and who came and went. */
export const CellHistory = ({
  cell,
  title,
  onClose,
}: {
  readonly cell: CellId
  readonly title: string
  readonly onClose: () => void
}): ReactNode => {
  const t = useT()
  const { tier, style } = cell
  const asked = useAsk(['matrix', 'history', tier, style], api => api.matrix.history({ tier, style }))
  const { error, refetch } = asked
  const data = asked.isPlaceholderData ? undefined : asked.data
  useKeys([{ keys: ['Esc'], label: t('common.close'), run: onClose }])
  return (
    <aside className="sp2" aria-label={t('history.title')} tabIndex={0}>
      <div className="sec" style={{ paddingTop: 9 }}>
        <h2 className="h2l">
          {title}
          <span className="rt">
            <LinkButton keyHint="H" onClick={onClose}>
              {t('common.close')}
            </LinkButton>
          </span>
        </h2>
        <p className="i2">{t('history.title')}</p>
      </div>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {data?.runs.length === 0 && <p className="sec i2">{t('history.none')}</p>}
      {data?.runs.map(run => (
        <Run key={run.at} run={run} />
      ))}
    </aside>
  )
}
