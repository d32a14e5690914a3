import type { ReactNode } from 'react'
import type { Figure } from '../../src-main/model/report/figure.ts'
import { useT } from '../i18n/i18n.ts'
import { Fig } from './fig.tsx'
import { useFormat } from './format.ts'
import './month-map.css'

/** One year of months; a month is a plain value or a figure that can be asked. */
export type MonthYear = {
  readonly year: number
  readonly months: readonly (number | Figure | null)[]
  readonly whole: Figure | null
  readonly excess?: Figure | undefined
}

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
const legend = ['d3', 'd2', 'd1', 'u1', 'u2', 'u3'] as const

/** Three classes each side: 0, 2 and 5 %. */
const classOf = (value: number): string => {
  const size = Math.abs(value) >= 0.05 ? 3 : Math.abs(value) >= 0.02 ? 2 : 1
  return `${value > 0 ? 'u' : 'd'}${size}`
}

export const MonthMap = ({ years }: { readonly years: readonly MonthYear[] }): ReactNode => {
  const t = useT()
  const f = useFormat()
  if (years.length === 0) return null
  const excess = years.some(year => year.excess !== undefined)
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
      <table className="hm">
        <colgroup>
          <col style={{ width: 31 }} />
          {months.map(m => (
            <col key={m} />
          ))}
          <col style={{ width: 40 }} />
          {excess && <col style={{ width: 38 }} />}
        </colgroup>
        <thead>
          <tr>
            <td aria-hidden="true" />
            {months.map(m => (
              <th key={m}>{t('months.month', { n: m })}</th>
            ))}
            <th className="t">{t('months.year')}</th>
            {excess && <th className="t">{t('fund.excess')}</th>}
          </tr>
        </thead>
        <tbody>
          {years.map(year => (
            <tr key={year.year}>
              <th className="y" scope="row">
                {year.year}
              </th>
              {months.map(m => {
                const month = year.months[m - 1] ?? null
                const value = typeof month === 'number' ? month : (month?.value ?? null)
                const text = value === null ? '' : f.ratio(value * 100, 1)
                return (
                  <td key={m} className={value === null ? '' : classOf(value)}>
                    {typeof month === 'object' && month !== null ? <Fig figure={month} text={text} /> : text}
                  </td>
                )
              })}
              <td className="t s">
                {year.whole && <Fig figure={year.whole} text={f.points(year.whole.value, 1)} signed className="s" />}
              </td>
              {excess && (
                <td className="t">
                  {year.excess && <Fig figure={year.excess} text={f.points(year.excess.value, 1)} signed />}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
