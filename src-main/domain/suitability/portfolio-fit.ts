import type { AssetClass, RiskCapacity, RiskGrade } from '../../model/levels.ts'
import type { RiskCaps } from '../../model/segment-cell.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'

const grades = ['R1', 'R2', 'R3', 'R4', 'R5'] as const

/** One position; value in fen, not negative. Cash counts as R1 and is given as a position of its own. */
export interface RiskPosition {
  readonly code: string
  readonly value: number
  readonly riskGrade: RiskGrade | null
  readonly assetClass: AssetClass
}

export interface CapBreach {
  readonly kind: 'singleProduct' | 'singleClass' | 'highGrades'
  /** Product code, class, or null for the R4+R5 share. */
  readonly what: string | null
  readonly share: number
  readonly cap: number
}

/** Risk fit of a whole account. Shares are fractions of the graded and ungraded total. */
export interface PortfolioFit {
  /** Fen. */
  readonly total: number
  /** Sum of share x grade number over the graded part, 1..5; null when nothing is graded. */
  readonly weightedGrade: number | null
  readonly highestGrade: RiskGrade | null
  /** Share held in grades that the level may not hold; null without a level. */
  readonly shareAboveLevel: number | null
  readonly highGradeShare: number
  /** Share without a grade: unknown is not safe. */
  readonly ungradedShare: number
  readonly largestProduct: { readonly code: string; readonly share: number } | null
  readonly largestClass: { readonly assetClass: AssetClass; readonly share: number } | null
  /** Herfindahl index of the products. */
  readonly hhi: number
  readonly breaches: readonly CapBreach[]
}

const sumBy = <K>(positions: readonly RiskPosition[], key: (p: RiskPosition) => K): ReadonlyMap<K, number> => {
  const sums = new Map<K, number>()
  for (const p of positions) sums.set(key(p), (sums.get(key(p)) ?? 0) + p.value)
  return sums
}

const largest = <K>(sums: ReadonlyMap<K, number>): readonly [K, number] | null => {
  let found: readonly [K, number] | null = null
  for (const entry of sums) if (found === null || entry[1] > found[1]) found = entry
  return found
}

/** The stricter of two sets of caps, cap by cap. */
export const strictestCaps = (a: RiskCaps, b: RiskCaps): RiskCaps => ({
  singleProduct: Math.min(a.singleProduct, b.singleProduct),
  singleClass: Math.min(a.singleClass, b.singleClass),
  highGrades: Math.min(a.highGrades, b.highGrades),
})

/** The caps that count for a level: those of the pack, and of the client's cell where that is stricter. */
export const capsFor = (level: RiskCapacity, pack: SuitabilityPack, cell: CellCaps | undefined): RiskCaps =>
  cell === undefined ? pack.caps[level] : strictestCaps(pack.caps[level], cell.caps[level])

interface CellCaps {
  readonly caps: Readonly<Record<RiskCapacity, RiskCaps>>
}

const breachesOf = (
  total: number,
  products: ReadonlyMap<string, number>,
  classes: ReadonlyMap<AssetClass, number>,
  highGradeShare: number,
  caps: RiskCaps,
): readonly CapBreach[] => {
  const over = <K extends string>(
    sums: ReadonlyMap<K, number>,
    kind: CapBreach['kind'],
    cap: number,
  ): readonly CapBreach[] =>
    [...sums]
      .filter(([, value]) => value / total > cap)
      .map(([what, value]) => ({ kind, what, share: value / total, cap }))
  return [
    ...over(products, 'singleProduct', caps.singleProduct),
    ...over(classes, 'singleClass', caps.singleClass),
    ...(highGradeShare > caps.highGrades
      ? [{ kind: 'highGrades', what: null, share: highGradeShare, cap: caps.highGrades } as const]
      : []),
  ]
}

/**
 * Risk fit of an account for a level: weighted and highest grade, share above the level, concentration and breached
 * caps (`caps` null: none are checked). The weighted grade never excuses the highest: both are given. Cash in the class
 * `cash` is not held against the product and class caps. Total 0 gives zeros and nulls.
 */
export const portfolioFit = (
  positions: readonly RiskPosition[],
  level: RiskCapacity | null,
  caps: RiskCaps | null,
  pack: SuitabilityPack,
): PortfolioFit => {
  const total = positions.reduce((sum, p) => sum + p.value, 0)
  const part = (value: number): number => (total > 0 ? value / total : 0)
  const byGrade = sumBy(positions, p => p.riskGrade)
  const graded = total - (byGrade.get(null) ?? 0)
  const numbers = grades.map((grade, i) => ({ grade, number: i + 1, value: byGrade.get(grade) ?? 0 }))
  const allowed = level === null ? null : pack.matrix[level]
  const risky = positions.filter(p => p.assetClass !== 'cash')
  const products = sumBy(risky, p => p.code)
  const classes = sumBy(risky, p => p.assetClass)
  const [topProduct, topClass] = [largest(products), largest(classes)]
  const highGradeShare = part((byGrade.get('R4') ?? 0) + (byGrade.get('R5') ?? 0))
  return {
    total,
    weightedGrade: graded > 0 ? numbers.reduce((sum, g) => sum + g.number * g.value, 0) / graded : null,
    highestGrade: numbers.findLast(g => g.value > 0)?.grade ?? null,
    shareAboveLevel:
      allowed === null ? null : part(numbers.reduce((sum, g) => sum + (allowed.includes(g.grade) ? 0 : g.value), 0)),
    highGradeShare,
    ungradedShare: part(byGrade.get(null) ?? 0),
    largestProduct: topProduct === null || total === 0 ? null : { code: topProduct[0], share: part(topProduct[1]) },
    largestClass: topClass === null || total === 0 ? null : { assetClass: topClass[0], share: part(topClass[1]) },
    hhi: [...products.values()].reduce((sum, value) => sum + part(value) ** 2, 0),
    breaches: caps === null || total === 0 ? [] : breachesOf(total, products, classes, highGradeShare, caps),
  }
}

/** A change of one position; amount in fen, negative to sell. */
export interface PlannedTrade {
  readonly product: Omit<RiskPosition, 'value'>
  readonly amount: number
}

const cashCode = 'cash'

/**
 * The positions after trades that are paid from, or into, cash. Selling more than is held sells all of it; buying more
 * than the cash holds leaves no cash (the rest is fresh money).
 */
export const afterTrades = (
  positions: readonly RiskPosition[],
  trades: readonly PlannedTrade[],
): readonly RiskPosition[] => {
  const book = new Map(positions.map(p => [p.code, p]))
  let cash = 0
  for (const { product, amount } of trades) {
    const held = book.get(product.code)?.value ?? 0
    const moved = Math.max(amount, -held)
    book.set(product.code, { ...product, value: held + moved })
    cash -= moved
  }
  const purse = [...book.values()].find(p => p.assetClass === 'cash')
  const value = Math.max(0, (purse?.value ?? 0) + cash)
  const held = purse ?? { code: cashCode, riskGrade: 'R1', assetClass: 'cash', value: 0 }
  book.set(held.code, { ...held, value })
  return [...book.values()].filter(p => p.value > 0)
}
