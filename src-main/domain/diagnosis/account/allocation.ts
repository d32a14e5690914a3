import type { AssetClass } from '../../../model/levels.ts'
import type { AccountAllocation, AllocationRow } from '../../../model/report/account/allocation.ts'
import { sharesThatAddUp } from '../../portfolio/largest-remainder.ts'
import { ASSET_CLASSES } from '../../portfolio/look-through.ts'
import { roundTogether } from '../../portfolio/round-together.ts'
import type { AccountFacts } from './account-facts.ts'
import { classAmounts, exposureOf, misplacedPart } from './exposure.ts'

/** Band around a target: the tighter of the points and the relative part; around 0 only the points count. */
export function toleranceOf(target: number, points: number, relative: number): number {
  return target === 0 ? points : Math.min(points, relative * target)
}

/** Share of the fund assets whose portfolio is disclosed; null without funds. */
export function lookThroughCoverage(facts: AccountFacts): number | null {
  const funds = facts.held.filter(h => h.fund !== null)
  const all = funds.reduce((sum, h) => sum + h.value, 0)
  return all > 0 ? funds.reduce((sum, h) => (h.disclosed ? sum + h.value : sum), 0) / all : null
}

/** B3: classes after look-through against the target; printed shares add up, amounts lead back to the target. */
export function allocation(facts: AccountFacts): AccountAllocation {
  const { maker, input, total } = facts
  const { driftPoints, driftRelative } = input.packs.conclusions.thresholds
  const target = input.target?.shares ?? null
  const exposure = exposureOf(facts)
  const exact = ASSET_CLASSES.map(c => classAmounts(exposure)[c])
  const values = roundTogether(exact)
  const shares = sharesThatAddUp(exact.map(v => Math.max(0, v)))
  const moves = target === null ? [] : roundTogether(ASSET_CLASSES.map((c, i) => target[c] * total - (exact[i] ?? 0)))
  const figure = (
    c: AssetClass,
    key: string,
    unit: 'fen' | 'ratio' | 'return',
    value: number | null,
    definition: string,
  ) =>
    maker.figure(`allocation.${c}.${key}`, unit, value, {
      definition,
      frequency: 'snapshot',
      benchmark: key === 'value' || key === 'share' ? null : (input.target?.pack ?? null),
      reason: total > 0 ? 'no-target' : 'no-assets',
    })
  const rows = ASSET_CLASSES.map((c, i): AllocationRow => {
    const share = shares[i] ?? 0
    const goal = target?.[c] ?? null
    const drift = goal === null ? null : Math.round((share - goal) * 1e6) / 1e6
    const width = goal === null ? 0 : toleranceOf(goal, driftPoints, driftRelative)
    // A rounded share on the edge of the band is inside it.
    const outside = drift !== null && Math.abs(drift) > width + 1e-9
    return {
      assetClass: c,
      value: figure(c, 'value', 'fen', values[i] ?? 0, 'class-value'),
      share: figure(c, 'share', 'ratio', total > 0 ? share : null, 'class-share'),
      target: figure(c, 'target', 'ratio', goal, 'class-target'),
      drift: figure(c, 'drift', 'return', total > 0 ? drift : null, 'class-drift'),
      toleranceFrom: goal === null ? 0 : Math.max(0, goal - width),
      toleranceTo: goal === null ? 1 : Math.min(1, goal + width),
      state: drift === null ? 'noTarget' : !outside ? 'inside' : drift > 0 ? 'above' : 'below',
      move: figure(c, 'move', 'fen', target === null ? null : (moves[i] ?? 0), 'class-move'),
    }
  })
  return {
    targetOf: input.client.riskCapacity,
    pack: input.target?.pack ?? '',
    rows,
    coverage: maker.figure('allocation.coverage', 'ratio', lookThroughCoverage(facts), {
      definition: 'look-through-coverage',
      frequency: 'snapshot',
      reason: 'no-funds',
    }),
    outside: rows.filter(r => r.state === 'above' || r.state === 'below').length,
    misplaced: maker.figure(
      'allocation.misplaced',
      'ratio',
      target === null || total <= 0 ? null : misplacedPart(exposure, target),
      {
        definition: 'misplaced',
        frequency: 'snapshot',
        benchmark: input.target?.pack ?? null,
        reason: 'no-target',
      },
    ),
  }
}
