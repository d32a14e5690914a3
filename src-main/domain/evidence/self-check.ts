import type { EvidenceBody } from '../../model/evidence.ts'
import type { FindingKind, HalfYear, SelfCheckFinding, SelfCheckTexts } from '../../model/self-check.ts'
import { IsoDate } from '../../model/units.ts'

/** First and last day of a half-year. */
export const daysOfHalf = (half: HalfYear): { readonly from: IsoDate; readonly to: IsoDate } => {
  const year = half.slice(0, 4)
  const [from, to] = half.endsWith('H1') ? ['01-01', '06-30'] : ['07-01', '12-31']
  return { from: IsoDate.parse(`${year}-${from}`), to: IsoDate.parse(`${year}-${to}`) }
}

/** The half-year that a day belongs to. */
const halfOf = (day: string): HalfYear => `${day.slice(0, 4)}H${day.slice(5, 7) <= '06' ? 1 : 2}`

/** The half-years from the one of `first` to the one of `today`, the newest first; dates ISO. */
export const halvesBetween = (first: string, today: string): readonly HalfYear[] => {
  const halves: HalfYear[] = []
  for (let half = halfOf(first); half <= halfOf(today); half = nextHalf(half)) halves.unshift(half)
  return halves
}

const nextHalf = (half: HalfYear): HalfYear =>
  half.endsWith('H1') ? `${half.slice(0, 4)}H2` : `${Number(half.slice(0, 4)) + 1}H1`

const tally = (counts: Record<string, number>, key: string): void => {
  counts[key] = (counts[key] ?? 0) + 1
}

export interface VerdictSums {
  readonly total: number
  readonly byVerdict: Readonly<Record<string, number>>
  readonly byAction: Readonly<Record<string, number>>
  readonly byPurpose: Readonly<Record<string, number>>
  readonly byCode: Readonly<Record<string, number>>
  readonly byPack: Readonly<Record<string, number>>
}

/** Counts the frozen verdicts of a period by what they said, on whose wish, what for, and by which pack. */
export const sumVerdicts = (bodies: Iterable<EvidenceBody>): VerdictSums => {
  const sums = { byVerdict: {}, byAction: {}, byPurpose: {}, byCode: {}, byPack: {} }
  let total = 0
  for (const { verdict, context, purpose } of bodies) {
    total += 1
    tally(sums.byVerdict, verdict.verdict)
    tally(sums.byAction, `${context.initiative} ${verdict.action}`)
    tally(sums.byPurpose, purpose)
    for (const code of verdict.codes) tally(sums.byCode, code)
    tally(sums.byPack, verdict.pack)
  }
  return { total, ...sums }
}

/** Findings in the order of the texts, those that must be mended first; what was not found is left out. */
export const findingsOf = (
  found: Readonly<Record<FindingKind, readonly string[]>>,
  texts: SelfCheckTexts,
): readonly SelfCheckFinding[] =>
  (Object.keys(texts.findings) as FindingKind[])
    .flatMap((kind): SelfCheckFinding[] => {
      const items = found[kind]
      return items.length === 0 ? [] : [{ kind, ...texts.findings[kind], count: items.length, items }]
    })
    .toSorted((a, b) => Number(b.severity === 'must') - Number(a.severity === 'must'))
