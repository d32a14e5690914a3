import { useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { MatrixView } from '../../../src-main/contract/matrix.ts'
import type { WhatIf } from '../../../src-main/contract/segment-rules.ts'
import { useEngineWords } from '../../i18n/engine-words.ts'
import { useT } from '../../i18n/i18n.ts'
import { useIsOpen, useProgress, useSession, useSyncStatus } from '../../shell/use-session.ts'
import { useRunSync } from '../../shell/use-run-sync.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { later } from '../../state/later.tsx'
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
import { CutPanel } from './cut-panel.tsx'
import { cutPath, moveCutSelection, useCut } from './cut-selection.ts'
import { EmptyMatrix } from './empty-matrix.tsx'
import './matrix.css'
import './matrix-side.css'
import { MatrixGrid } from './matrix-grid.tsx'
import { MatrixKey } from './matrix-key.tsx'
import { useMatrixTables } from './matrix-table.ts'
import { MatrixSummary } from './matrix-summary.tsx'
import { MigrationGrid } from './migration-grid.tsx'
import { useRuns } from './use-runs.ts'
import { MatrixToolbar } from './matrix-toolbar.tsx'
import { boundsOf, measures } from './measure.ts'
import type { Measure } from './measure.ts'
import { cellPath, moveSelection, selectedCell } from './selection.ts'
import { StoppedPanel } from './stopped-panel.tsx'

const QuickReport = later(async () => (await import('../reports/quick-report.tsx')).QuickReport)
const ExportMatrix = later(async () => (await import('./export-matrix.tsx')).ExportMatrix)
const WhatIfPanel = later(async () => (await import('./what-if-panel.tsx')).WhatIfPanel)

const chosenMeasure = makeStore<Measure>('aum')
const chosenCut = makeStore('tier')

/** The same matrix with its cells, marks and moves as a draft of the rules would have them. */
const underDraft = (view: MatrixView, effect: WhatIf): MatrixView => ({
  ...view,
  cells: effect.cells,
  tiers: effect.tiers,
  undetermined: effect.undetermined,
  moves: { ...view.moves, total: effect.moved, up: effect.up, down: effect.down, style: effect.style },
})

const MatrixOfBook = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const words = useEngineWords()
  const go = useNavigate()
  const measure = chosenMeasure.use()
  const chosen = chosenCut.use()
  const [offline, setOffline] = useState(false)
  const [review, setReview] = useState(false)
  const [exporting, setExporting] = useState(false)
  const tables = useMatrixTables()
  const [panel, setPanel] = useState<'cell' | 'whatIf' | 'compare'>('cell')
  const [effect, setEffect] = useState<WhatIf | null>(null)
  const runs = useRuns(panel === 'compare')
  const comparing = panel === 'compare' && runs.migration !== undefined
  const cuts = useAsk(['matrix', 'cuts'], api => api.segmentRules.cuts({})).data ?? []
  // the rules are drafted, and two runs compared, by tier and style
  const cut = panel === 'cell' && cuts.some(each => each.id === chosen) ? chosen : 'tier'
  const close = (): void => setPanel('cell')
  const toggle = (to: 'whatIf' | 'compare'): void => setPanel(panel === to ? 'cell' : to)
  const { data: view, error, isFetching, refetch } = useAsk(['matrix', 'view'], api => api.matrix.view({}))
  const cutView = useCut(cut === 'tier' ? null : cut)
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
    {
      keys: ['←', '↑', '↓', '→'],
      label: t('matrix.keyWalk'),
      run: key => (cut === 'tier' ? moveSelection(key) : moveCutSelection(key, cutView)),
    },
    {
      keys: ['Enter'],
      label: t('matrix.keyOpen'),
      run: () => void go(cut === 'tier' ? cellPath(selectedCell.get()) : cutPath(cut)),
    },
    { keys: ['R'], label: t('report.review'), run: () => setReview(true), quiet: true },
    { keys: ['C'], label: t('compare.short'), run: () => toggle('compare') },
    { keys: ['W'], label: t('whatIf.short'), run: () => toggle('whatIf') },
    { keys: ['E'], label: t('export.short'), run: () => setExporting(true) },
    {
      keys: ['M'],
      quiet: comparing,
      label: t('matrix.keyMeasure'),
      run: () => comparing || chosenMeasure.set(measures[(measures.indexOf(measure) + 1) % measures.length] ?? 'aum'),
    },
  ])
  if (error && !view) return <Failure error={error} retry={() => void refetch()} />
  if (!view) return <PageHead title={t('screen.matrix')} busy />
  if (view.clients === 0 && progress?.state !== 'running' && !stopped) return <EmptyMatrix view={view} />
  const shown = effect === null ? view : underDraft(view, effect)
  const table =
    comparing && runs.migration
      ? tables.ofMigration(runs.migration)
      : cut !== 'tier' && cutView
        ? tables.ofCut(cutView)
        : tables.ofMatrix(shown)
  return (
    <div className="page matrix">
      <PageHead
        title={t('screen.matrix')}
        busy={isFetching}
        actions={
          <>
            <Button keyHint="R" onClick={() => setReview(true)}>
              {t('report.review')}
            </Button>
            <Button keyHint="C" onClick={() => toggle('compare')}>
              {t('compare.title')}
            </Button>
            <Button keyHint="W" onClick={() => toggle('whatIf')}>
              {t('whatIf.title')}
            </Button>
          </>
        }
      >
        <MatrixSummary view={shown} arrival={arrival} draft={effect !== null} />
      </PageHead>
      {exporting && <ExportMatrix table={table} onClose={() => setExporting(false)} />}
      {review && (
        <QuickReport kind="segment" subject="quarter" name={t('report.quarter')} onClose={() => setReview(false)} />
      )}
      {stopped && (
        <Banner
          title={
            arrival.partial
              ? t('sync.stoppedTitle', { count: Math.max(1, Math.min(5, (progress?.tierReady ?? 6) - 1)) })
              : t('sync.stoppedShort')
          }
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
          {progress?.error && words(progress.error.message)}
          {f.locale === 'en' && ' '}
          {arrival.partial ? t('sync.stillUsable', { n: f.int(view.clients) }) : t('sync.wholeUsable')}
        </Banner>
      )}
      <MatrixToolbar
        cuts={cuts}
        cut={cut}
        onCut={id => {
          close()
          chosenCut.set(id)
        }}
        measure={measure}
        onMeasure={chosenMeasure.set}
        bounds={boundsOf(cut === 'tier' ? shown.cells : (cutView?.cells ?? []), measure)}
        partial={arrival.partial}
        comparing={comparing}
      />
      {panel === 'compare' && runs.migration ? (
        <MigrationGrid migration={runs.migration} way={runs.way} onWay={runs.choose} />
      ) : cut === 'tier' ? (
        <section className="mx" aria-label={t('matrix.area')}>
          <MatrixGrid view={shown} measure={measure} arrival={arrival} draft={effect !== null} />
          <MatrixKey marks={view.marks} kind={arrival.partial ? 'partial' : 'whole'} />
        </section>
      ) : (
        <CutGrid view={cutView} marks={view.marks} measure={measure} />
      )}
      {panel === 'whatIf' ? (
        <WhatIfPanel view={view} onEffect={setEffect} onClose={close} />
      ) : panel === 'compare' ? (
        <ComparePanel runs={runs} onClose={close} />
      ) : stopped && progress ? (
        <StoppedPanel progress={progress} view={view} />
      ) : cut === 'tier' ? (
        <CellPanel view={view} />
      ) : (
        <CutPanel view={cutView} />
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
