import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { FundComparison } from '../../../src-main/contract/funds.ts'
import type { Tokens } from '../../tokens.ts'
import { useT } from '../../i18n/i18n.ts'
import { tickDigits, useTokens } from '../../ui/chart-theme.ts'
import { EChart } from '../../ui/echart.tsx'
import { useFormat } from '../../ui/format.ts'
import { lineOption } from '../../ui/line-option.ts'

/** Told apart by tone and stroke, not by hue. */
export const strokes = (t: Tokens): readonly { readonly colour: string; readonly dash?: readonly number[] }[] => [
  { colour: t.accent },
  { colour: t.ink },
  { colour: t.c3 },
  { colour: t.ink3, dash: [6, 3] },
  { colour: t.accent, dash: [2, 2] },
  { colour: t.ink, dash: [1, 3] },
]

/** Adjusted NAV of all of them, 1 on the first common day, and their falls from the highest value so far. */
export const ComparedCurves = ({ comparison }: { readonly comparison: FundComparison }): ReactNode => {
  const t = useT()
  const f = useFormat()
  const tokens = useTokens()
  const { curves, reports } = comparison
  const [nav, under] = useMemo(() => {
    const look = strokes(tokens)
    const lines = (of: (values: readonly (number | null)[]) => readonly (number | null)[]) =>
      curves.values.map((values, i) => ({
        name: `${i + 1}`,
        dates: curves.dates,
        values: of(values),
        colour: look[i]?.colour ?? tokens.ink3,
        ...(look[i]?.dash ? { dash: look[i].dash } : {}),
        width: i === 0 ? 1.8 : 1.2,
      }))
    const falls = (values: readonly (number | null)[]): readonly (number | null)[] => {
      let peak = 0
      return values.map(value => {
        if (value === null) return null
        peak = Math.max(peak, value)
        return value / peak - 1
      })
    }
    const all = curves.values.flat().filter(v => v !== null)
    const digits = Math.max(2, tickDigits(Math.max(...all) - Math.min(...all)))
    const deepest = -100 * Math.min(0, ...curves.values.flatMap(falls).filter(v => v !== null))
    return [
      lineOption(
        tokens,
        f,
        lines(values => values),
        { print: n => f.ratio(n, digits), base: 1, room: 64 },
      ),
      lineOption(tokens, f, lines(falls), {
        print: n => f.share(n, tickDigits(deepest)),
        max: 0,
        ticks: 3,
        room: 64,
      }),
    ]
  }, [tokens, f, curves])
  return (
    <section className="fsec wide">
      <h2>
        {t('fund.adjustedNav')}
        <small>{curves.dates[0] && t('comparing.common', { date: curves.dates[0] })}</small>
      </h2>
      {curves.dates.length < 2 ? (
        <p className="i2">{t('comparing.noCommon')}</p>
      ) : (
        <div className="compared-curves">
          <div>
            <EChart option={nav} height={220} label={t('fund.adjustedNav')} />
            <h2>
              {t('fund.drawdown')}
              <small>{t('comparing.fall')}</small>
            </h2>
            <EChart option={under} height={104} label={t('fund.drawdown')} />
          </div>
          <ol>
            {reports.map((report, i) => (
              <li key={report.profile.code}>
                <svg width="22" height="8" aria-hidden="true">
                  <path
                    d="M0 4h22"
                    stroke={strokes(tokens)[i]?.colour}
                    strokeWidth="2"
                    strokeDasharray={strokes(tokens)[i]?.dash?.join(' ')}
                  />
                </svg>
                <span title={report.profile.name}>{`${i + 1} ${report.profile.name}`}</span>
                <b>{f.ret((curves.values[i]?.findLast(v => v !== null) ?? 1) - 1, 1)}</b>
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  )
}
