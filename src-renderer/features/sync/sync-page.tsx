import { useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '../../i18n/i18n.ts'
import { NoBook } from '../../shell/no-book.tsx'
import { useRunSync } from '../../shell/use-run-sync.ts'
import { useIsOpen, useProgress, useSyncStatus } from '../../shell/use-session.ts'
import { useKeys } from '../../state/keys.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/page-head.tsx'
import '../client/client.css'
import { ConflictList } from './conflict-list.tsx'
import { OutboxList } from './outbox-list.tsx'
import { RejectList } from './reject-list.tsx'
import { StreamTable } from './stream-table.tsx'
import { SyncSide } from './sync-side.tsx'
import './sync.css'
import { useDiagnostics } from './use-diagnostics.ts'

const tabs = ['streams', 'conflicts', 'rejects', 'outbox'] as const
type Tab = (typeof tabs)[number]

const Sync = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const go = useNavigate()
  const run = useRunSync()
  const progress = useProgress()
  const diagnostics = useDiagnostics()
  const [tab, setTab] = useState<Tab>('streams')
  const { data: status, error, refetch } = useSyncStatus()
  const step = (by: number): void => setTab(tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length] ?? 'streams')
  useKeys([
    run.running
      ? { keys: ['Esc'], label: t('sync.cancel'), run: run.cancel }
      : { keys: ['F5'], label: t('sync.now'), run: run.start },
    { keys: ['[', ']'], label: t('client.switchTab'), run: key => step(key === '[' ? -1 : 1) },
    { keys: ['Ctrl O'], label: t('import.title'), run: () => void go('/import') },
    { keys: ['Ctrl S'], label: t('diagnostics.save'), run: diagnostics.save },
    { keys: ['Ctrl I'], label: t('stopped.copy'), run: diagnostics.copy, quiet: true },
  ])
  if (error && !status) return <Failure error={error} retry={() => void refetch()} />
  if (!status) return <PageHead title={t('screen.sync')} busy />
  const stopped = progress?.state === 'stopped'
  const counts = { streams: null, conflicts: status.conflicts, rejects: status.rejects, outbox: status.outbox }
  const arrived = status.tiers.reduce((sum, each) => sum + each.clients, 0)
  // the sentence of a network that is away says it already
  const whole = progress?.error?.code === 'offline' ? '' : t('sync.wholeUsable')
  return (
    <div className="page sync-page">
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
        {progress && progress.state !== 'idle' && (
          <span>
            {t(`syncState.${progress.state}`)}{' '}
            {t('sync.took', {
              count: progress.rows,
              rows: f.int(progress.rows),
              seconds: f.ratio(progress.seconds, 1),
            })}
          </span>
        )}
      </PageHead>
      {stopped && (
        <Banner title={t('sync.stoppedShort')}>
          {[
            t(`error.${progress.error?.code ?? 'internal'}`),
            status.lastSyncAt === null ? t('sync.stillUsable', { n: f.int(arrived) }) : whole,
            progress.nextAt === null ? '' : t('sync.nextTry', { at: f.time(progress.nextAt) }),
          ]
            .filter(sentence => sentence !== '')
            .join(f.locale === 'en' ? ' ' : '')}
        </Banner>
      )}
      <div className="tabs">
        <Choice
          tabs
          label={t('screen.sync')}
          value={tab}
          onChange={setTab}
          options={tabs.map(value => ({
            value,
            label: (
              <>
                {t(`syncTab.${value}`)}
                {counts[value] !== null && (
                  <span className={`n${counts[value] > 0 && value !== 'outbox' ? ' warn' : ''}`}>
                    {f.int(counts[value])}
                  </span>
                )}
                {value === 'outbox' && status.refused > 0 && (
                  <span className="n warn">{t('sync.refused', { n: f.int(status.refused) })}</span>
                )}
              </>
            ),
          }))}
        />
        <span className="more">
          <kbd>[</kbd>
          <kbd>]</kbd> {t('client.switchTab')}
        </span>
      </div>
      <div className="two">
        <div className="body" role="tabpanel" aria-label={t(`syncTab.${tab}`)} tabIndex={0}>
          {tab === 'streams' && <StreamTable progress={progress} status={status} />}
          {tab === 'conflicts' && <ConflictList />}
          {tab === 'rejects' && <RejectList />}
          {tab === 'outbox' && <OutboxList />}
        </div>
        <SyncSide progress={progress} status={status} onCopy={diagnostics.copy} onSave={diagnostics.save} />
      </div>
    </div>
  )
}

export const SyncPage = (): ReactNode => (useIsOpen() ? <Sync /> : <NoBook screen="sync" />)
