import type { AccountReport } from '../../../model/report/account-report.ts'
import { accountFacts, type AccountFacts } from './account-facts.ts'
import type { AccountInput } from './account-input.ts'
import { accountTold } from './account-measures.ts'
import { allocation } from './allocation.ts'
import { behaviour } from './behaviour.ts'
import { changePlan, productOffers } from './change-plan.ts'
import { closing } from './closing.ts'
import { concentration } from './concentration.ts'
import { exposureOf, exposureRisk } from './exposure.ts'
import { holdingLines } from './holding-lines.ts'
import { performance } from './performance.ts'
import { productRisk } from './product-risk.ts'
import { accountRisk } from './risk.ts'
import { accountSuitability } from './suitability.ts'
import { accountSummary, keyFigures } from './summary.ts'
import { who } from './who.ts'

const VERSION = 'account/1'

function pick<T>(all: Readonly<Record<string, T>>, ids: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries([...ids].toSorted().flatMap(id => (all[id] === undefined ? [] : [[id, all[id]] as const])))
}

function usedTexts(facts: AccountFacts): Pick<AccountReport, 'definitions' | 'reasons'> {
  const pack = facts.input.packs.definitions
  return {
    definitions: pick(pack.definitions, facts.maker.definitions),
    reasons: pick(pack.reasons, facts.maker.reasons),
  }
}

/**
 * Account diagnosis of one client, sections B1 to B11. Pure: the same input gives the same report, byte for byte. Money in
 * fen, ratios as fractions, what cannot be computed as `null` with its reason. Never throws for parsed rows: missing
 * products, prices, trades, targets or packs' optional parts leave figures missing. Definitions: spec of the diagnosis.
 */
export function diagnoseAccount(input: AccountInput): AccountReport {
  const facts = accountFacts(input)
  const now = exposureOf(facts)
  const today = exposureRisk(now, facts)
  const risks = new Map(facts.held.map(h => [h.code, productRisk(h, facts)]))
  const b2 = performance(facts)
  const b3 = allocation(facts)
  const b4 = concentration(facts, today)
  const lines = holdingLines(
    facts,
    b4.riskContributions.map(r => r.contribution.value),
    risks,
  )
  const planned = changePlan(facts, lines, now, today)
  const offers = productOffers(facts, now)
  const b5 = accountRisk(facts, now, planned.after, today)
  const b7 = behaviour(facts, b2.periods)
  const told = accountTold(facts, {
    performance: b2,
    allocation: b3,
    concentration: b4,
    risk: b5,
    behaviour: b7,
    holdings: lines,
    plan: planned.plan,
    offers: offers.length,
  })
  const b6 = accountSuitability(facts, risks, told.measures, told.phrases)
  const report = {
    kind: 'account',
    version: VERSION,
    date: input.date,
    asOf: facts.asOf,
    summary: accountSummary(facts, b6, told),
    keyFigures: keyFigures(facts, { performance: b2, concentration: b4, risk: b5 }, b6, b7),
    who: who(facts),
    performance: b2,
    allocation: b3,
    concentration: b4,
    risk: b5,
    suitability: b6,
    behaviour: b7,
    holdings: lines,
    plan: planned.plan,
    products: offers,
    closing: closing(facts),
  } as const
  return { ...report, ...usedTexts(facts) }
}
