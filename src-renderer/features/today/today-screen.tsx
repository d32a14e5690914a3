import { useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { TodayGroup, TodayRow } from '../../../src-main/contract/today.ts'
import { useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../state/keys.ts'
import { useToday } from '../../state/ask-today.ts'
import { useAsk } from '../../state/queries.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/page-head.tsx'
import '../client/client.css'
import { BulkDialog } from '../clients/bulk-dialog.tsx'
import { ContactForm } from '../client/contact-form.tsx'
import { QuickReport } from '../reports/quick-report.tsx'
import { CapacityStrip } from './capacity-strip.tsx'
import { hours } from './hours.ts'
import { PartialNote } from '../sync/partial-note.tsx'
import { SyncPart } from './sync-part.tsx'
import { TodayList } from './today-list.tsx'
import { QuestionnaireCalendar, ReportEcho, WeekHours } from './today-side.tsx'
import './today.css'
import { clientsOf, useMark } from './use-mark.ts'

const MOST = 500
const groups = ['service', 'event', 'questionnaire'] as const satisfies readonly TodayGroup[]

/** Whom to serve today, why, and with what. */
export const TodayScreen = (): ReactNode => {
  const t = useT()
  const f = useFormat()
  const go = useNavigate()
  const mark = useMark()
  const [chosen, setChosen] = useState<string | null>(null)
  const [group, setGroup] = useState<TodayGroup | 'all'>('all')
  const [reporting, setReporting] = useState(false)
  const [logging, setLogging] = useState<string | null>(null)
  const [all, setAll] = useState(false)
  const [bulk, setBulk] = useState<readonly string[] | null>(null)
  const first = useToday()
  const whole = useAsk(['today', 'view', 'whole'], api => api.today.view({ limit: MOST }), all)
  const { error, isFetching, refetch } = first
  const view = (all ? whole.data : undefined) ?? first.data
  const shown = all || group !== 'all' ? view?.rows : view?.rows.slice(0, view.plan)
  const rows = (shown ?? []).filter(row => group === 'all' || row.groups.includes(group))
  const found = rows.findIndex(row => row.id === chosen)
  const at = Math.max(0, found)
  const row = rows[at]
  const select = (index: number): void => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (!next) return
    setChosen(next.id)
    document.getElementById(`today-${next.id}`)?.scrollIntoView({ block: 'nearest' })
  }
  const open = (to: TodayRow | undefined, tab = ''): void => {
    if (to?.kind === 'client') void go(`/clients/${encodeURIComponent(to.clientId)}${tab}`)
    else if (to) void go(`/clients?event=${encodeURIComponent(to.id)}`)
  }
  const one = row?.kind === 'client' ? row : undefined
  const logged = view?.rows.find(each => each.kind === 'client' && each.clientId === logging)
  const log = (): void => {
    if (one) setLogging(one.clientId)
    else if (row) setBulk(clientsOf(row))
  }
  const settle = (kind: 'done' | 'later' | 'notRelevant'): void => {
    if (!row || !view) return
    setChosen((rows[at + 1] ?? rows[at - 1])?.id ?? null)
    void mark(row, kind, view)
  }
  useKeys([
    { keys: ['J', 'K'], label: t('clients.keyWalk'), run: key => select(at + (key === 'J' ? 1 : -1)) },
    { keys: ['↓', '↑'], label: t('clients.keyWalk'), run: key => select(at + (key === '↓' ? 1 : -1)), quiet: true },
    { keys: ['Enter'], label: t('common.open'), run: () => open(row) },
    { keys: ['D'], label: t('clients.keyDiagnosis'), run: () => open(one, '/diagnosis') },
    { keys: ['Ctrl P'], label: t('report.keyMake'), run: () => setReporting(one !== undefined), quiet: true },
    { keys: ['L'], label: t('contact.log'), run: log },
    { keys: ['V'], label: t('today.later'), run: () => settle('later') },
    { keys: ['X'], label: t('today.done'), run: () => settle('done') },
    { keys: ['N'], label: t('today.notRelevant'), run: () => settle('notRelevant') },
    { keys: ['A'], label: t('today.all'), run: () => setAll(!all), quiet: true },
  ])
  if (error && !view) return <Failure error={error} retry={() => void refetch()} />
  if (!view) return <PageHead title={t('screen.today')} busy />
  const gap = Math.max(0, view.needMinutes - view.availableMinutes)
  return (
    <div className="page today">
      <PageHead
        title={t('screen.today')}
        busy={isFetching}
        actions={
          row && (
            <>
              {one && (
                <Button keyHint="Ctrl P" onClick={() => setReporting(true)}>
                  {t('report.make.account')}
                </Button>
              )}
              <Button kind="primary" keyHint="Enter" onClick={() => open(row)}>
                {row.kind === 'client'
                  ? t('today.open', { name: row.name })
                  : t('today.openEvent', { count: row.clientIds.length, n: f.int(row.clientIds.length) })}
              </Button>
            </>
          )
        }
      >
        <span>
          {f.date(view.date)} {t(`weekday.${new Date(`${view.date}T12:00:00Z`).getUTCDay()}`)}
        </span>
        <span>
          {t('today.items')} <b>{f.int(view.total)}</b>
        </span>
        <span>
          <b>{f.int(view.clients)}</b> {t('today.clients')}
        </span>
        {groups.map(kind => (
          <span key={kind}>
            {t(`today.group.${kind}`)} <b>{f.int(view.counts[kind])}</b>
          </span>
        ))}
        <PartialNote />
      </PageHead>
      {bulk && <BulkDialog ids={bulk} first="contact" onClose={() => setBulk(null)} />}
      {reporting && one && (
        <QuickReport kind="account" subject={one.clientId} name={one.name} onClose={() => setReporting(false)} />
      )}
      <div className="cap">
        <dl>
          <dt>{t('today.need')}</dt>
          <dd>{hours(view.needMinutes)}</dd>
          <dt>{t('today.available')}</dt>
          <dd>{hours(view.availableMinutes)}</dd>
          <dt>{t('today.gap')}</dt>
          <dd className={gap > 0 ? 'warn' : ''}>{hours(gap)}</dd>
        </dl>
        <p>{t('today.fits', { n: f.int(view.aboveCut) })}</p>
        <CapacityStrip view={view} selected={row?.id ?? null} />
      </div>
      <div className="tb">
        <Choice
          label={t('today.groups')}
          value={group}
          onChange={setGroup}
          options={[
            { value: 'all', label: `${t('clientView.all')} ${f.int(view.total)}` },
            ...groups.map(kind => ({ value: kind, label: `${t(`today.group.${kind}`)} ${f.int(view.counts[kind])}` })),
          ]}
        />
        <span className="k" style={{ marginLeft: 'auto' }}>
          {t('today.order')}
        </span>
      </div>
      <TodayList
        view={view}
        rows={rows}
        selected={row?.id ?? null}
        onSelect={setChosen}
        onOpen={open}
        all={all}
        onAll={() => setAll(!all)}
      />
      <aside aria-label={t('today.side')} tabIndex={0}>
        {logging !== null && (
          <div className="sec">
            <h2>
              {t('contact.log')}
              <small>{logged?.kind === 'client' && logged.name}</small>
            </h2>
            <ContactForm clientId={logging} onClose={() => setLogging(null)} />
          </div>
        )}
        <WeekHours view={view} />
        <SyncPart />
        <QuestionnaireCalendar view={view} />
        <ReportEcho view={view} />
      </aside>
    </div>
  )
}
