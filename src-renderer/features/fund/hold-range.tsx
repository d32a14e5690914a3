import type { ReactNode } from 'react'
import type { RollingHold } from '../../../src-main/model/report/fund/performance.ts'

/** Half of the picture's own width; it is stretched over its column, its lines are not. */
const HALF = 500
const HAIRLINE = { vectorEffect: 'non-scaling-stroke' } as const

/** Worst to best as a line, 5 % to 95 % as a band, the median as a mark; the dashed mark is no change. */
export const HoldRange = ({ hold, most }: { readonly hold: RollingHold; readonly most: number }): ReactNode => {
  const x = (value: number | null): number => HALF + ((value ?? 0) / most) * (HALF - 4)
  if (hold.median.value === null) return '—'
  return (
    <svg className="stretch" viewBox={`0 0 ${2 * HALF} 16`} preserveAspectRatio="none" aria-hidden="true">
      <path {...HAIRLINE} d={`M${x(0)} 0v16`} stroke="var(--edge)" strokeDasharray="2 2" />
      <path {...HAIRLINE} d={`M${x(hold.worst.value)} 8H${x(hold.best.value)}`} stroke="var(--ink3)" />
      <rect
        x={x(hold.p5.value)}
        y="4"
        width={Math.max(1, x(hold.p95.value) - x(hold.p5.value))}
        height="8"
        fill="var(--band2)"
      />
      <path {...HAIRLINE} d={`M${x(hold.median.value)} 2v12`} stroke="var(--accent)" strokeWidth="2" />
    </svg>
  )
}
