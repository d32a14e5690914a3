import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { BiText } from '../../../src-main/model/text.ts'
import type { TodayView } from '../../../src-main/contract/today.ts'
import { useSay, useT } from '../../i18n/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'
import { hours } from './hours.ts'

const BAR = 132
const WEEK = 7
const CHART = { width: 304, height: 36 }

const Name = ({ id, name }: { readonly id: string; readonly name: string }): ReactNode => {
  const go = useNavigate()
  return (
    <button type="button" className="s" title={name} onClick={() => void go(`/clients/${encodeURIComponent(id)}`)}>
      {name}
    </button>
  )
}

type BatchCells = TodayView['batch']['cells']
const STYLES = 3

const tierName = (cells: BatchCells, tier: number, say: (text: BiText) => string): string => {
  const name = cells.find(cell => cell.tier === tier)?.name
  return name ? (say(name).split(' × ')[0] ?? '') : ''
}

/** Tiers that are served by message as a whole, and the single cells of the others. */
const batchNames = (
  cells: BatchCells,
  say: (text: BiText) => string,
  whole: (tier: number) => string,
): readonly string[] =>
  [...Map.groupBy(cells, cell => cell.tier)]
    .toSorted(([a], [b]) => b - a)
    .flatMap(([tier, own]) => (own.length === STYLES ? [whole(tier)] : own.map(cell => say(cell.name))))

export const WeekHours = ({ view }: { readonly view: TodayView }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const go = useNavigate()
  const { week, availableMinutes, batch } = view
  const planned = week.days.reduce((sum, day) => sum + day.minutes, 0)
  const available = availableMinutes * week.days.length
  // a day far beyond its hours is cut off: the figure beside it tells how far
  const top =
    Math.min(2, Math.max(1, ...week.days.map(day => day.minutes / availableMinutes)) * 1.05) * availableMinutes
  const unit = top === 0 ? 0 : BAR / top
  return (
    <div className="sec">
      <h2>
        {t('today.week')}
        <span className={planned > available ? 'rt warn' : 'rt'}>
          {t('today.weekHours', { need: hours(planned), available: hours(available) })}
        </span>
      </h2>
      <div className="rows wk">
        {week.days.map(day => {
          const over = day.minutes > availableMinutes
          return (
            <Fragment key={day.date}>
              <span className={day.date === view.date ? 's' : 'i2'}>
                {t(`weekday.${new Date(`${day.date}T12:00:00Z`).getUTCDay()}`)} {day.date.slice(8)}
              </span>
              <svg viewBox={`0 0 ${BAR} 20`} preserveAspectRatio="none" width="100%" height="20" aria-hidden="true">
                <rect y="6" width={Math.min(day.minutes, availableMinutes) * unit} height="8" fill="var(--ink3)" />
                {over && (
                  <rect
                    x={availableMinutes * unit}
                    y="6"
                    width={(Math.min(day.minutes, top) - availableMinutes) * unit}
                    height="8"
                    fill="var(--warn)"
                  />
                )}
                <path d={`M${availableMinutes * unit} 2v16`} stroke="var(--ink)" strokeWidth="1.5" />
              </svg>
              <span className={over ? 'r warn s' : 'r i2'}>
                {hours(day.minutes)} / {hours(availableMinutes)}
              </span>
            </Fragment>
          )
        })}
      </div>
      {batch.cells.length > 0 && (
        <>
          <p className="i2" style={{ marginTop: 6 }}>
            {t('today.batch', {
              single: f.ratio(week.neededHours, 1),
              planned: f.ratio(week.plannedHours, 1),
              cells: batchNames(batch.cells, say, tier =>
                t('today.wholeTier', { name: tierName(batch.cells, tier, say) }),
              ).join(t('common.listComma')),
            })}
          </p>
          {batch.clients > 0 && (
            <LinkButton
              onClick={() =>
                void go(`/clients?view=due&cells=${batch.cells.map(cell => `${cell.tier}-${cell.style}`).join(',')}`)
              }
            >
              {t('today.batchOpen', { n: f.int(batch.clients) })}
            </LinkButton>
          )}
        </>
      )}
    </div>
  )
}

export const QuestionnaireCalendar = ({ view }: { readonly view: TodayView }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const { questionnaires: q } = view
  const most = Math.max(1, ...q.byDay)
  const step = CHART.width / q.byDay.length
  return (
    <div className="sec">
      <h2>
        {t('today.questionnaires')}
        <small>{t('today.next30')}</small>
      </h2>
      <div className="fn">
        <div>
          <b className={q.lapsed > 0 ? 'warn' : ''}>{f.int(q.lapsed)}</b>
          <span>{t('today.lapsedCount')}</span>
        </div>
        <div>
          <b>{f.int(q.within7)}</b>
          <span>{t('today.within', { n: 7 })}</span>
        </div>
        <div>
          <b>{f.int(q.within30)}</b>
          <span>{t('today.within', { n: 30 })}</span>
        </div>
      </div>
      <svg width={CHART.width} height={CHART.height + 2} role="img" aria-label={t('today.questionnaires')}>
        {q.byDay.map((n, day) => (
          <rect
            // Days have no other name than their place.
            key={day}
            x={day * step}
            y={CHART.height - (n / most) * CHART.height}
            width={step - 2.5}
            height={(n / most) * CHART.height}
            fill={day < WEEK ? 'var(--accent)' : 'var(--c3)'}
          />
        ))}
        <path d={`M0 ${CHART.height + 0.5}h${CHART.width}`} stroke="var(--line2)" />
      </svg>
      <div className="rows qs" style={{ marginTop: 6 }}>
        {q.next.map(c => (
          <Fragment key={c.clientId}>
            <Name id={c.clientId} name={c.name} />
            <span className="i2">
              {c.tier && c.style ? `${c.tier} ${t(`style.${c.style}`)} ` : ''}
              {c.riskCapacity}
            </span>
            <span className="r">{t('today.left', { date: f.day(c.on, view.date), count: c.days, n: c.days })}</span>
          </Fragment>
        ))}
      </div>
    </div>
  )
}

export const ReportEcho = ({ view }: { readonly view: TodayView }): ReactNode => {
  const t = useT()
  const say = useSay()
  const f = useFormat()
  const { echo } = view
  return (
    <div className="sec">
      <h2>
        {t('today.echo')}
        <small>{t('today.lastDays', { n: echo.days })}</small>
      </h2>
      <div className="fn">
        {(['sent', 'opened', 'answered', 'followedUp'] as const).map(kind => (
          <div key={kind}>
            <b>{f.int(echo[kind])}</b>
            <span>{t(`reportState.${kind}`)}</span>
          </div>
        ))}
      </div>
      <div className="rows qs">
        {echo.recent.map(line => (
          <Fragment key={line.clientId + line.at}>
            <Name id={line.clientId} name={line.name} />
            <span className="i2">{say(line.what)}</span>
            <span className="r i2">{f.dateTime(line.at)}</span>
          </Fragment>
        ))}
      </div>
    </div>
  )
}
