import type { AccountBehaviour } from '../../../model/report/account/behaviour.ts'
import type { AccountPeriod } from '../../../model/report/account/performance.ts'
import type { FigureUnit } from '../../../model/report/figure.ts'
import { dayNumber } from '../../portfolio/day-number.ts'
import { valueAtOrBefore } from '../../portfolio/day-series.ts'
import { disposition } from '../../portfolio/disposition.ts'
import { turnover } from '../../portfolio/fund-fees.ts'
import type { ClosedLot } from '../../portfolio/lot-book.ts'
import type { PositionEvent } from '../../portfolio/position-event.ts'
import { dateOf, isCashLike, type AccountFacts } from './account-facts.ts'
import { annualCost, exposureOf } from './exposure.ts'
import type { FigureSource } from '../figure-maker.ts'
import { phrasesOfBehaviour } from './behaviour-phrases.ts'
import { sentences } from './rules.ts'
import { yearsBefore } from './years-before.ts'

/** Mean weighted by cost; null for nothing. */
function meanDays(lots: readonly ClosedLot[]): number | null {
  const cost = lots.reduce((sum, lot) => sum + lot.cost, 0)
  return cost > 0 ? lots.reduce((sum, lot) => sum + (lot.closedOn - lot.openedOn) * lot.cost, 0) / cost : null
}

const gainOf = (lot: ClosedLot): number => lot.proceeds - lot.cost

const meanGain = (all: readonly ClosedLot[]): number =>
  all.reduce((sum, lot) => sum + Math.abs(gainOf(lot)), 0) / all.length

const lotSource = (definition: string, n: number) => ({ definition, n, reason: 'no-closed-lots' })

/** Share of the money bought after a rise of the adjusted price above the mark; null without a purchase that can be judged. */
function chasingShare(facts: AccountFacts, buys: readonly PositionEvent[]): number | null {
  const { chaseDays, chaseRise } = facts.input.packs.conclusions.thresholds
  let all = 0
  let chased = 0
  for (const buy of buys) {
    const series = facts.input.adjusted.get(buy.code)
    const now = series === undefined ? null : valueAtOrBefore(series, buy.day - 1)
    const before = series === undefined ? null : valueAtOrBefore(series, buy.day - chaseDays)
    if (now === null || before === null) continue
    all -= buy.cash
    if (now / before - 1 >= chaseRise) chased -= buy.cash
  }
  return all > 0 ? chased / all : null
}

function maintenance(facts: AccountFacts): number | null {
  const margin = facts.input.accounts.filter(a => a.kind === 'margin')
  const debt = margin.reduce((sum, a) => sum + a.marginDebt, 0)
  if (debt <= 0) return null
  const ids = new Set<string>(margin.map(a => a.id))
  const worth = facts.input.holdings.reduce((sum, h) => (ids.has(h.accountId) ? sum + h.value : sum), 0)
  return (worth + margin.reduce((sum, a) => sum + a.cash, 0)) / debt
}

/** B7: what the way of trading cost or brought. Money funds and cash do not count as trades. */
export function behaviour(facts: AccountFacts, periods: readonly AccountPeriod[]): AccountBehaviour {
  const { maker, history, ledger } = facts
  const three = periods.find(p => p.kind === 'threeYears')
  const period = three?.window == null ? periods.find(p => p.kind === 'sinceStart') : three
  const window = period?.window ?? null
  const from = window === null ? facts.asOfDay : dayNumber(window.from)
  const invested = ledger.products.filter(p => !isCashLike(facts.factsOf(p.code), facts))
  const lots = invested.flatMap(p => p.position.closed.filter(lot => lot.closedOn >= from))
  const winners = lots.filter(lot => gainOf(lot) > 0)
  const losers = lots.filter(lot => gainOf(lot) < 0)
  const events = invested.flatMap(p => p.events)
  const buys = events.filter(e => e.kind === 'buy' && e.day >= from)
  const yearStart = Math.max(dayNumber(yearsBefore(facts.asOf, 1)), ledger.firstDay ?? facts.asOfDay)
  const traded = events.filter(e => e.day > yearStart - 1 && (e.kind === 'buy' || e.kind === 'sell'))
  const yearTotals =
    history === null ? [] : [...history.values.total].filter((_, t) => (history.values.grid[t] ?? 0) >= yearStart)
  const average = yearTotals.length > 0 ? yearTotals.reduce((a, b) => a + b, 0) / yearTotals.length : 0
  const paid = (kind: PositionEvent['kind']): number =>
    traded.reduce((sum, e) => (e.kind === kind ? sum + Math.abs(e.cash) : sum), 0)
  const effect = disposition(invested, from)
  const fees = ledger.products.flatMap(p => p.events).reduce((sum, e) => (e.day >= yearStart ? sum + e.fee : sum), 0)
  const yearly = annualCost(exposureOf(facts))
  const year = { from: dateOf(yearStart), to: facts.asOf }
  const figure = (
    key: string,
    unit: FigureUnit,
    value: number | null,
    source: Partial<FigureSource> & { readonly definition: string },
  ) => maker.figure(`behaviour.${key}`, unit, value, { window, frequency: 'event', reason: 'no-trades', ...source })
  const annual = period?.timeWeightedAnnual.value ?? null
  const rate = period?.xirr.value ?? null
  const missing = period?.xirr.reason ?? period?.timeWeightedAnnual.reason ?? 'no-trades'
  const gap = rate === null || annual === null ? null : rate - annual
  const ratio = maintenance(facts)
  const spread =
    effect.gainsRealised === null || effect.lossesRealised === null
      ? null
      : effect.gainsRealised - effect.lossesRealised
  const counts = [
    { name: 'realisedGains', value: effect.realisedGains },
    { name: 'paperGains', value: effect.paperGains },
    { name: 'realisedLosses', value: effect.realisedLosses },
    { name: 'paperLosses', value: effect.paperLosses },
  ]
  const part = (value: number) => (lots.length > 0 ? value : null)
  const figures = {
    behaviourGap: figure('behaviourGap', 'return', gap, { definition: 'behaviour-gap', reason: missing }),
    productReturn: figure('productReturn', 'return', annual, {
      definition: 'twr-annual',
      frequency: 'daily',
      reason: missing,
    }),
    turnover: figure('turnover', 'number', turnover(paid('buy'), paid('sell'), average), {
      definition: 'turnover',
      window: year,
      n: traded.length,
    }),
    closedLots: figure('closedLots', 'count', history === null ? null : lots.length, { definition: 'closed-lots' }),
    winRate: figure('winRate', 'ratio', part(winners.length / lots.length), lotSource('win-rate', lots.length)),
    payOff: figure(
      'payOff',
      'number',
      winners.length > 0 && losers.length > 0 ? meanGain(winners) / meanGain(losers) : null,
      lotSource('pay-off', lots.length),
    ),
    holdingDaysWinners: figure(
      'holdingDaysWinners',
      'days',
      meanDays(winners),
      lotSource('holding-days', winners.length),
    ),
    holdingDaysLosers: figure('holdingDaysLosers', 'days', meanDays(losers), lotSource('holding-days', losers.length)),
    gainsRealised: figure('gainsRealised', 'ratio', effect.gainsRealised, {
      definition: 'gains-realised',
      inputs: counts,
      reason: 'no-closed-lots',
    }),
    lossesRealised: figure('lossesRealised', 'ratio', effect.lossesRealised, {
      definition: 'losses-realised',
      inputs: counts,
      reason: 'no-closed-lots',
    }),
    disposition: figure('disposition', 'return', spread, {
      definition: 'disposition',
      inputs: counts,
      reason: 'no-closed-lots',
    }),
    chasing: figure('chasing', 'ratio', chasingShare(facts, buys), {
      definition: 'chasing',
      n: buys.length,
      reason: 'no-purchases',
    }),
    tradingCosts: figure('tradingCosts', 'fen', history === null ? null : fees, {
      definition: 'trading-costs',
      window: year,
    }),
    productCosts: figure('productCosts', 'fen', yearly === null ? null : Math.round(yearly), {
      definition: 'product-costs',
      frequency: 'snapshot',
      reason: 'no-fee',
    }),
    costRate: figure('costRate', 'ratio', facts.total > 0 && yearly !== null ? (yearly + fees) / facts.total : null, {
      definition: 'cost-rate',
      window: year,
      reason: 'no-fee',
    }),
    maintenanceRatio:
      ratio === null
        ? null
        : figure('maintenanceRatio', 'ratio', ratio, { definition: 'maintenance-ratio', frequency: 'snapshot' }),
  }
  const { measures, phrases } = phrasesOfBehaviour(figures)
  return { window, ...figures, sentences: sentences(facts.input.packs.conclusions.behaviour, measures, phrases) }
}
