import { Fragment } from 'react'
import type { ReactNode } from 'react'
import type { TodayRow as Row, TodayView } from '../../../src-main/contract/today.ts'
import { useT } from '../../i18n/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'
import { hours } from './hours.ts'
import { TodayRow } from './today-row.tsx'

type TodayListProps = {
  readonly view: TodayView
  readonly rows: readonly Row[]
  readonly selected: string | null
  readonly onSelect: (id: string) => void
  readonly onOpen: (row: Row) => void
  /** Only the rows of the day are shown; this shows the others too, and takes them away again. */
  readonly all: boolean
  readonly onAll: () => void
}

/** The ranked rows with a rule where the hours of the day end. */
export const TodayList = ({ view, rows, selected, onSelect, onOpen, all, onAll }: TodayListProps): ReactNode => {
  const t = useT()
  const f = useFormat()
  const needPlan = view.rows[view.plan - 1]?.minutesSoFar ?? 0
  const cut = rows.findIndex(row => !row.aboveCut)
  const needBelow = view.needMinutes - (view.rows.findLast(row => row.aboveCut)?.minutesSoFar ?? 0)
  if (rows.length === 0)
    return (
      <div className="empty">
        <h2>{t('today.none')}</h2>
        <p>{t('today.noneWhy')}</p>
      </div>
    )
  return (
    <section className="q" aria-label={t('screen.today')} tabIndex={0}>
      <table>
        <colgroup>
          <col style={{ width: 44 }} />
          <col style={{ width: 150 }} />
          <col style={{ width: f.locale === 'en' ? 94 : 78 }} />
          <col />
          <col style={{ width: '24.5%' }} />
          <col style={{ width: 78 }} />
          <col style={{ width: 96 }} />
        </colgroup>
        <thead>
          <tr>
            <th aria-label={t('today.rank')} />
            <th>{t('clients.name')}</th>
            <th>{t('clients.cell')}</th>
            <th>{t('today.why')}</th>
            <th>{t('today.bring')}</th>
            <th className="r">{t('today.time')}</th>
            <th>{t('today.dueChannel')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <Fragment key={row.id}>
              {i === cut && (
                <tr className="cut">
                  <td colSpan={7}>
                    {t('today.cut', { time: hours(view.availableMinutes) })}
                    <span>
                      {t('today.below', { n: f.int(view.total - view.aboveCut), time: hours(needBelow) })} <kbd>V</kbd>
                    </span>
                  </td>
                </tr>
              )}
              <TodayRow
                row={row}
                rank={view.rows.indexOf(row) + 1}
                selected={row.id === selected}
                today={view.date}
                onSelect={() => onSelect(row.id)}
                onOpen={() => onOpen(row)}
              />
            </Fragment>
          ))}
        </tbody>
      </table>
      {view.total > view.plan && (
        <p className="rest">
          <LinkButton keyHint="A" onClick={onAll}>
            {all ? t('today.dayOnly') : t('today.showAll', { n: f.int(view.total) })}
          </LinkButton>
          {!all && (
            <span className="i3">
              {t('today.rest', { n: f.int(view.total - view.plan), time: hours(view.needMinutes - needPlan) })}
            </span>
          )}
          {all && view.total > view.rows.length && (
            <span className="i3">{t('today.more', { n: f.int(view.total - view.rows.length) })}</span>
          )}
        </p>
      )}
    </section>
  )
}
