import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useT } from '../../i18n/i18n.ts'
import { NoBook } from '../../shell/no-book.tsx'
import { useIsOpen } from '../../shell/use-session.ts'
import { useKeys } from '../../state/keys.ts'
import { useAsk } from '../../state/queries.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { inView, reportFilter, reportViews, type ReportView } from './report-filter.ts'
import { ReportFunnel } from './report-funnel.tsx'
import { ReportsView } from './reports-view.tsx'

const kinds = ['all', 'account', 'fund', 'comparison', 'segment'] as const
const editions = ['all', 'client', 'internal'] as const
const isView = (text: string | null): text is ReportView => reportViews.some(each => each === text)

const Reports = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const go = useNavigate()
  const [params] = useSearchParams()
  const asked = params.get('view')
  const [view, setView] = useState<ReportView>(isView(asked) ? asked : 'all')
  const [kind, setKind] = useState<(typeof kinds)[number]>('all')
  const [edition, setEdition] = useState<(typeof editions)[number]>('all')
  const [text, setText] = useState('')
  const [shown, setShown] = useState<number | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const typed = useDeferredValue(text)
  const { data, error, isFetching, refetch } = useAsk(['reports', 'overview'], api => api.deliveries.overview({}))
  const passes = useMemo(() => reportFilter({ text: typed, view, kind, edition }), [typed, view, kind, edition])
  useKeys([{ keys: ['/', 'Ctrl F'], label: t('clients.keySearch'), run: () => search.current?.focus() }])
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  const lines = data?.lines ?? []
  if (data && lines.length === 0)
    return (
      <div className="page" style={{ gridTemplateRows: '48px minmax(0, 1fr)' }}>
        <PageHead title={t('screen.reports')} busy={isFetching} />
        <div className="empty">
          <h2>{t('reports.none')}</h2>
          <p>{t('reports.noneHow')}</p>
        </div>
      </div>
    )
  return (
    <div className="page reports">
      <PageHead
        title={t('screen.reports')}
        busy={isFetching}
        actions={<Button onClick={() => void go('/reports/batches')}>{t('batch.page')}</Button>}
      >
        <span>
          <b>{f.int(data ? (shown ?? (passes ? null : lines.length)) : null)}</b> / {f.int(data ? lines.length : null)}{' '}
          {t('reports.unit')}
        </span>
      </PageHead>
      {data ? <ReportFunnel funnel={data.funnel} /> : <div className="funnel" />}
      <div className="tb">
        <input
          ref={search}
          className="inp quick"
          type="search"
          aria-label={t('reports.search')}
          placeholder={t('reports.search')}
          value={text}
          onChange={event => setText(event.target.value)}
        />
        <Choice
          label={t('reports.state')}
          value={view}
          onChange={setView}
          options={reportViews.map(v => ({
            value: v,
            label: `${t(`reportView.${v}`)} ${f.int(lines.filter(each => inView(each, v)).length)}`,
          }))}
        />
        <span className="sepv" />
        <Choice
          label={t('reports.kind')}
          value={kind}
          onChange={setKind}
          options={kinds.map(v => ({ value: v, label: v === 'all' ? t('reports.allKinds') : t(`reportKind.${v}`) }))}
        />
        <span className="sepv" />
        <Choice
          label={t('reports.edition')}
          value={edition}
          onChange={setEdition}
          options={editions.map(v => ({
            value: v,
            label: v === 'all' ? t('reports.allEditions') : t(`edition.${v}`),
          }))}
        />
      </div>
      <ReportsView
        key={params.get('id') ?? ''}
        label={t('screen.reports')}
        rows={lines}
        withSubject
        waiting={!data}
        passes={passes}
        onShown={setShown}
        first={params.get('id')}
        sending={params.get('send') === '1'}
      />
    </div>
  )
}

export const ReportsPage = (): ReactNode => (useIsOpen() ? <Reports /> : <NoBook screen="reports" />)
