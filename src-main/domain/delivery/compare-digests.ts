import type { ReportDigest } from '../../model/report-content.ts'

type DigestFigure = ReportDigest['figures'][number]
type DigestHolding = ReportDigest['holdings'][number]

export interface FigureChange extends Pick<DigestFigure, 'id' | 'name' | 'unit'> {
  readonly before: number | null
  readonly after: number | null
  /** After minus before, in the figure's own unit; null where one of them is missing. */
  readonly change: number | null
}

export interface HoldingChange {
  readonly code: string
  readonly name: string
  readonly kind: 'new' | 'gone' | 'kept'
  readonly before: DigestHolding | null
  readonly after: DigestHolding | null
  /** Change of the share of the assets, as a part of one; a product that is not held counts as 0. */
  readonly change: number | null
}

const difference = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : after - before

/** Figures of both digests in the order of the newer one; those of the older one alone come last. */
export const compareFigures = (before: ReportDigest, after: ReportDigest): readonly FigureChange[] => {
  const old = new Map(before.figures.map(each => [each.id, each]))
  const now = new Set(after.figures.map(each => each.id))
  return [...after.figures, ...before.figures.filter(each => !now.has(each.id))].map(({ id, name, unit }) => {
    const one = old.get(id)?.value ?? null
    const two = after.figures.find(each => each.id === id)?.value ?? null
    return { id, name, unit, before: one, after: two, change: difference(one, two) }
  })
}

/** Products of both, the largest change of share first. */
export const compareHoldings = (before: ReportDigest, after: ReportDigest): readonly HoldingChange[] => {
  const old = new Map(before.holdings.map(each => [each.code, each]))
  const now = new Map(after.holdings.map(each => [each.code, each]))
  return [...new Set([...now.keys(), ...old.keys()])]
    .map((code): HoldingChange => {
      const [one, two] = [old.get(code) ?? null, now.get(code) ?? null]
      return {
        code,
        name: two?.name ?? one?.name ?? code,
        kind: one === null ? 'new' : two === null ? 'gone' : 'kept',
        before: one,
        after: two,
        change: difference(one === null ? 0 : one.share, two === null ? 0 : two.share),
      }
    })
    .toSorted((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0) || a.code.localeCompare(b.code))
}
