import type { ReactNode } from 'react'
import type { MatrixView } from '../../../src-main/contract/matrix.ts'
import type { SyncProgress } from '../../../src-main/contract/sync.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { tell } from '../../state/undo.ts'
import { useKeys } from '../../state/keys.ts'
import { useFormat } from '../../ui/format.ts'
import { arrivalOf } from './arrival.ts'
import { tiers } from './selection.ts'

/** A stopped sync, in full: step, time, cause, what is saved, what to do; the code is for support. */
export const StoppedPanel = ({
  progress,
  view,
}: {
  readonly progress: SyncProgress
  readonly view: MatrixView
}): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const open = progress.streams.find(s => !s.done)
  const arrival = arrivalOf(progress, view.comparedWith === null)
  const saved = f.int(progress.rows)
  const copy = (): void => {
    const { error, streams, rows, rejects, tierReady, startedAt, finishedAt } = progress
    const text = JSON.stringify({ error, streams, rows, rejects, tierReady, startedAt, finishedAt }, null, 1)
    void navigator.clipboard.writeText(text).then(() => tell(t('stopped.copied')))
  }
  useKeys([{ keys: ['Ctrl I'], label: t('stopped.copy'), run: copy }])
  return (
    <aside className="sp2" aria-label={t('stopped.title')}>
      <div className="sec" style={{ paddingTop: 12 }}>
        <h2 className="h2l">
          {t('stopped.title')}
          <small className="rt text">{progress.error?.code}</small>
        </h2>
        <dl className="er">
          <dt>{t('stopped.step')}</dt>
          <dd>
            {open === undefined
              ? '—'
              : t(open.tier === null ? 'stopped.stepMarket' : 'stopped.stepOf', {
                  stream: t(`stream.${open.stream}`),
                  tier: open.tier ?? '',
                })}
          </dd>
          <dt>{t('stopped.when')}</dt>
          <dd>{f.dateTime(progress.finishedAt)}</dd>
          <dt>{t('stopped.why')}</dt>
          <dd>{progress.error === null ? '—' : t(`error.${progress.error.code}`)}</dd>
          <dt>{t('stopped.saved')}</dt>
          <dd>{t('stopped.savedRows', { n: saved })}</dd>
          <dt>{t('stopped.lost')}</dt>
          <dd>{t('stopped.lostNone')}</dd>
        </dl>
      </div>
      <div className="sec">
        <h2>{t('stopped.arrival')}</h2>
        <table className="ly">
          <thead>
            <tr>
              <th>{t('matrix.tier')}</th>
              <th className="r">{t('matrix.clients')}</th>
              <th className="r">{t('stopped.state')}</th>
            </tr>
          </thead>
          <tbody>
            {tiers.map(tier => {
              const state = arrival.stateOf(tier)
              const name = view.tiers.find(x => x.tier === tier)?.name
              const count = view.cells.filter(c => c.tier === tier).reduce((n, c) => n + c.count, 0)
              return (
                <tr key={tier}>
                  <td>
                    {tier} {name && say(name)}
                  </td>
                  <td className="r">{f.int(count)}</td>
                  <td className={state === 'partial' ? 'r warn s' : state === 'missing' ? 'r i3' : 'r'}>
                    {t(`stopped.${state}`)}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <div className="sec">
        <h2>{t('stopped.todo')}</h2>
        <ul className="todo">
          {(['resume', 'offline', 'support'] as const).map((step, i) => (
            <li key={step}>
              <i>{i + 1}</i>
              <span>
                <b>{t(`stopped.${step}`)}</b>
                {t(`stopped.${step}How`)}
              </span>
              <kbd>{['F5', 'O', 'Ctrl I'][i]}</kbd>
            </li>
          ))}
        </ul>
      </div>
    </aside>
  )
}
