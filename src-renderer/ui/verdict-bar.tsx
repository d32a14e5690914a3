import type { ReactNode } from 'react'

const WIDTH = 44

/** Match full, mismatch brown, undetermined dashed (a plain line when thinner than 4 px). */
export const VerdictBar = ({
  match,
  mismatch,
  undetermined,
}: {
  readonly match: number
  readonly mismatch: number
  readonly undetermined: number
}): ReactNode => {
  const total = match + mismatch + undetermined
  if (total === 0) return null
  const gaps = [match, mismatch, undetermined].filter(n => n > 0).length - 1
  const unit = (WIDTH - gaps) / total
  const [a, b, c] = [match * unit, mismatch * unit, undetermined * unit]
  const atB = a > 0 ? a + 1 : 0
  const atC = WIDTH - c
  return (
    <svg width={WIDTH} height="8" aria-hidden="true">
      {a > 0 && <rect width={a} height="8" fill="var(--ink3)" />}
      {b > 0 && <rect x={atB} width={b} height="8" fill="var(--warn)" />}
      {c >= 4 && (
        <rect x={atC + 0.5} y=".5" width={c - 1} height="7" fill="none" stroke="var(--ink3)" strokeDasharray="2 1.5" />
      )}
      {c > 0 && c < 4 && <rect x={atC} width={c} height="8" fill="var(--line2)" />}
    </svg>
  )
}
