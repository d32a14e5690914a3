import type { ReactNode } from 'react'

/** Twelve weeks on their own scale; nothing to draw before the second value. */
export const Sparkline = ({
  values,
  width = 120,
  height = 34,
  label,
}: {
  readonly values: readonly number[]
  readonly width?: number
  readonly height?: number
  readonly label: string
}): ReactNode => {
  if (values.length < 2) return <span />
  const low = Math.min(...values)
  const span = Math.max(...values) - low || 1
  const x = (i: number): number => 1 + (i * (width - 5)) / (values.length - 1)
  const y = (v: number): number => 3 + (1 - (v - low) / span) * (height - 6)
  const points = values.map((v, i) => `${x(i).toFixed(1)} ${y(v).toFixed(1)}`)
  const last = values.at(-1) ?? 0
  return (
    <svg className="sp" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path d={`M${points.join('L')}`} fill="none" stroke="var(--ink3)" strokeWidth="1.1" />
      <circle cx={x(values.length - 1)} cy={y(last)} r="2" fill="var(--accent)" />
    </svg>
  )
}
