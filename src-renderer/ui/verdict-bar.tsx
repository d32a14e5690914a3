import type { ReactNode } from 'react'
import { BAR, verdictWidths } from './verdict-widths.ts'

/** Match full, mismatch brown, undetermined dashed (a plain line when thinner than 4 px). */
export const VerdictBar = (verdicts: Parameters<typeof verdictWidths>[0]): ReactNode => {
  const widths = verdictWidths(verdicts)
  if (widths === null) return null
  const { a, b, c, atB, atC } = widths
  return (
    <svg width={BAR} height="8" aria-hidden="true">
      {a > 0 && <rect width={a} height="8" fill="var(--ink3)" />}
      {b > 0 && <rect x={atB} width={b} height="8" fill="var(--warn)" />}
      {c >= 4 && (
        <rect x={atC + 0.5} y=".5" width={c - 1} height="7" fill="none" stroke="var(--ink3)" strokeDasharray="2 1.5" />
      )}
      {c > 0 && c < 4 && <rect x={atC} width={c} height="8" fill="var(--line2)" />}
    </svg>
  )
}
