import type { AssetClass } from '../../../model/levels.ts'
import type { HoldingLine } from '../../../model/report/account/holding-line.ts'
import { ASSET_CLASSES } from '../../portfolio/look-through.ts'
import { isCashLike, type AccountFacts, type Held } from './account-facts.ts'
import { toleranceOf } from './allocation.ts'
import { classAmounts, type Exposure } from './exposure.ts'
import { candidates, mainClass, type Candidate } from './plan-options.ts'

/** Money to leave one holding (or cash) and why. */
export interface Leaving {
  readonly from: Held | null
  readonly amount: number
  readonly reason: 'mismatch' | 'replaceable' | 'drift' | 'idleCash'
}

/** One step as planned, in fen; alternatives are the next best of the same class. */
export interface PlannedMove {
  readonly leaving: Leaving
  readonly to: Candidate
  readonly amount: number
  readonly alternatives: readonly Candidate[]
}

export type Gaps = Record<AssetClass, number>

/** What should leave: mismatches whole, then replaceable ones, then what its class has too much of, then idle cash. */
export function leaving(facts: AccountFacts, lines: readonly HoldingLine[]): readonly Leaving[] {
  const { driftPoints, driftRelative, minimumMove } = facts.input.packs.conclusions.thresholds
  const target = facts.input.target?.shares ?? null
  const conclusion = new Map(lines.map(l => [l.code, l.conclusion]))
  const out: Leaving[] = [
    ...facts.held
      .filter(h => h.verdict?.verdict === 'mismatch')
      .map(h => ({ from: h, amount: h.value, reason: 'mismatch' as const })),
    ...facts.held
      .filter(h => h.verdict?.verdict !== 'mismatch' && conclusion.get(h.code) === 'replaceable')
      .map(h => ({ from: h, amount: h.value, reason: 'replaceable' as const })),
  ]
  if (target === null) return out
  const amounts = classAmounts({ rows: facts.held.map(h => ({ facts: h, value: h.value })), cash: facts.cash })
  for (const move of out) for (const c of ASSET_CLASSES) amounts[c] -= move.amount * (move.from?.classes[c] ?? 0)
  for (const c of ASSET_CLASSES) {
    const excess = amounts[c] - target[c] * facts.total
    if (excess <= toleranceOf(target[c], driftPoints, driftRelative) * facts.total || excess < minimumMove) continue
    if (c === 'cash') {
      if (facts.cash > 0) out.push({ from: null, amount: Math.min(excess, facts.cash), reason: 'idleCash' })
      continue
    }
    const gone = new Set(out.map(m => m.from?.code))
    const weakest = facts.held
      .filter(h => !gone.has(h.code) && h.classes[c] > facts.input.packs.conclusions.thresholds.mainClass)
      .toSorted((a, b) => (a.score?.total ?? 50) - (b.score?.total ?? 50) || b.value - a.value)[0]
    if (weakest !== undefined)
      out.push({ from: weakest, amount: Math.min(weakest.value, excess / weakest.classes[c]), reason: 'drift' })
  }
  return out.filter(m => m.amount >= minimumMove).map(m => ({ ...m, amount: Math.round(m.amount) }))
}

/** Fen each class lacks against the target once `out` has left; without a target, what left is to come back. */
export function gapsAfter(facts: AccountFacts, exposure: Exposure, out: readonly Leaving[]): Gaps {
  const amounts = classAmounts(exposure)
  const target = facts.input.target?.shares ?? null
  const gone = { cash: 0, fixedIncome: 0, equity: 0, multiAsset: 0, overseasCommodity: 0 }
  for (const move of out)
    for (const c of ASSET_CLASSES)
      gone[c] += move.amount * (move.from === null ? (c === 'cash' ? 1 : 0) : move.from.classes[c])
  const gaps = { ...gone }
  if (target !== null) for (const c of ASSET_CLASSES) gaps[c] = target[c] * facts.total - (amounts[c] - gone[c])
  return gaps
}

/** Room for one more product under the cap on a single one; unlimited for cash-like ones or without a cap. */
function roomFor(facts: AccountFacts, c: Candidate, planned: ReadonlyMap<string, number>): number {
  const cap = facts.input.suitability.caps?.singleProduct ?? null
  if (cap === null || isCashLike(c.facts, facts)) return Infinity
  const held = facts.held.find(h => h.code === c.facts.code)?.value ?? 0
  return cap * facts.total - held - (planned.get(c.facts.code) ?? 0)
}

/** The account while the money that leaves lies as cash. */
function without(exposure: Exposure, out: readonly Leaving[]): Exposure {
  const gone = new Map<string, number>()
  for (const m of out) if (m.from !== null) gone.set(m.from.code, (gone.get(m.from.code) ?? 0) + m.amount)
  const freed = [...gone.values()].reduce((a, b) => a + b, 0)
  return {
    rows: exposure.rows.map(r => ({ facts: r.facts, value: r.value - (gone.get(r.facts.code) ?? 0) })),
    cash: exposure.cash + freed,
  }
}

/** Pairs what leaves with the best product of the class that lacks most, up to the number of moves of the pack. */
export function planMoves(
  facts: AccountFacts,
  out: readonly Leaving[],
  exposure: Exposure,
): { readonly moves: readonly PlannedMove[]; readonly gaps: Gaps; readonly candidates: number } {
  const { maximumMoves, minimumMove } = facts.input.packs.conclusions.thresholds
  const gaps = gapsAfter(facts, exposure, out)
  const leavers = new Set(out.flatMap(m => m.from?.code ?? []))
  const all = candidates(facts, without(exposure, out), leavers).filter(c => !leavers.has(c.facts.code))
  const byClass = groupedByClass(all)
  const left = { ...gaps }
  const planned = new Map<string, number>()
  const moves: PlannedMove[] = []
  for (const leave of out) {
    let rest = leave.amount
    while (rest >= minimumMove && rest > 0 && moves.length < maximumMoves) {
      const wanted = ASSET_CLASSES.filter(c => left[c] >= minimumMove && (byClass.get(c)?.length ?? 0) > 0).toSorted(
        (a, b) => left[b] - left[a],
      )
      const own = leave.from === null ? 'cash' : mainClass(leave.from)
      const to = wanted[0] ?? (leave.reason === 'mismatch' || leave.reason === 'replaceable' ? own : null)
      const options =
        to === null
          ? []
          : (byClass.get(to) ?? []).filter(
              c => c.facts.code !== leave.from?.code && roomFor(facts, c, planned) >= minimumMove,
            )
      const best = options[0]
      if (to === null || best === undefined) break
      const gap = left[to] >= minimumMove ? left[to] : rest
      const wish = Math.min(rest, gap, roomFor(facts, best, planned))
      // What is left over after a move and too little for another goes with it.
      const amount = Math.round(rest - wish < minimumMove ? Math.min(rest, roomFor(facts, best, planned)) : wish)
      if (amount <= 0) break
      moves.push({ leaving: leave, to: best, amount, alternatives: options.slice(1, 3) })
      planned.set(best.facts.code, (planned.get(best.facts.code) ?? 0) + amount)
      for (const c of ASSET_CLASSES) left[c] -= amount * best.facts.classes[c]
      rest -= amount
    }
  }
  return { moves, gaps, candidates: all.length }
}

function groupedByClass(all: readonly Candidate[]): ReadonlyMap<AssetClass, readonly Candidate[]> {
  const out = new Map<AssetClass, Candidate[]>()
  for (const c of all) out.set(mainClass(c.facts), [...(out.get(mainClass(c.facts)) ?? []), c])
  return out
}
