/** Pixels of the bar of three verdicts. */
export const BAR = 44

type Verdicts = { readonly match: number; readonly mismatch: number; readonly undetermined: number }

/** Where each part of the bar begins and how long it is, in pixels with one between two parts; null without any verdict. */
export const verdictWidths = ({ match, mismatch, undetermined }: Verdicts) => {
  const total = match + mismatch + undetermined
  if (total === 0) return null
  const gaps = [match, mismatch, undetermined].filter(n => n > 0).length - 1
  const unit = (BAR - gaps) / total
  const [a, b, c] = [match * unit, mismatch * unit, undetermined * unit]
  return { a, b, c, atB: a > 0 ? a + 1 : 0, atC: BAR - c }
}
