import { Fragment } from 'react'
import type { ReactNode } from 'react'
import type { TodayRow as Row, TodayView } from '../../../src-main/contract/today.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { hours } from './hours.ts'
import { TodayRow } from './today-row.tsx'

type TodayListProps = {
  readonly view: TodayView
  readonly rows: readonly Row[]
  readonly selected: string | null
  readonly onSelect: (id: string) => void
  readonly onOpen: (id: string) => void
}

/** The ranked rows with a rule where the hours of the day end. */
export const TodayList = ({ view, rows, selected, onSelect, onOpen }: TodayListProps): ReactNode => {
  const t = useT()
  const f = useFormat()
  const cut = rows.findIndex(row => !row.aboveCut)
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
          <col style={{ width: 78 }} />
          <col />
          <col style={{ width: 232 }} />
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
            <Fragment key={row.clientId}>
              {i === cut && (
                <tr className="cut">
                  <td colSpan={7}>
                    {t('today.cut', { time: hours(view.availableMinutes) })}
                    <span>
                      {t('today.below', { n: f.int(view.total - view.aboveCut) })} <kbd>V</kbd>
                    </span>
                  </td>
                </tr>
              )}
              <TodayRow
                row={row}
                rank={view.rows.indexOf(row) + 1}
                selected={row.clientId === selected}
                today={view.date}
                onSelect={() => onSelect(row.clientId)}
                onOpen={() => onOpen(row.clientId)}
              />
            </Fragment>
          ))}
        </tbody>
      </table>
      {view.total > view.rows.length && (
        <p className="empty">{t('today.more', { n: f.int(view.total - view.rows.length) })}</p>
      )}
    </section>
  )
}
