import type { ReactNode } from 'react'

/** Drawn on this ground and stretched to the room there is; lines keep their width. */
const WIDTH = 120
const HEIGHT = 34

/** Twelve weeks on their own scale; nothing to draw before the second value. */
export const Sparkline = ({
  values,
  label,
}: {
  readonly values: readonly number[]
  readonly label: string
}): ReactNode => {
  if (values.length < 2) return <span />
  const low = Math.min(...values)
  const span = Math.max(...values) - low || 1
  const x = (i: number): number => 1 + (i * (WIDTH - 5)) / (values.length - 1)
  const y = (v: number): number => 3 + (1 - (v - low) / span) * (HEIGHT - 6)
  const points = values.map((v, i) => `${x(i).toFixed(1)} ${y(v).toFixed(1)}`)
  return (
    <svg
      className="sp"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path d={`M${points.join('L')}`} />
      <path className="end" d={`M${points.at(-1) ?? ''}h0`} />
    </svg>
  )
}
