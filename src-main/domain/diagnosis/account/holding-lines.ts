import type { HoldingLine } from '../../../model/report/account/holding-line.ts'
import type { FigureUnit } from '../../../model/report/figure.ts'
import type { AccountFacts, Held } from './account-facts.ts'
import type { FigureSource } from '../figure-maker.ts'
import { CASH, holdingShares } from './holding-shares.ts'
import { fill, points, rate, share, signedReturn, text, whole, type Phrases } from './phrases.ts'
import { mismatchWhy } from './mismatch-why.ts'
import type { ProductRisk } from './product-risk.ts'
import { allHold, type Measures } from './rules.ts'

/** Cost of what is held, fen: by the trades where they explain all units, else as the statement says; null without either. */
export function costOf(held: Held): number | null {
  const { position, unexplained, statedCost } = held.ledger
  return unexplained === 0 && position.short === 0 ? position.averageCost : statedCost
}

type Figures = Pick<
  HoldingLine,
  | 'value'
  | 'share'
  | 'riskContribution'
  | 'profit'
  | 'openProfit'
  | 'openProfitRate'
  | 'oneYear'
  | 'holdingDays'
  | 'maxDrawdown'
  | 'volatility'
  | 'annualFee'
  | 'score'
>

function figuresOf(
  facts: AccountFacts,
  held: Held,
  printed: number | null,
  contribution: number | null,
  risk: ProductRisk,
): Figures {
  const { maker, window } = facts
  const { position } = held.ledger
  const cost = costOf(held)
  const open = cost === null ? null : held.value - cost
  const explained = held.ledger.unexplained === 0
  const lotCost = position.lots.reduce((sum, lot) => sum + lot.cost, 0)
  const age =
    explained && lotCost > 0
      ? position.lots.reduce((sum, lot) => sum + (facts.asOfDay - lot.openedOn) * lot.cost, 0) / lotCost
      : null
  const snapshot = { frequency: 'snapshot' } as const
  const daily = { window, frequency: 'daily', n: held.returns()?.n ?? null } as const
  const figure = (key: string, unit: FigureUnit, value: number | null, source: FigureSource) =>
    maker.figure(`holding.${held.code}.${key}`, unit, value, source)
  const inputs = [
    { name: 'value', value: held.value },
    { name: 'cost', value: cost },
    { name: 'realised', value: position.realised },
    { name: 'income', value: position.income },
  ]
  const few = held.returns() === null ? 'too-few-returns' : 'under-one-year'
  return {
    value: figure('value', 'fen', held.value, { definition: 'holding-value', ...snapshot }),
    share: figure('share', 'ratio', printed, {
      definition: 'holding-share',
      ...snapshot,
      reason: 'no-assets',
      inputs: [
        { name: 'value', value: held.value },
        { name: 'total', value: facts.total },
      ],
    }),
    riskContribution: figure('riskContribution', 'ratio', contribution, {
      definition: 'risk-contribution',
      ...daily,
      reason: 'no-history',
    }),
    profit: figure('profit', 'fen', open === null ? null : open + position.realised + position.income, {
      definition: 'profit',
      frequency: 'event',
      reason: 'no-cost',
      inputs,
    }),
    openProfit: figure('openProfit', 'fen', open, {
      definition: 'open-profit',
      ...snapshot,
      reason: 'no-cost',
      inputs,
    }),
    openProfitRate: figure(
      'openProfitRate',
      'return',
      open === null || cost === null || cost <= 0 ? null : open / cost,
      {
        definition: 'open-profit-rate',
        ...snapshot,
        reason: 'no-cost',
        inputs,
      },
    ),
    oneYear: figure('oneYear', 'return', risk.oneYear, {
      definition: 'product-return',
      ...daily,
      reason: 'history-too-short',
    }),
    holdingDays: figure('holdingDays', 'days', age, {
      definition: 'holding-days',
      frequency: 'event',
      reason: 'before-history',
    }),
    maxDrawdown: figure('maxDrawdown', 'ratio', risk.maxDrawdown, {
      definition: 'max-drawdown',
      ...daily,
      reason: 'too-few-returns',
    }),
    volatility: figure('volatility', 'ratio', risk.volatility, { definition: 'volatility', ...daily, reason: few }),
    annualFee: figure('annualFee', 'ratio', held.product?.annualFee ?? null, {
      definition: 'annual-fee',
      ...snapshot,
      reason: 'no-fee',
    }),
    score: figure('score', 'score', held.score?.total ?? null, { definition: 'score', ...daily, reason: 'no-score' }),
  }
}

const known = (v: boolean): number => (v ? 1 : 0)

function rulesInput(
  facts: AccountFacts,
  held: Held,
  figures: Figures,
  alarmed: boolean,
): { readonly measures: Measures; readonly phrases: Phrases } {
  const verdict = held.verdict?.verdict ?? null
  const excess =
    figures.riskContribution.value === null || figures.share.value === null
      ? null
      : figures.riskContribution.value - figures.share.value
  return {
    measures: {
      mismatch: known(verdict === 'mismatch'),
      riskAbove: known(held.verdict?.codes.some(c => c === 'RISK_ABOVE' || c === 'LOWEST_CATEGORY') ?? false),
      undetermined: known(verdict === 'undetermined' || verdict === null),
      alarm: known(alarmed),
      fund: known(held.fund !== null),
      score: figures.score.value,
      scored: known(figures.score.value !== null),
      share: figures.share.value,
      riskContribution: figures.riskContribution.value,
      riskExcess: excess,
      oneYear: figures.oneYear.value,
      openProfitRate: figures.openProfitRate.value,
      maxDrawdown: figures.maxDrawdown.value,
      annualFee: figures.annualFee.value,
    },
    phrases: {
      name: text(held.name),
      why: mismatchWhy([held.verdict], facts.input.client.riskCapacity, facts.input.packs.conclusions),
      grade: text(held.product?.riskGrade ?? '—'),
      level: text(facts.input.client.riskCapacity ?? '—'),
      score: whole(figures.score.value),
      share: share(figures.share.value),
      riskContribution: share(figures.riskContribution.value),
      riskExcess: points(excess),
      oneYear: signedReturn(figures.oneYear.value),
      openProfitRate: signedReturn(figures.openProfitRate.value),
      maxDrawdown: share(figures.maxDrawdown.value),
      annualFee: rate(figures.annualFee.value),
    },
  }
}

function lineOf(facts: AccountFacts, held: Held, figures: Figures, alarmed: boolean): HoldingLine {
  const { measures, phrases } = rulesInput(facts, held, figures, alarmed)
  const rule = facts.input.packs.conclusions.holdings.find(r => allHold(r.when, measures)) ?? null
  const rows = facts.input.holdings.filter(h => h.code === held.code)
  const last = rows.toSorted((a, b) => (b.priceDate ?? '').localeCompare(a.priceDate ?? ''))[0]
  const units = held.ledger.heldUnits
  const cost = costOf(held)
  const conclusion = rule?.conclusion ?? null
  const flagged = conclusion !== null && conclusion !== 'keep'
  return {
    code: held.code,
    name: held.name,
    kind: held.product?.kind ?? 'unknown',
    fundType: held.fund?.type ?? null,
    assetClass: held.product?.assetClass ?? null,
    riskGrade: held.product?.riskGrade ?? null,
    manager:
      held.fund?.managers
        .filter(m => m.to === null)
        .map(m => m.name)
        .join('、') || null,
    units: units / 100,
    unitCost: cost === null || units <= 0 ? null : Math.round((cost / units) * 10_000) / 10_000,
    price: last?.price == null ? null : last.price / 10_000,
    priceDate: last?.priceDate ?? null,
    ...figures,
    verdict: held.verdict,
    conclusion,
    because:
      rule === null ? null : { rule: rule.id, figure: figures[rule.figure], sentence: fill(rule.sentence, phrases) },
    page:
      held.fund !== null &&
      ((figures.share.value ?? 0) > facts.input.packs.conclusions.thresholds.pageShare || flagged),
  }
}

/** B8: one line a holding, largest first, with cash last; printed shares of assets and of risk add up. */
export function holdingLines(
  facts: AccountFacts,
  contributions: readonly (number | null)[],
  risks: ReadonlyMap<string, ProductRisk>,
): readonly HoldingLine[] {
  const shares = holdingShares(facts)
  const none: ProductRisk = { volatility: null, maxDrawdown: null, oneYear: null }
  const lines = facts.held.map((held, i) => {
    const own = risks.get(held.code) ?? none
    const grade = held.product?.riskGrade ?? null
    const alarmed = grade !== null && (own.maxDrawdown ?? 0) > facts.input.suitability.drawdownAlarm[grade]
    return lineOf(
      facts,
      held,
      figuresOf(facts, held, shares.get(held.code) ?? null, contributions[i] ?? null, own),
      alarmed,
    )
  })
  return facts.cash === 0 ? lines : [...lines, cashLine(facts, shares.get(CASH) ?? null)]
}

function cashLine(facts: AccountFacts, printed: number | null): HoldingLine {
  const figure = (key: string, unit: FigureUnit, value: number | null, definition: string) =>
    facts.maker.figure(`holding.cash.${key}`, unit, value, { definition, frequency: 'snapshot', reason: 'cash' })
  return {
    code: 'cash',
    name: facts.input.packs.conclusions.cashName.zh,
    kind: 'cash',
    fundType: null,
    assetClass: 'cash',
    riskGrade: null,
    manager: null,
    units: null,
    unitCost: null,
    price: null,
    priceDate: null,
    value: figure('value', 'fen', facts.cash, 'holding-value'),
    share: figure('share', 'ratio', printed, 'holding-share'),
    riskContribution: figure('riskContribution', 'ratio', 0, 'risk-contribution'),
    profit: figure('profit', 'fen', null, 'profit'),
    openProfit: figure('openProfit', 'fen', null, 'open-profit'),
    openProfitRate: figure('openProfitRate', 'return', null, 'open-profit-rate'),
    oneYear: figure('oneYear', 'return', null, 'product-return'),
    holdingDays: figure('holdingDays', 'days', null, 'holding-days'),
    maxDrawdown: figure('maxDrawdown', 'ratio', null, 'max-drawdown'),
    volatility: figure('volatility', 'ratio', null, 'volatility'),
    annualFee: figure('annualFee', 'ratio', null, 'annual-fee'),
    score: figure('score', 'score', null, 'score'),
    verdict: null,
    conclusion: null,
    because: null,
    page: false,
  }
}
