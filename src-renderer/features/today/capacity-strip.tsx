import type { ReactNode } from 'react'
import type { TodayView } from '../../../src-main/contract/today.ts'
import { useT } from '../../i18n/i18n.ts'
import { hours } from './hours.ts'

const WIDTH = 640
const HOUR = 60
const NARROW = 14
/** Half a number and some air. */
const CLEAR = 9

/** The day as blocks of minutes in the order of the list, with the line where the hours end. */
export const CapacityStrip = ({
  view,
  selected,
}: {
  readonly view: TodayView
  readonly selected: string | null
}): ReactNode => {
  const t = useT()
  const shownHours = Math.max(2, Math.ceil((view.availableMinutes * 1.25) / HOUR))
  const unit = WIDTH / (shownHours * HOUR)
  const blocks = view.rows.filter(row => row.minutesSoFar <= shownHours * HOUR)
  const cut = view.availableMinutes * unit
  const label = t('today.strip', { need: hours(view.needMinutes), available: hours(view.availableMinutes) })
  return (
    <svg width={WIDTH} height="46" viewBox={`0 0 ${WIDTH} 46`} role="img" aria-label={label}>
      {blocks.map((row, i) => {
        const x = (row.minutesSoFar - row.minutes) * unit
        const width = row.minutes * unit - 1.5
        const chosen = row.id === selected
        // the number makes way for the line of what is available
        const middle = x + width / 2
        const at = Math.abs(middle - cut) < CLEAR ? (cut + (middle < cut ? x : x + width)) / 2 : middle
        return (
          <g key={row.id}>
            <rect
              x={x}
              y="6"
              width={width}
              height="18"
              fill={chosen ? 'var(--fill)' : row.aboveCut ? 'var(--c4)' : 'var(--warn-soft)'}
              {...(row.aboveCut || chosen ? {} : { stroke: 'var(--warn)', strokeWidth: 0.8 })}
            />
            {width >= NARROW && (
              <text
                x={at}
                y="19"
                textAnchor="middle"
                style={{
                  fill: chosen ? 'var(--on-fill)' : row.aboveCut ? 'var(--ink)' : 'var(--warn)',
                  fontWeight: 500,
                }}
              >
                {i + 1}
              </text>
            )}
          </g>
        )
      })}
      {Array.from({ length: shownHours + 1 }, (_, hour) => {
        const x = hour * HOUR * unit
        const near = Math.abs(x - cut) < 46
        return (
          <g key={hour}>
            <path d={`M${x} 27v4`} stroke="var(--line2)" />
            {!near && (
              <text x={x} y="42" textAnchor={hour === 0 ? 'start' : hour === shownHours ? 'end' : 'middle'}>
                {hour}
              </text>
            )}
          </g>
        )
      })}
      <path d={`M${cut} 0v31`} stroke="var(--ink)" strokeWidth="1.5" />
      <text x={cut} y="42" textAnchor="middle" style={{ fill: 'var(--ink)', fontWeight: 600 }}>
        {t('today.available')} {hours(view.availableMinutes)}
      </text>
    </svg>
  )
}
