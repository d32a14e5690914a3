import type { SentenceRule } from '../../../model/account-conclusions-pack.ts'
import type { AccountBehaviour } from '../../../model/report/account/behaviour.ts'
import type { AccountSuitability } from '../../../model/report/account/suitability.ts'
import {
  Force,
  type AccountKeyFigures,
  type AccountSummary,
  type FitLight,
} from '../../../model/report/account/summary.ts'
import type { AccountFacts } from './account-facts.ts'
import type { Sections, Told } from './account-measures.ts'
import { firstSentence, statements } from './rules.ts'

/** 组合五力: scores of the scored funds weighted by value; the share they make up is printed with them. */
function forces(facts: AccountFacts): Pick<AccountSummary, 'forces' | 'scoredShare' | 'scoredCount'> {
  const { maker, held, total, window } = facts
  const scored = held.filter(h => h.score?.total != null)
  const all = Force.options.map(force => {
    const rows = scored.filter(h => h.score?.forces[force] != null)
    const value = rows.reduce((sum, h) => sum + h.value, 0)
    const mean = value > 0 ? rows.reduce((sum, h) => sum + h.value * (h.score?.forces[force] ?? 0), 0) / value : null
    return {
      force,
      score: maker.figure(`summary.force.${force}`, 'score', mean === null ? null : Math.round(mean), {
        definition: 'portfolio-force',
        window,
        n: rows.length,
        reason: 'no-score',
      }),
    }
  })
  return {
    forces: all,
    scoredCount: scored.length,
    scoredShare: maker.figure(
      'summary.scoredShare',
      'ratio',
      total > 0 ? scored.reduce((sum, h) => sum + h.value, 0) / total : null,
      { definition: 'coverage-scored', frequency: 'snapshot', reason: 'no-assets' },
    ),
  }
}

function fits(facts: AccountFacts, suitability: AccountSuitability, told: Told): readonly FitLight[] {
  const pack = facts.input.packs.conclusions.fits
  const say = (rules: readonly SentenceRule[]) =>
    firstSentence(rules, told.measures, told.phrases) ?? { zh: '', en: '' }
  const smart: FitLight = {
    fit: 'smart',
    state:
      told.measures['hasTarget'] === 0
        ? 'undetermined'
        : (told.measures['moves'] ?? 0) > 0
          ? 'undetermined'
          : (told.measures['outside'] ?? 0) > 0
            ? 'mismatch'
            : 'match',
    text: say(pack.smart),
  }
  const risk: FitLight = { fit: 'risk', state: suitability.verdict, text: say(pack.risk) }
  return [...(facts.input.serviceFit === null ? [] : [facts.input.serviceFit]), smart, risk]
}

/** The cover: one sentence, three findings, three actions, the fits and the five forces. */
export function accountSummary(facts: AccountFacts, suitability: AccountSuitability, told: Told): AccountSummary {
  const pack = facts.input.packs.conclusions
  return {
    lead: firstSentence(pack.lead, told.measures, told.phrases) ?? { zh: '', en: '' },
    findings: statements(pack.findings, told.measures, told.phrases, told.groups),
    actions: statements(pack.actions, told.measures, told.phrases, told.groups),
    fits: fits(facts, suitability, told),
    ...forces(facts),
  }
}

/** The strip of key figures; each is the figure of its section, not a copy with another id. */
export function keyFigures(
  facts: AccountFacts,
  s: Pick<Sections, 'performance' | 'concentration' | 'risk'>,
  suitability: AccountSuitability,
  behaviour: AccountBehaviour,
): AccountKeyFigures {
  const period = (kind: 'oneYear' | 'threeYears' | 'sinceStart') => s.performance.periods.find(p => p.kind === kind)
  const missing = (id: string, unit: 'return' | 'ratio') =>
    facts.maker.figure(id, unit, null, { definition: 'twr', reason: 'no-trades' })
  const one = period('oneYear')
  const longPeriod = period('threeYears')?.window == null ? 'sinceStart' : 'threeYears'
  const long = period(longPeriod)
  return {
    longPeriod,
    totalAssets: s.performance.totalAssets,
    twrOneYear: one?.timeWeighted ?? missing('key.twrOneYear', 'return'),
    twrThreeYears: long?.timeWeighted ?? missing('key.twrThreeYears', 'return'),
    xirrThreeYears: long?.xirr ?? missing('key.xirrThreeYears', 'return'),
    behaviourGap: behaviour.behaviourGap,
    maxDrawdownThreeYears: long?.maxDrawdown ?? missing('key.maxDrawdown', 'ratio'),
    volatilityHistory: s.risk.history.volatility,
    volatilityToday: s.risk.today.volatility,
    diversificationRatio: s.concentration.diversificationRatio,
    effectiveHoldings: s.concentration.effectiveHoldings,
    weightedGrade: suitability.weightedGrade,
    shareAbove: suitability.shareAbove,
  }
}
