import { useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '../../i18n/i18n.ts'
import { useIsOpen, useProgress, useSession, useSyncStatus } from '../../shell/use-session.ts'
import { useRunSync } from '../../shell/use-run-sync.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { makeStore } from '../../state/store.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { arrivalOf } from './arrival.ts'
import { CellPanel } from './cell-panel.tsx'
import { ComparePanel } from './compare-panel.tsx'
import { CutGrid } from './cut-grid.tsx'
import { EmptyMatrix } from './empty-matrix.tsx'
import './matrix.css'
import { MatrixGrid } from './matrix-grid.tsx'
import { MatrixKey } from './matrix-key.tsx'
import { MatrixSummary } from './matrix-summary.tsx'
import { MatrixToolbar } from './matrix-toolbar.tsx'
import { boundsOf, measures } from './measure.ts'
import type { Measure } from './measure.ts'
import type { CutAxis } from '../../../src-main/contract/segment-rules.ts'
import { cellPath, moveSelection, selectedCell } from './selection.ts'
import { StoppedPanel } from './stopped-panel.tsx'
import { WhatIfPanel } from './what-if-panel.tsx'
import './what-if.css'

const chosenMeasure = makeStore<Measure>('aum')
const chosenCut = makeStore<CutAxis | 'tier'>('tier')

const MatrixOfBook = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const go = useNavigate()
  const measure = chosenMeasure.use()
  const cut = chosenCut.use()
  const [offline, setOffline] = useState(false)
  const [panel, setPanel] = useState<'cell' | 'whatIf' | 'compare'>('cell')
  const close = (): void => setPanel('cell')
  const { data: view, error, isFetching, refetch } = useAsk(['matrix', 'view'], api => api.matrix.view({}))
  const progress = useProgress()
  const status = useSyncStatus().data
  const run = useRunSync()
  const arrival = arrivalOf(progress, status?.lastSyncAt === null)
  const stopped = progress?.state === 'stopped' && !offline
  useKeys([
    ...(stopped
      ? [
          { keys: ['F5'], label: t('sync.resume'), run: run.start },
          { keys: ['O'], label: t('sync.workOffline'), run: () => setOffline(true) },
        ]
      : []),
    { keys: ['←', '↑', '↓', '→'], label: t('matrix.keyWalk'), run: moveSelection },
    { keys: ['Enter'], label: t('matrix.keyOpen'), run: () => void go(cellPath(selectedCell.get())) },
    { keys: ['C'], label: t('compare.title'), run: () => setPanel(panel === 'compare' ? 'cell' : 'compare') },
    { keys: ['W'], label: t('whatIf.title'), run: () => setPanel(panel === 'whatIf' ? 'cell' : 'whatIf') },
    {
      keys: ['M'],
      label: t('matrix.keyMeasure'),
      run: () => chosenMeasure.set(measures[(measures.indexOf(measure) + 1) % measures.length] ?? 'aum'),
    },
  ])
  if (error && !view) return <Failure error={error} retry={() => void refetch()} />
  if (!view) return <PageHead title={t('screen.matrix')} busy />
  if (view.clients === 0 && progress?.state !== 'running' && !stopped) return <EmptyMatrix view={view} />
  return (
    <div className="page matrix">
      <PageHead title={t('screen.matrix')} busy={isFetching}>
        <MatrixSummary view={view} arrival={arrival} />
      </PageHead>
      {stopped && (
        <Banner
          title={t('sync.stoppedTitle', { count: Math.max(1, Math.min(5, (progress?.tierReady ?? 6) - 1)) })}
          actions={
            <>
              <Button keyHint="O" onClick={() => setOffline(true)}>
                {t('sync.workOffline')}
              </Button>
              <Button kind="primary" keyHint="F5" onClick={run.start}>
                {t('sync.resume')}
              </Button>
            </>
          }
        >
          {progress?.error?.message} {t('sync.stillUsable', { n: f.int(view.clients) })}
        </Banner>
      )}
      <MatrixToolbar
        cut={cut}
        onCut={chosenCut.set}
        measure={measure}
        onMeasure={chosenMeasure.set}
        bounds={boundsOf(view.cells, measure)}
        partial={arrival.partial}
      />
      {cut === 'tier' ? (
        <section className="mx" aria-label={t('matrix.area')}>
          <MatrixGrid view={view} measure={measure} arrival={arrival} />
          <MatrixKey marks={view.marks} kind={arrival.partial ? 'partial' : 'whole'} />
        </section>
      ) : (
        <CutGrid axis={cut} measure={measure} />
      )}
      {panel === 'whatIf' ? (
        <WhatIfPanel onClose={close} />
      ) : panel === 'compare' ? (
        <ComparePanel onClose={close} />
      ) : stopped && progress ? (
        <StoppedPanel progress={progress} view={view} />
      ) : (
        <CellPanel view={view} />
      )}
    </div>
  )
}

export const MatrixPage = (): ReactNode => {
  const open = useIsOpen()
  const { data: session } = useSession()
  if (open) return <MatrixOfBook />
  return session ? <EmptyMatrix view={null} /> : null
}
