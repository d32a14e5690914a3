import type { ReactNode } from 'react'
import type { SyncProgress } from '../../../src-main/contract/sync.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'

/** A stopped sync in full: step, time, cause, what is saved, what is lost; the code is for support. */
export const StopDetails = ({
  progress,
  waiting,
}: {
  readonly progress: SyncProgress
  readonly waiting: number
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  const open = progress.streams.find(s => !s.done)
  return (
    <section className="sec">
      <h2 className="h2l">
        {t('stopped.title')}
        <small className="rt text">{progress.error?.code}</small>
      </h2>
      <dl className="pairs">
        <dt>{t('stopped.step')}</dt>
        <dd>
          {open === undefined
            ? '—'
            : open.tier === null
              ? t('stopped.stepMarket', { stream: t(`stream.${open.stream}`) })
              : t('stopped.stepOf', { stream: t(`stream.${open.stream}`), tier: open.tier })}
        </dd>
        <dt>{t('stopped.when')}</dt>
        <dd>{f.dateTime(progress.finishedAt)}</dd>
        <dt>{t('stopped.why')}</dt>
        <dd>{t(`error.${progress.error?.code ?? 'internal'}`)}</dd>
        <dt>{t('stopped.saved')}</dt>
        <dd>{t('stopped.savedRows', { n: f.int(progress.rows) })}</dd>
        <dt>{t('stopped.lost')}</dt>
        <dd>{t('stopped.lostNothing', { n: f.int(waiting) })}</dd>
      </dl>
    </section>
  )
}
