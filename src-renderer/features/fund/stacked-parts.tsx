import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { Figure } from '../../../src-main/model/report/figure.ts'
import { sharesThatAdd } from '../../ui/add-up.ts'
import { useTokens } from '../../ui/chart-theme.ts'
import { EChart } from '../../ui/echart.tsx'
import { Fig } from '../../ui/fig.tsx'
import { useFormat } from '../../ui/format.ts'
import { lineOption } from '../../ui/line-option.ts'

export type PartLine = {
  readonly id: string
  readonly name: string
  readonly values: readonly number[]
  /** The newest value as a figure that can be asked. */
  readonly figure?: Figure | undefined
}

/** Below this share throughout, a part joins the rest. */
const SMALL = 0.03
const THERE = 0.005

/** Parts of a whole over time, the largest at the bottom; a key of the colours with the last values stands beside. */
export const StackedParts = ({
  label,
  rest,
  dates,
  lines,
}: {
  readonly label: string
  /** Name of what is too small to be shown. */
  readonly rest: string
  readonly dates: readonly string[]
  readonly lines: readonly PartLine[]
}): ReactNode => {
  const f = useFormat()
  const tokens = useTokens()
  const parts = useMemo(() => {
    const { c1, c2, c3, c4, ink3, band2 } = tokens
    const colours = [c1, c3, c2, c4, ink3]
    const mean = (line: PartLine): number => line.values.reduce((a, b) => a + b, 0) / line.values.length
    const top = (line: PartLine): number => Math.max(0, ...line.values)
    const small = lines.filter(line => top(line) >= THERE && top(line) < SMALL)
    const shown = lines
      // one alone keeps its name
      .filter(line => top(line) >= SMALL || (small.length === 1 && small.includes(line)))
      .toSorted((a, b) => mean(b) - mean(a))
      .slice(0, colours.length)
    const left = dates.map((_, i) => Math.max(0, 1 - shown.reduce((sum, line) => sum + (line.values[i] ?? 0), 0)))
    const all = shown.map((line, i) => ({ ...line, colour: colours[i] ?? ink3 }))
    const whole: (PartLine & { readonly colour: string })[] = left.some(v => v > THERE)
      ? [...all, { id: 'rest', name: rest, values: left, colour: band2 }]
      : all
    const newest = whole.map(part => part.values.at(-1) ?? 0)
    // what is disclosed may make more or less than the whole: then each stands as it was published
    const isWhole = Math.abs(newest.reduce((sum, value) => sum + value, 0) - 1) < 0.0005
    const shares = isWhole ? sharesThatAdd(newest) : newest
    return whole.map((part, i) => ({ ...part, share: f.share(shares[i] ?? 0) }))
  }, [tokens, f, lines, dates, rest])
  const option = useMemo(
    () =>
      lineOption(
        tokens,
        f,
        parts.map(part => ({ name: part.name, dates, values: part.values, colour: part.colour, area: 1 })),
        { print: n => f.share(n, 0), stacked: true, min: 0, max: 1, room: 16 },
      ),
    [tokens, f, parts, dates],
  )
  return (
    <div className="stacked">
      <EChart option={option} height={190} label={label} />
      <ul>
        {parts.toReversed().map(part => (
          <li key={part.id}>
            <i style={{ background: part.colour }} />
            {part.name}
            {part.figure ? <Fig figure={part.figure} text={part.share} /> : <b>{part.share}</b>}
          </li>
        ))}
      </ul>
    </div>
  )
}
