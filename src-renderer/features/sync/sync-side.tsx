import type { ReactNode } from 'react'
import type { SyncProgress, SyncStatus } from '../../../src-main/contract/sync.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'
import { Arrival } from './arrival.tsx'
import { EnrolForm } from './enrol-form.tsx'
import { ProxyForm } from './proxy-form.tsx'
import { StopDetails } from './stop-details.tsx'

const MIB = 1024 * 1024

/** What happened, how far the tiers are, where head office is, and what support needs to know. */
export const SyncSide = ({
  progress,
  status,
  onCopy,
  onSave,
}: {
  readonly progress: SyncProgress | null
  readonly status: SyncStatus
  readonly onCopy: () => void
  readonly onSave: () => void
}): ReactNode => {
  const t = useT()
  const f = useFormat()
  return (
    <aside aria-label={t('sync.side')} tabIndex={0}>
      {progress?.state === 'stopped' && <StopDetails progress={progress} waiting={status.outbox} />}
      {(!status.enrolled || progress?.error?.code === 'deviceRevoked') && <EnrolForm office={status.url} />}
      {status.enrolled && <Arrival progress={progress} status={status} />}
      <section className="sec">
        <h2>{t('sync.connection')}</h2>
        <dl className="pairs">
          <dt>{t('sync.office')}</dt>
          <dd className="el text" title={status.url ?? ''}>
            {status.url ?? t('sync.notEnrolled')}
          </dd>
          <dt>{t('sync.auto')}</dt>
          <dd>{status.enrolled ? t('sync.autoHow') : '—'}</dd>
          <dt>{t('sync.next')}</dt>
          <dd>{status.enrolled ? f.time(progress?.nextAt ?? null) : '—'}</dd>
          <dt>{t('sync.dataDate')}</dt>
          <dd>{f.date(status.dataDate)}</dd>
          <dt>{t('sync.store')}</dt>
          <dd>{t('sync.storage', { n: f.ratio(status.storageBytes / MIB, 1) })}</dd>
        </dl>
        <ProxyForm />
      </section>
      <section className="sec">
        <h2>{t('diagnostics.title')}</h2>
        <p className="i2 text">{t('diagnostics.what')}</p>
        <span className="sy-acts">
          <Button keyHint="Ctrl S" onClick={onSave}>
            {t('diagnostics.save')}
          </Button>
          <LinkButton keyHint="Ctrl I" onClick={onCopy}>
            {t('stopped.copy')}
          </LinkButton>
        </span>
      </section>
    </aside>
  )
}
