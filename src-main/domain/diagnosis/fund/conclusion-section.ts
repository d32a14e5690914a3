import type { FundStatementRule } from '../../../model/fund-conclusions-pack.ts'
import { formatReturnPlain } from '../../../model/format/share.ts'
import type { BiText } from '../../../model/text.ts'
import type { Figure } from '../../../model/report/figure.ts'
import type { FundConclusion, Statement } from '../../../model/report/fund/conclusion.ts'
import { chooseForms, fillText } from '../../text/fill.ts'
import { dayNumber } from '../../portfolio/day-number.ts'
import { LEAST_PEERS } from '../ranks.ts'
import type { FundContext } from './fund-context.ts'
import { formatFigure } from './format-figure.ts'

const MOST = 3

/** Strengths, risks and alerts from rule data over the figures of the report. */
export function conclusionSection(context: FundContext, figures: ReadonlyMap<string, Figure>): FundConclusion {
  const { conclusions, riskGrade, term, redemptionDays } = context.input
  const all = new Map([...figures, ...factFigures(context, figures)])
  const capacity = riskGrade === null ? null : conclusions.gradeCapacities[riskGrade]
  const text = riskGrade === null ? conclusions.suits.unknown : conclusions.suits.known
  const span = conclusions.suits.terms[term === null ? 'none' : (String(term) as '1' | '2' | '3')]
  const words = (language: 'zh' | 'en'): string =>
    fillText(text[language], {
      grade: riskGrade ?? '',
      capacity: capacity ?? '',
      term: span[language],
      redemption: redemptionDays ?? '—',
    })
  return {
    pack: conclusions.version,
    strengths: statements(context, conclusions.strengths, all).slice(0, MOST),
    risks: statements(context, conclusions.risks, all).slice(0, MOST),
    suits: { capacity, term, redemptionDays, text: { zh: words('zh'), en: words('en') } },
    alerts: statements(context, conclusions.alerts, all),
  }
}

/** Yes-or-no facts and differences rules ask for; they are not shown themselves. */
function factFigures(context: FundContext, figures: ReadonlyMap<string, Figure>): [string, Figure][] {
  const { fund, riskGrade, conclusions } = context.input
  const deepest = figures.get('3y.maxDrawdown')?.value ?? null
  const allowed = riskGrade === null ? null : conclusions.gradeDrawdowns[riskGrade]
  const facts: [string, number | null][] = [
    ['fact.limited', fund.status === 'limited' ? 1 : 0],
    ['fact.halted', fund.status === 'halted' ? 1 : 0],
    ['fact.closed', fund.status === 'closed' ? 1 : 0],
    ['fact.gradeRaised', raised(context)],
    ['fact.noGrade', riskGrade === null ? 1 : 0],
    ['fact.overGrade', deepest === null || allowed === null ? null : deepest - allowed],
    ['fact.openDrawdown', figures.get('risk.current')?.value ?? null],
    ['fact.worseHalf', worseHalf(figures)],
  ]
  return facts.map(([id, value]) => [id, context.figure(id, id, 'number', value ?? 'notDefined')])
}

/** Whether the grade went up of late; a raise that is long known is no news. */
function raised({ input }: FundContext): number | null {
  const { riskGrade, previousGrade, gradedOn, date, conclusions } = input
  if (riskGrade === null || previousGrade === null) return null
  const old = gradedOn !== null && dayNumber(date) - dayNumber(gradedOn) > conclusions.thresholds.gradeNewsDays
  return riskGrade > previousGrade && !old ? 1 : 0
}

/** Rank over three years as a share of the peers: 1 is last. */
function worseHalf(figures: ReadonlyMap<string, Figure>): number | null {
  const rank = figures.get('3y.rank')?.value ?? null
  const peers = figures.get('3y.peers')?.value ?? null
  return rank === null || peers === null || peers < LEAST_PEERS ? null : rank / peers
}

function statements(
  context: FundContext,
  rules: readonly FundStatementRule[],
  figures: ReadonlyMap<string, Figure>,
): Statement[] {
  return rules
    .filter(rule => rule.types.length === 0 || rule.types.includes(context.input.fund.type))
    .filter(rule => rule.when.every(test => holds(figures.get(test.figure)?.value ?? null, test.op, test.value)))
    .map(rule => ({ rule, weight: weightOf(rule, figures) }))
    .toSorted((a, b) => b.weight - a.weight || (a.rule.id < b.rule.id ? -1 : 1))
    .map(({ rule }) => ({ rule: rule.id, text: worded(context, rule.text, figures), figures: rule.figures }))
}

function holds(value: number | null, op: FundStatementRule['when'][number]['op'], mark: number): boolean {
  if (value === null) return false
  switch (op) {
    case '>':
      return value > mark
    case '>=':
      return value >= mark
    case '<':
      return value < mark
    case '<=':
      return value <= mark
    case '=':
      return value === mark
  }
}

function weightOf({ rank }: FundStatementRule, figures: ReadonlyMap<string, Figure>): number {
  return rank.base + (rank.figure === null ? 0 : rank.scale * (figures.get(rank.figure)?.value ?? 0))
}

function worded({ input }: FundContext, text: BiText, figures: ReadonlyMap<string, Figure>): BiText {
  // The score covers three years, one for a younger fund.
  const young = (figures.get('3y.fund')?.value ?? null) === null
  const window = input.conclusions.scoreWindows[young ? '1y' : '3y']
  // a difference of returns is in points, and the text says so
  const print = (id: string): string =>
    id.endsWith('.excess') ? formatReturnPlain(figures.get(id)?.value ?? null) : formatFigure(figures.get(id))
  const fill = (language: 'zh' | 'en'): string =>
    chooseForms(text[language], print).replaceAll(/\{([^}]+)\}/g, (_, id: string) =>
      id === 'scoreWindow' ? window[language] : print(id),
    )
  return { zh: fill('zh'), en: fill('en') }
}
