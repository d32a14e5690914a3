import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '../../i18n/i18n.ts'
import { NoBook } from '../../shell/no-book.tsx'
import { useRunSync } from '../../shell/use-run-sync.ts'
import { useIsOpen, useProgress, useSyncStatus } from '../../shell/use-session.ts'
import { useKeys } from '../../state/keys.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/page-head.tsx'
import '../client/client.css'
import { OutboxList } from './outbox-list.tsx'
import { RejectList } from './reject-list.tsx'
import { StreamTable } from './stream-table.tsx'

const MIB = 1024 * 1024

const Sync = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const go = useNavigate()
  const run = useRunSync()
  const progress = useProgress()
  const { data: status, error, refetch } = useSyncStatus()
  useKeys([
    { keys: ['Ctrl O'], label: t('import.title'), run: () => void go('/import') },
    run.running
      ? { keys: ['Esc'], label: t('sync.cancel'), run: run.cancel }
      : { keys: ['F5'], label: t('sync.now'), run: run.start },
  ])
  if (error && !status) return <Failure error={error} retry={() => void refetch()} />
  if (!status) return <PageHead title={t('screen.sync')} busy />
  const stopped = progress?.state === 'stopped'
  return (
    <div className="page" style={{ gridTemplateRows: `48px ${stopped ? 'auto ' : ''}minmax(0, 1fr)` }}>
      <PageHead
        title={t('screen.sync')}
        actions={
          run.running ? (
            <Button keyHint="Esc" onClick={run.cancel}>
              {t('sync.cancel')}
            </Button>
          ) : (
            <>
              <Button keyHint="Ctrl O" onClick={() => void go('/import')}>
                {t('import.title')}
              </Button>
              <Button
                kind="primary"
                keyHint="F5"
                onClick={run.start}
                disabled={!status.enrolled && t('sync.notEnrolled')}
              >
                {stopped ? t('sync.resume') : t('sync.now')}
              </Button>
            </>
          )
        }
      >
        <span>
          {t('sync.last')} <b>{f.dateTime(status.lastSyncAt)}</b>
        </span>
        <span>{status.url ?? t('sync.notEnrolled')}</span>
        <span>{t('sync.storage', { n: f.ratio(status.storageBytes / MIB, 1) })}</span>
      </PageHead>
      {stopped && (
        <Banner title={t('sync.stoppedShort')}>
          {progress.error?.message} {progress.error?.hint} <span className="i2">{progress.error?.code}</span>
        </Banner>
      )}
      <div className="two">
        <div className="body" role="region" aria-label={t('sync.streams')} tabIndex={0}>
          <StreamTable progress={progress} status={status} />
        </div>
        <aside aria-label={t('sync.side')} tabIndex={0}>
          <OutboxList />
          <RejectList />
        </aside>
      </div>
    </div>
  )
}

export const SyncPage = (): ReactNode => (useIsOpen() ? <Sync /> : <NoBook screen="sync" />)
