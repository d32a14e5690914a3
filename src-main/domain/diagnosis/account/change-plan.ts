import type { ChangePlan, PlanHolding, PlanMove, ProductOffer } from '../../../model/report/account/change-plan.ts'
import type { HoldingLine } from '../../../model/report/account/holding-line.ts'
import type { AccountFacts, ProductFacts } from './account-facts.ts'
import { exposureRisk, type Exposure, type ExposureRisk } from './exposure.ts'
import { mismatchWhy } from './mismatch-why.ts'
import { money, text, type Phrases } from './phrases.ts'
import { gapsAfter, leaving, planMoves, type Gaps, type PlannedMove } from './plan-moves.ts'
import { candidates, mainClass, planOption } from './plan-options.ts'
import { planSide } from './plan-side.ts'
import { purchaseFee, redemptionFee } from './redemption-fee.ts'
import { firstSentence, sentences } from './rules.ts'

export interface PlanResult {
  readonly plan: ChangePlan
  readonly after: Exposure
  readonly gaps: Gaps
}

/** The account once all moves are done, fees not counted. */
function applied(now: Exposure, moves: readonly PlannedMove[]): Exposure {
  const values = new Map<string, { facts: ProductFacts; value: number }>(
    now.rows.map(r => [r.facts.code, { facts: r.facts, value: r.value }]),
  )
  let cash = now.cash
  for (const move of moves) {
    const from = move.leaving.from === null ? undefined : values.get(move.leaving.from.code)
    if (from === undefined) cash -= move.amount
    else from.value -= move.amount
    const to = values.get(move.to.facts.code)
    if (to === undefined) values.set(move.to.facts.code, { facts: move.to.facts, value: move.amount })
    else to.value += move.amount
  }
  return { rows: [...values.values()].filter(r => r.value > 0), cash }
}

const RULES = { mismatch: 1, replaceable: 2, drift: 3, idleCash: 4 } as const

function shownMove(facts: AccountFacts, move: PlannedMove, index: number, gaps: Gaps): PlanMove {
  const { maker, asOfDay } = facts
  const pack = facts.input.packs.conclusions
  const { from, reason } = move.leaving
  const out = from === null ? 0 : redemptionFee(from, move.amount, asOfDay)
  const into = purchaseFee(move.to.facts.fund, move.amount)
  const name = from?.name ?? pack.cashName.zh
  const phrases: Phrases = {
    from: from === null ? pack.cashName : text(name),
    to: text(move.to.facts.name),
    amount: money(move.amount),
    why: mismatchWhy([from?.verdict ?? null], facts.input.client.riskCapacity, pack),
    grade: text(from?.product?.riskGrade ?? '—'),
    level: text(facts.input.client.riskCapacity ?? '—'),
    className: pack.classNames[from === null ? 'cash' : mainClass(from)],
    toClass: pack.classNames[mainClass(move.to.facts)],
  }
  const scope = `move${index + 1}`
  return {
    id: scope,
    from: { code: from?.code ?? 'cash', name },
    to: planOption(facts, move.to, scope, gaps),
    amount: maker.figure(`plan.${scope}.amount`, 'fen', move.amount, {
      definition: 'move-amount',
      frequency: 'snapshot',
    }),
    fees: maker.figure(`plan.${scope}.fees`, 'fen', out === null && into === null ? null : (out ?? 0) + (into ?? 0), {
      definition: 'move-fees',
      frequency: 'snapshot',
      reason: 'no-fee',
      inputs: [
        { name: 'redemption', value: out },
        { name: 'purchase', value: into },
      ],
    }),
    reason: firstSentence(pack.moves, { reason: RULES[reason] }, phrases) ?? { zh: '', en: '' },
    alternatives: move.alternatives.map(a => planOption(facts, a, `${scope}.alternative`, gaps)),
  }
}

function holdingsOf(facts: AccountFacts, now: Exposure, after: Exposure): readonly PlanHolding[] {
  const before = new Map(now.rows.map(r => [r.facts.code, r]))
  const later = new Map(after.rows.map(r => [r.facts.code, r]))
  const codes = [...new Set([...before.keys(), ...later.keys()])]
  const row = (code: string, name: string, was: number, is: number): PlanHolding => {
    const figure = (key: string, value: number) =>
      facts.maker.figure(`plan.holding.${code}.${key}`, 'fen', value, {
        definition: 'holding-value',
        frequency: 'snapshot',
      })
    return { code, name, now: figure('now', was), proposed: figure('proposed', is), change: figure('change', is - was) }
  }
  return [
    ...codes.map(code =>
      row(
        code,
        (before.get(code) ?? later.get(code))?.facts.name ?? code,
        before.get(code)?.value ?? 0,
        later.get(code)?.value ?? 0,
      ),
    ),
    row('cash', facts.input.packs.conclusions.cashName.zh, now.cash, after.cash),
  ]
}

/** B9: what could leave, what could take its place, and the account before and after; nothing is ordered by this. */
export function changePlan(
  facts: AccountFacts,
  lines: readonly HoldingLine[],
  now: Exposure,
  risk: ExposureRisk,
): PlanResult {
  const out = leaving(facts, lines)
  const { moves, gaps, candidates: choice } = planMoves(facts, out, now)
  const after = applied(now, moves)
  const shown = moves.map((move, i) => shownMove(facts, move, i, gaps))
  const amount = moves.reduce((sum, m) => sum + m.amount, 0)
  const fees = shown.flatMap(m => m.fees.value ?? [])
  const measures = {
    moves: moves.length,
    leaving: out.length,
    candidates: choice,
    unplaced: out.reduce((sum, m) => sum + m.amount, 0) - amount,
    assessed: facts.input.client.riskCapacity === null ? 0 : 1,
    hasTarget: facts.input.target === null ? 0 : 1,
    feesUnknown: shown.length - fees.length,
  }
  return {
    after,
    gaps,
    plan: {
      moves: shown,
      holdings: holdingsOf(facts, now, after),
      before: planSide(facts, 'before', now, risk),
      after: planSide(facts, 'after', after, moves.length === 0 ? risk : exposureRisk(after, facts)),
      amount: facts.maker.figure('plan.amount', 'fen', amount, {
        definition: 'move-amount',
        frequency: 'snapshot',
        n: moves.length,
      }),
      fees: facts.maker.figure(
        'plan.fees',
        'fen',
        moves.length === 0 ? 0 : fees.length === 0 ? null : fees.reduce((a, b) => a + b, 0),
        {
          definition: 'move-fees',
          frequency: 'snapshot',
          n: fees.length,
          reason: 'no-fee',
        },
      ),
      notes: sentences(facts.input.packs.conclusions.planNotes, measures, { unplaced: money(measures.unplaced) }),
    },
  }
}

/** B10: the best products of the shelf for the account as it is, whether the plan uses them or not. */
export function productOffers(facts: AccountFacts, now: Exposure): readonly ProductOffer[] {
  const held = new Set(facts.held.map(h => h.code))
  const gaps = gapsAfter(facts, now, [])
  return candidates(facts, now, new Set())
    .filter(c => !held.has(c.facts.code))
    .slice(0, facts.input.packs.conclusions.thresholds.offers)
    .map((c, i) => ({
      rank: i + 1,
      option: planOption(facts, c, 'offer', gaps),
      gap: facts.maker.figure(`offer.${c.facts.code}.gap`, 'fen', Math.max(0, Math.round(gaps[mainClass(c.facts)])), {
        definition: 'class-move',
        frequency: 'snapshot',
        benchmark: facts.input.target?.pack ?? null,
      }),
      minimum: facts.maker.figure(`offer.${c.facts.code}.minimum`, 'fen', c.product.minimum, {
        definition: 'minimum',
        frequency: 'snapshot',
        reason: 'not-stated',
      }),
    }))
}
