import type { ReactNode } from 'react'
import type { RollingHold } from '../../../src-main/model/report/fund/performance.ts'

/** Pixels of the picture. */
export const HOLD = 420

/** Worst to best as a line, 5 % to 95 % as a band, the median as a mark; the dashed mark is no change. */
export const HoldRange = ({ hold, most }: { readonly hold: RollingHold; readonly most: number }): ReactNode => {
  const x = (value: number | null): number => HOLD / 2 + ((value ?? 0) / most) * (HOLD / 2 - 2)
  if (hold.median.value === null) return '—'
  return (
    <svg width={HOLD} height="16" aria-hidden="true">
      <path d={`M${x(0)} 0v16`} stroke="var(--line2)" strokeDasharray="2 2" />
      <path d={`M${x(hold.worst.value)} 8H${x(hold.best.value)}`} stroke="var(--ink3)" />
      <rect
        x={x(hold.p5.value)}
        y="4"
        width={Math.max(1, x(hold.p95.value) - x(hold.p5.value))}
        height="8"
        fill="var(--band2)"
      />
      <path d={`M${x(hold.median.value)} 2v12`} stroke="var(--accent)" strokeWidth="2" />
    </svg>
  )
}
