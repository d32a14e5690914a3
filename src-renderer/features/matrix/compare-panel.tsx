import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useSay, useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'
import type { Runs, Way } from './use-runs.ts'

/** Two recorded runs to choose from, what happened between them in sum, and who went the chosen way. */
export const ComparePanel = ({ runs, onClose }: { readonly runs: Runs; readonly onClose: () => void }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { migration } = runs
  useKeys([{ keys: ['Esc'], label: t('common.close'), run: onClose }])
  const pick = (side: 'from' | 'to'): ReactNode => (
    <label>
      <span className="i3">{t(`compare.${side}`)}</span>
      <select className="inp" value={runs[side]} onChange={event => runs.pick(side, event.target.value)}>
        {runs.all.map(run => (
          <option key={run.at} value={run.at}>
            {f.dateTime(run.at)} {t(`run.${run.why}`, { pack: run.pack })}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <aside className="what-if" aria-label={t('compare.title')} tabIndex={0}>
      <div className="sec">
        <h2>
          {t('compare.title')}
          <span className="rt">
            <LinkButton keyHint="Esc" onClick={onClose}>
              {t('common.close')}
            </LinkButton>
          </span>
        </h2>
        {runs.all.length < 2 ? (
          <p className="i2">{t('compare.tooFew')}</p>
        ) : (
          <div className="marks two-fields">
            {pick('from')}
            {pick('to')}
          </div>
        )}
      </div>
      {migration && (
        <div className="sec">
          <h2>{t('compare.moved', { n: f.int(migration.up + migration.down + migration.style) })}</h2>
          <dl className="kv sums">
            {(['stayed', 'up', 'down', 'style', 'added', 'left'] as const).map(kind => (
              <Fragment key={kind}>
                <dt>{t(`compare.sum.${kind}`)}</dt>
                <dd className="r">{f.int(migration[kind])}</dd>
              </Fragment>
            ))}
          </dl>
        </div>
      )}
      {migration &&
        (runs.way ? <WayClients runs={runs} way={runs.way} /> : <p className="hint i3">{t('compare.pick')}</p>)}
    </aside>
  )
}

const WayClients = ({ runs, way }: { readonly runs: Runs; readonly way: Way }): ReactNode => {
  const t = useT()
  const say = useSay()
  const go = useNavigate()
  const f = useFormat()
  const asked = { from: runs.from, to: runs.to, fromCell: way.from, toCell: way.to }
  const { data } = useAsk(['matrix', 'flow', asked], api => api.segmentRules.flow(asked))
  const name = (cell: string | null): string => {
    if (cell === null) return t('compare.outside')
    const [tier, style] = cell.split('-')
    return style === undefined ? t('matrix.undetermined') : `${tier} ${t(`style.${style}`)}`
  }
  return (
    <div className="sec">
      <h2>{t('compare.flow', { from: name(way.from), to: name(way.to) })}</h2>
      {data?.length === 0 && <p className="i3">{t('compare.goneOnly')}</p>}
      <div className="mv">
        {data?.map(c => (
          <Fragment key={c.clientId}>
            <button type="button" title={c.name} onClick={() => void go(`/clients/${encodeURIComponent(c.clientId)}`)}>
              {c.name}
            </button>
            <span>{f.money(c.assets)}</span>
            <p>{say(c.why)}</p>
          </Fragment>
        ))}
      </div>
    </div>
  )
}
