import { useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Figure } from '../../src-main/model/report/figure.ts'
import { useT } from '../i18n/i18n.ts'
import { useTokens } from './chart-theme.ts'
import { anchorAt } from './definition-card.tsx'
import { EChart } from './echart.tsx'
import { useAskFigure } from './fig.tsx'
import { useFormat } from './format.ts'
import './month-map.css'
import { HEAD_HEIGHT, YEAR_HEIGHT, monthOption } from './month-option.ts'
import type { MonthCell } from './month-option.ts'

/** One year of months. */
export type MonthYear = {
  readonly year: number
  readonly months: readonly (Figure | null)[]
  readonly whole: Figure | null
  readonly excess?: Figure | undefined
}

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
const legend = ['d3', 'd2', 'd1', 'u1', 'u2', 'u3'] as const
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The nearest square from one in a direction; none where the map ends. */
const nextCell = (cells: readonly MonthCell[], from: number, [dx, dy]: readonly [number, number]): number => {
  const at = cells[from]
  if (!at) return 0
  const ahead = cells.flatMap((cell, i) => {
    const [x, y] = [cell.column - at.column, cell.row - at.row]
    const on = dx === 0 ? y * dy > 0 && x === 0 : y === 0 && x * dx > 0
    return on ? [{ i, far: Math.abs(x) + Math.abs(y) }] : []
  })
  return ahead.toSorted((a, b) => a.far - b.far)[0]?.i ?? from
}

/** Heat map of months; a click on a square, or arrows and Enter, open the card of its figure. */
export const MonthMap = ({ years }: { readonly years: readonly MonthYear[] }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const tokens = useTokens()
  const ask = useAskFigure()
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<number | null>(null)
  const cells = useMemo(
    () =>
      years.flatMap((year, row): MonthCell[] =>
        [...year.months, year.whole, year.excess ?? null].flatMap((figure, column) => {
          if (figure === null || figure.value === null) return []
          const name =
            column < 12
              ? `${year.year}-${String(column + 1).padStart(2, '0')}`
              : `${year.year} ${column === 12 ? t('months.year') : t('fund.excess')}`
          const text = column < 12 ? f.ratio(figure.value * 100, 1) : f.points(figure.value, 1)
          return [{ column, row, figure, text, told: `${name} ${f.ret(figure.value)}` }]
        }),
      ),
    [years, t, f],
  )
  const excess = years.some(year => year.excess !== undefined)
  const option = useMemo(
    () =>
      monthOption(
        tokens,
        [...months.map(n => t('months.month', { n })), t('months.year'), ...(excess ? [t('months.excess')] : [])],
        years.map(year => year.year),
        cells,
      ),
    [tokens, t, excess, years, cells],
  )
  if (cells.length === 0) return null
  const open = (index: number, x: number, y: number): void => {
    const cell = cells[index]
    if (cell) ask(cell.figure, f.ret(cell.figure.value), anchorAt(x, y))
  }
  const onKey = (event: KeyboardEvent): void => {
    const step = steps[event.key]
    if (step) setAt(at === null ? 0 : nextCell(cells, at, step))
    else if (event.key === 'Enter') box.current?.click()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section className="fsec">
      <h2>
        {t('months.title')}
        <small>{t('months.unit')}</small>
        <span className="hl" aria-hidden="true">
          {legend.map((c, i) => (
            <i key={c} style={{ background: `var(--${c})` }}>
              {['≤ −5', '≤ −2', '< 0', '> 0', '≥ 2', '≥ 5'][i]}
            </i>
          ))}
        </span>
      </h2>
      <div
        ref={box}
        className="hm"
        data-figs="months"
        role="application"
        aria-label={`${t('months.title')} ${at === null ? '' : (cells[at]?.told ?? '')}`}
        tabIndex={0}
        onKeyDown={onKey}
        onBlur={() => setAt(null)}
        onClick={event => {
          // A click by keyboard has no place: the card stands beside the map.
          if (event.detail !== 0) return
          const { left, top } = event.currentTarget.getBoundingClientRect()
          const cell = cells[at ?? 0]
          if (cell) open(at ?? 0, left + 60, top + HEAD_HEIGHT + (cell.row + 1) * YEAR_HEIGHT)
        }}
      >
        <EChart
          option={option}
          height={HEAD_HEIGHT + years.length * YEAR_HEIGHT}
          label={t('months.title')}
          pointed={at}
          onPick={({ dataIndex, x, y }) => open(dataIndex, x, y)}
        />
      </div>
    </section>
  )
}
