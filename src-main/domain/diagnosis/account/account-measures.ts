import type { AccountAllocation } from '../../../model/report/account/allocation.ts'
import type { AccountBehaviour } from '../../../model/report/account/behaviour.ts'
import type { ChangePlan } from '../../../model/report/account/change-plan.ts'
import type { AccountConcentration } from '../../../model/report/account/concentration.ts'
import type { HoldingLine } from '../../../model/report/account/holding-line.ts'
import type { AccountPerformance } from '../../../model/report/account/performance.ts'
import type { AccountRisk } from '../../../model/report/account/risk.ts'
import type { AccountFacts } from './account-facts.ts'
import { shareAboveLevel } from './suitability.ts'
import { mismatchPart, exposureOf } from './exposure.ts'
import { mismatchWhy } from './mismatch-why.ts'
import { money, names, points, rate, ratio, share, signedReturn, text, whole, type Phrases } from './phrases.ts'
import type { Measures } from './rules.ts'
import { validDaysOf } from './who.ts'

/** Finished sections the conclusions draw on. */
export interface Sections {
  readonly performance: AccountPerformance
  readonly allocation: AccountAllocation
  readonly concentration: AccountConcentration
  readonly risk: AccountRisk
  readonly behaviour: AccountBehaviour
  readonly holdings: readonly HoldingLine[]
  readonly plan: ChangePlan
  readonly offers: number
}

export interface Told {
  readonly measures: Measures
  readonly phrases: Phrases
  /** Groups of holdings a statement can name. */
  readonly groups: Readonly<Record<string, readonly string[]>>
}

/** Fewest holdings that together carry at least a part of the risk. */
function riskLeaders(lines: readonly HoldingLine[], part: number) {
  const sorted = lines.toSorted((a, b) => (b.riskContribution.value ?? 0) - (a.riskContribution.value ?? 0))
  const leaders: HoldingLine[] = []
  let risk = 0
  for (const line of sorted) {
    if (risk >= part) break
    leaders.push(line)
    risk += line.riskContribution.value ?? 0
  }
  return { leaders, risk, assets: leaders.reduce((sum, l) => sum + (l.share.value ?? 0), 0) }
}

const size = (v: number | null): number => Math.abs(v ?? 0)

function driftOf(facts: AccountFacts, allocation: AccountAllocation) {
  const outside = allocation.rows.filter(r => r.state === 'above' || r.state === 'below')
  const worst = outside.toSorted((a, b) => size(b.drift.value) - size(a.drift.value))[0]
  const classNames = facts.input.packs.conclusions.classNames
  return {
    measures: { outside: outside.length, drift: worst?.drift.value ?? 0, driftSize: size(worst?.drift.value ?? 0) },
    phrases: {
      driftClass: worst === undefined ? text('—') : classNames[worst.assetClass],
      driftShare: share(worst?.share.value ?? null),
      driftTarget: share(worst?.target.value ?? null),
      driftPoints: points(worst?.drift.value ?? null),
      driftMove: money(worst?.move.value ?? null),
      outside: whole(outside.length),
    },
  }
}

/** Every number and phrase the conclusions pack may use for the account as a whole. */
export function accountTold(facts: AccountFacts, s: Sections): Told {
  const { held, input, total } = facts
  const mismatches = held.filter(h => h.verdict?.verdict === 'mismatch')
  const open = held.filter(h => h.verdict === null || h.verdict.verdict === 'undetermined')
  const ungraded = held.filter(h => h.product?.riskGrade == null)
  const above = shareAboveLevel(facts)
  const { leaders, risk, assets } = riskLeaders(s.holdings, facts.input.packs.conclusions.thresholds.leadersOfRisk)
  const drift = driftOf(facts, s.allocation)
  const worst = s.risk.stress.find(w => w.id === s.risk.worst[0])
  const pair = s.concentration.highestCorrelation
  const twins = s.concentration.highestOverlap
  const nameOf = (code: string | undefined) => text(code === undefined ? '—' : facts.factsOf(code).name)
  const replaceable = s.holdings.filter(l => l.conclusion === 'replaceable')
  const top = s.holdings.find(l => l.kind !== 'cash')
  const year = s.performance.periods.find(p => p.kind === 'oneYear')
  const validDays = validDaysOf(facts)
  const alarms = held.filter(h => {
    const line = s.holdings.find(l => l.code === h.code)
    const grade = h.product?.riskGrade ?? null
    return grade !== null && (line?.maxDrawdown.value ?? 0) > input.suitability.drawdownAlarm[grade]
  })
  const excess =
    year?.timeWeighted.value == null || year.target.value === null ? null : year.timeWeighted.value - year.target.value
  const volatility = s.plan.before.volatility.value
  const calmer =
    volatility === null || s.plan.after.volatility.value === null ? null : volatility - s.plan.after.volatility.value
  const mismatchShare = mismatchPart(exposureOf(facts))
  const moved = [...new Set(s.plan.moves.map(m => m.to.name))]
  const left = [...new Set(s.plan.moves.map(m => m.from.name))]
  return {
    groups: {
      mismatch: mismatches.map(h => h.code),
      undetermined: open.map(h => h.code),
      ungraded: ungraded.map(h => h.code),
      riskLeaders: leaders.map(l => l.code),
      replaceable: replaceable.map(l => l.code),
      alarms: alarms.map(h => h.code),
      top: top === undefined ? [] : [top.code],
      pair: pair === null ? [] : [pair.a, pair.b],
      overlap: twins === null ? [] : [twins.a, twins.b],
    },
    measures: {
      ...drift.measures,
      total,
      holdings: held.length,
      mismatchCount: mismatches.length,
      mismatchShare,
      shareAbove: above,
      undeterminedCount: open.length,
      ungradedCount: ungraded.length,
      assessed: input.client.riskCapacity === null || input.client.validUntil === null ? 0 : 1,
      professional: input.client.investorType === 'professional' ? 1 : 0,
      expired: validDays !== null && validDays < 0 ? 1 : 0,
      validDays,
      warnDays: input.suitability.warnDays,
      dueSoon: validDays !== null && validDays >= 0 && validDays <= input.suitability.warnDays ? 1 : 0,
      riskLeaders: leaders.length,
      riskLeadersPart: risk,
      riskExcess: risk - assets,
      correlation: pair?.figure.value ?? null,
      overlap: twins?.figure.value ?? null,
      topShare: top?.share.value ?? null,
      effectiveHoldings: s.concentration.effectiveHoldings.value,
      behaviourGap: s.behaviour.behaviourGap.value,
      disposition: s.behaviour.disposition.value,
      chasing: s.behaviour.chasing.value,
      costRate: s.behaviour.costRate.value,
      maintenance: s.behaviour.maintenanceRatio?.value ?? null,
      replaceableCount: replaceable.length,
      alarmCount: alarms.length,
      moves: s.plan.moves.length,
      offers: s.offers,
      excessOneYear: excess,
      hasHistory: facts.history === null ? 0 : 1,
      volatility,
      calmer,
      worstShare: worst?.nowShare.value ?? null,
      hasTarget: input.target === null ? 0 : 1,
    },
    phrases: {
      ...drift.phrases,
      total: money(total),
      level: text(input.client.riskCapacity ?? '—'),
      mismatchCount: whole(mismatches.length),
      mismatchNames: names(mismatches.map(h => h.name)),
      mismatchGrades: text([...new Set(mismatches.flatMap(h => h.product?.riskGrade ?? []))].join('、') || '—'),
      mismatchWhy: mismatchWhy(
        mismatches.map(h => h.verdict),
        input.client.riskCapacity,
        input.packs.conclusions,
      ),
      mismatchValue: money(mismatches.reduce((sum, h) => sum + h.value, 0)),
      mismatchShare: share(mismatchShare),
      assessedOn: text(input.client.assessedOn ?? '—'),
      validUntil: text(input.client.validUntil ?? '—'),
      validDays: whole(validDays),
      undeterminedCount: whole(open.length),
      undeterminedNames: names(open.map(h => h.name)),
      ungradedNames: names(ungraded.map(h => h.name)),
      riskLeaders: whole(leaders.length),
      riskLeaderNames: names(leaders.map(l => l.name)),
      riskLeadersPart: share(risk),
      riskLeadersAssets: share(assets),
      pairA: nameOf(pair?.a),
      pairB: nameOf(pair?.b),
      correlation: ratio(pair?.figure.value ?? null),
      overlapA: nameOf(twins?.a),
      overlapB: nameOf(twins?.b),
      overlap: share(twins?.figure.value ?? null),
      topName: text(top?.name ?? '—'),
      topShare: share(top?.share.value ?? null),
      effectiveHoldings: ratio(s.concentration.effectiveHoldings.value),
      // HHI counts cash as one of them
      positions: whole(held.length + (facts.cash > 0 ? 1 : 0)),
      holdings: whole(held.length),
      worstName: worst?.name ?? text('—'),
      worstFrom: text(worst?.window?.from.slice(0, 7) ?? '—'),
      worstTo: text(worst?.window?.to.slice(0, 7) ?? '—'),
      worstNow: money(worst?.now.value ?? null),
      worstAfter: money(worst?.after.value ?? null),
      worstShare: share(worst?.nowShare.value == null ? null : Math.abs(worst.nowShare.value)),
      behaviourGap: points(s.behaviour.behaviourGap.value),
      gainsRealised: share(s.behaviour.gainsRealised.value),
      lossesRealised: share(s.behaviour.lossesRealised.value),
      chasing: share(s.behaviour.chasing.value),
      costRate: rate(s.behaviour.costRate.value),
      replaceableCount: whole(replaceable.length),
      replaceableNames: names(replaceable.map(l => l.name)),
      alarmNames: names(alarms.map(h => h.name)),
      moves: whole(s.plan.moves.length),
      offers: whole(s.offers),
      planAmount: money(s.plan.amount.value),
      planFrom: names(left),
      planTo: names(moved),
      volatilityBefore: share(volatility),
      volatilityAfter: share(s.plan.after.volatility.value),
      twrOneYear: signedReturn(year?.timeWeighted.value ?? null),
      targetOneYear: signedReturn(year?.target.value ?? null),
      excessOneYear: points(excess),
      maintenance: share(s.behaviour.maintenanceRatio?.value ?? null),
    },
  }
}
