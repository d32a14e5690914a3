import type { RiskGrade, SuitabilityVerdict } from '../../../model/levels.ts'
import type {
  AccountSuitability,
  CapRow,
  HoldingVerdict,
  VerdictGroup,
} from '../../../model/report/account/suitability.ts'
import { sharesThatAddUp } from '../../portfolio/largest-remainder.ts'
import { ASSET_CLASSES } from '../../portfolio/look-through.ts'
import { isCashLike, type AccountFacts, type Held } from './account-facts.ts'
import { classAmounts, exposureOf, gradeNumber, weightedGrade } from './exposure.ts'
import { holdingShares } from './holding-shares.ts'
import type { ProductRisk } from './product-risk.ts'
import type { Phrases } from './phrases.ts'
import { firstSentence, type Measures } from './rules.ts'

const GROUPS = ['match', 'mismatch', 'undetermined', 'notApplicable'] as const

/** Share of the assets in grades the client's level may not hold; null without a level. */
export function shareAboveLevel(facts: AccountFacts): number | null {
  const { client, suitability } = facts.input
  if (client.riskCapacity === null || facts.total <= 0) return null
  const allowed = suitability.matrix[client.riskCapacity]
  const above = facts.held.reduce((sum, h) => {
    const grade = h.product?.riskGrade ?? null
    return grade !== null && !allowed.includes(grade) ? sum + h.value : sum
  }, 0)
  return above / facts.total
}

export function highestGrade(held: readonly Held[]): RiskGrade | null {
  const grades = held.flatMap(h => h.product?.riskGrade ?? []).toSorted((a, b) => gradeNumber(b) - gradeNumber(a))
  return grades[0] ?? null
}

function caps(facts: AccountFacts): readonly CapRow[] {
  const limits = facts.input.suitability.caps
  const { total, held, maker } = facts
  const amounts = classAmounts(exposureOf(facts))
  const invested = ASSET_CLASSES.filter(c => c !== 'cash').toSorted((a, b) => amounts[b] - amounts[a])
  const biggest = held.find(h => !isCashLike(h, facts))
  const top = invested[0] ?? 'equity'
  const high = held.reduce(
    (sum, h) => (h.product?.riskGrade === 'R4' || h.product?.riskGrade === 'R5' ? sum + h.value : sum),
    0,
  )
  const rows = [
    { kind: 'singleProduct', name: biggest?.code ?? '', value: biggest?.value ?? 0 },
    { kind: 'highGrades', name: 'R4-R5', value: high },
    { kind: 'singleClass', name: top, value: amounts[top] },
  ] as const
  return rows.map(({ kind, name, value }): CapRow => {
    const share = total > 0 ? value / total : null
    const limit = limits?.[kind] ?? null
    const source = {
      definition: `cap-${kind}`,
      frequency: 'snapshot',
      benchmark: facts.input.suitability.pack,
    } as const
    return {
      kind,
      name,
      limit: maker.figure(`suitability.cap.${kind}.limit`, 'ratio', limit, { ...source, reason: 'no-level' }),
      share: maker.figure(`suitability.cap.${kind}.share`, 'ratio', share, { ...source, reason: 'no-assets' }),
      state: limit === null || share === null ? 'unknown' : share > limit + 1e-9 ? 'over' : 'inside',
    }
  })
}

/** The whole is a mismatch when one holding is, and undetermined when one is or the client has no level. */
export function wholeVerdict(facts: AccountFacts): SuitabilityVerdict {
  const verdicts = facts.held.map(h => h.verdict?.verdict ?? 'undetermined')
  if (verdicts.includes('mismatch')) return 'mismatch'
  return verdicts.includes('undetermined') ? 'undetermined' : 'match'
}

/** B6: the verdict of every holding, of the whole, the caps of the level, and grades that do not fit what happened. */
export function accountSuitability(
  facts: AccountFacts,
  risks: ReadonlyMap<string, ProductRisk>,
  measures: Measures,
  phrases: Phrases,
): AccountSuitability {
  const { maker, input, held, total, cash } = facts
  const source = { frequency: 'snapshot', benchmark: input.suitability.pack, reason: 'no-assets' } as const
  const sums = GROUPS.map(verdict =>
    verdict === 'notApplicable'
      ? { verdict, count: cash > 0 ? 1 : 0, value: Math.max(0, cash) }
      : held.reduce(
          (sum, h) =>
            (h.verdict?.verdict ?? 'undetermined') === verdict
              ? { verdict, count: sum.count + 1, value: sum.value + h.value }
              : sum,
          { verdict, count: 0, value: 0 },
        ),
  )
  const shares = sharesThatAddUp(sums.map(s => s.value))
  const groups = sums.map((s, i): VerdictGroup => ({
    verdict: s.verdict,
    count: s.count,
    value: maker.figure(`suitability.${s.verdict}.value`, 'fen', s.value, { definition: 'verdict-value', ...source }),
    share: maker.figure(`suitability.${s.verdict}.share`, 'ratio', total > 0 ? (shares[i] ?? 0) : null, {
      definition: 'verdict-share',
      ...source,
    }),
  }))
  const printed = holdingShares(facts)
  const holdings = held.flatMap((h): HoldingVerdict[] => {
    if (h.verdict === null) return []
    const grade = h.product?.riskGrade ?? null
    const worst = risks.get(h.code)?.maxDrawdown ?? null
    const alarmed = grade !== null && worst !== null && worst > input.suitability.drawdownAlarm[grade]
    return [
      {
        code: h.code,
        name: h.name,
        riskGrade: grade,
        value: maker.figure(`suitability.${h.code}.value`, 'fen', h.value, { definition: 'holding-value', ...source }),
        share: maker.figure(`suitability.${h.code}.share`, 'ratio', printed.get(h.code) ?? null, {
          definition: 'holding-share',
          ...source,
        }),
        line: h.verdict,
        alarm: alarmed
          ? maker.figure(`suitability.${h.code}.alarm`, 'ratio', worst, {
              definition: 'drawdown-alarm',
              window: facts.window,
              frequency: 'daily',
              n: h.returns()?.n ?? null,
              inputs: [{ name: grade, value: input.suitability.drawdownAlarm[grade] }],
            })
          : null,
      },
    ]
  })
  return {
    riskCapacity: input.client.riskCapacity,
    verdict: wholeVerdict(facts),
    sentence: firstSentence(input.packs.conclusions.suitability, measures, phrases) ?? { zh: '', en: '' },
    holdings,
    groups,
    weightedGrade: maker.figure('suitability.weightedGrade', 'number', weightedGrade(exposureOf(facts)), {
      definition: 'weighted-grade',
      frequency: 'snapshot',
      reason: 'no-grade',
    }),
    highestGrade: highestGrade(held),
    shareAbove: maker.figure('suitability.shareAbove', 'ratio', shareAboveLevel(facts), {
      definition: 'share-above',
      frequency: 'snapshot',
      benchmark: input.suitability.pack,
      reason: total > 0 ? 'no-level' : 'no-assets',
    }),
    caps: caps(facts),
    pack: input.suitability.pack,
  }
}
