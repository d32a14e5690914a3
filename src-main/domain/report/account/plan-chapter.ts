import { columnDigits, formatMoneyPlain, formatMoneyPlainSigned, moneyUnit } from '../../../model/format/money.ts'
import { formatReturn, formatScore, formatShare, formatSharePlain } from '../../../model/format/share.ts'
import type { AccountReport } from '../../../model/report/account-report.ts'
import type { PlanMove, PlanOption, PlanSide } from '../../../model/report/account/change-plan.ts'
import type { Figure } from '../../../model/report/figure.ts'
import { stackedBars } from '../charts/allocation-bars.ts'
import type { Block, Chapter } from '../blocks/block.ts'
import { cutText, linesOf } from '../blocks/measure.ts'
import { verdictName } from '../blocks/names.ts'
import { tableBlock, type Row } from '../blocks/table.ts'
import { listBlock, missingBlock, pictureBlock, sideBySide, titleBlock } from '../blocks/text-blocks.ts'
import { verdictWord } from '../blocks/verdict.ts'
import { plainCell, type Writer } from '../blocks/writer.ts'

const share = (digits: number) => (f: Figure) => formatShare(f.value === null ? null : Math.abs(f.value), digits)

const beforeAfter = (report: AccountReport, write: Writer): Block => {
  const { before, after } = report.plan
  const unit = moneyUnit(write.locale)
  const row = (name: string, of: (s: PlanSide) => Figure, text: (f: Figure) => string): Row => ({
    cells: [name, plainCell(text(of(before))), plainCell(text(of(after)), true)],
  })
  const rows = [
    row(write.say('common.volatility'), s => s.volatility, share(2)),
    row(write.say('common.maxDrawdown'), s => s.maxDrawdown, share(2)),
    row(
      write.say('accountPlan.worstScenario', { unit }),
      s => s.worstStress,
      f => (f.unit === 'fen' ? formatMoneyPlainSigned(f.value, write.locale, 1) : formatReturn(f.value, 1)),
    ),
    row(
      write.say('accountPlan.costAYear', { unit }),
      s => s.annualCost,
      f => (f.unit === 'fen' ? formatMoneyPlain(f.value, write.locale) : formatShare(f.value, 2)),
    ),
    row(write.say('accountPlan.overlap'), s => s.overlap, share(1)),
    row(write.say('accountPlan.mismatchedShare'), s => s.mismatchShare, share(1)),
  ]
  return tableBlock(
    {
      title: write.say('accountPlan.beforeAndAfter'),
      small: write.say('accountPlan.onThreeYearsOfData'),
      continued: '',
    },
    [
      { head: '', width: 36 },
      { head: write.say('common.now'), right: true },
      { head: write.say('accountPlan.after'), right: true },
    ],
    rows,
    { padding: 0.85 },
  )
}

const movesTable = (report: AccountReport, write: Writer): Block => {
  const unit = moneyUnit(write.locale)
  const digits = columnDigits(
    report.plan.moves.flatMap(m => [m.amount.value]),
    write.locale,
  )
  const rows = report.plan.moves.map((m, i): Row => {
    const reason = write.state(write.text(m.reason))
    return {
      cells: [
        { cell: String(i + 1), tone: 'i3' },
        cutText(write.word(m.from.name), 8, 31),
        cutText(m.to.name, 8, 33),
        verdictWord(m.to.verdict.verdict, verdictName(write, m.to.verdict.verdict)),
        plainCell(formatMoneyPlain(m.amount.value, write.locale, digits), true),
        plainCell(formatMoneyPlain(m.fees.value, write.locale)),
        { cell: reason, tone: 'i2 w' },
      ],
      lines: linesOf(reason, 8, 49),
    }
  })
  return tableBlock(
    {
      title: write.say('accountPlan.nowProposed'),
      small: write.say('accountPlan.theDecisionIsYoursEvery'),
      continued: write.say('common.continued'),
    },
    [
      { head: '', width: 5 },
      { head: write.say('accountPlan.from'), width: 34 },
      { head: write.say('accountPlan.to'), width: 36 },
      { head: write.say('common.verdict'), width: 18 },
      { head: write.say('accountPlan.amount', { unit }), right: true, width: 18 },
      { head: write.say('accountPlan.fees', { unit }), right: true, width: 16 },
      { head: write.say('accountPlan.reason') },
    ],
    rows,
    { padding: 0.95 },
  )
}

const comparePicture = (report: AccountReport, write: Writer): Block | null => {
  const { holdings } = report.plan
  const classes = report.allocation.rows
  if (holdings.length === 0 || classes.length === 0) return null
  const most = holdings
    .toSorted(
      (a, b) => Math.max(b.now.value ?? 0, b.proposed.value ?? 0) - Math.max(a.now.value ?? 0, a.proposed.value ?? 0),
    )
    .slice(0, 4)
  const rest = (of: 'now' | 'proposed') =>
    holdings.filter(h => !most.includes(h)).reduce((s, h) => s + (h[of].value ?? 0), 0)
  const total = (of: 'now' | 'proposed') => holdings.reduce((s, h) => s + (h[of].value ?? 0), 0)
  const shares = (of: 'now' | 'proposed') => [
    ...most.map(h => (h[of].value ?? 0) / (total(of) || 1)),
    rest(of) / (total(of) || 1),
  ]
  const colours = [
    { colour: 'c1', dark: true },
    { colour: 'c2', dark: true },
    { colour: 'c3', dark: false },
    { colour: 'c4', dark: false },
    { colour: 'band2', dark: false },
  ] as const
  const names = [...most.map(h => cutText(write.word(h.name), 7.5, 24)), write.say('accountPlan.others')]
  const title = write.say('accountPlan.holdings')
  const picture = stackedBars(
    [
      { name: write.say('common.now'), shares: shares('now') },
      { name: write.say('accountPlan.proposed'), shares: shares('proposed') },
    ],
    names.map((name, i) => ({ name, ...(colours[i] ?? { colour: 'band2', dark: false }) })),
    372,
    title,
  )
  return pictureBlock(title, '%', picture, 106, 2)
}

const optionRow = (option: PlanOption, write: Writer, kind: string): Row => {
  const why = option.why.map(w => write.state(write.text(w))).join(write.say('common.semicolon'))
  const whyNot = option.whyNot.map(w => write.state(write.text(w))).join(write.say('common.semicolon'))
  return {
    cells: [
      { cell: kind, tone: 'i3' },
      cutText(option.name, 8, 33),
      { cell: why, tone: 'i2 w' },
      { cell: whyNot, tone: 'i2 w' },
    ],
    lines: Math.max(linesOf(why, 8, 60), linesOf(whyNot, 8, 62)),
  }
}

const alternatives = (move: PlanMove, write: Writer): Block => {
  const rows = [
    optionRow(move.to, write, write.say('accountPlan.first')),
    ...move.alternatives.map(a => optionRow(a, write, write.say('accountPlan.other'))),
  ]
  const columns = [
    { head: '', width: 10 },
    { head: write.say('common.product'), width: 36 },
    { head: write.say('accountPlan.why'), width: 62 },
    { head: write.say('accountPlan.whyNot') },
  ]
  const small = write.say('accountPlan.for', { name: cutText(write.word(move.from.name), 7.5, 50) })
  return tableBlock({ title: write.say('accountPlan.alternatives'), small, continued: '' }, columns, rows, {
    padding: 0.9,
  })
}

const offersTable = (report: AccountReport, write: Writer, most: number): Block => {
  const title = write.say('accountPlan.productsToConsider')
  if (report.products.length === 0) return missingBlock(title, '', write.say('accountPlan.noProductOfTheShelf'))
  const rows = report.products.slice(0, most).map((p): Row => {
    const why = p.option.why
      .slice(0, 2)
      .map(w => write.text(w))
      .join(write.say('common.semicolon'))
    return {
      cells: [
        { cell: String(p.rank), tone: 'i3' },
        cutText(p.option.name, 8, 35),
        { cell: p.option.code, tone: 'i2' },
        p.option.riskGrade ?? '—',
        verdictWord(p.option.verdict.verdict, verdictName(write, p.option.verdict.verdict)),
        plainCell(formatSharePlain(p.option.annualFee.value, 2)),
        plainCell(formatScore(p.option.score.value)),
        { cell: why, tone: 'i2 w' },
      ],
      lines: linesOf(why, 8, 60),
    }
  })
  return tableBlock(
    {
      title,
      small: write.say('accountPlan.passTheRiskFitNo'),
      continued: write.say('common.continued'),
    },
    [
      { head: '', width: 5 },
      { head: write.say('common.product'), width: 38 },
      { head: write.say('common.code'), width: 16 },
      { head: write.say('common.grade'), width: 11 },
      { head: write.say('common.verdict'), width: 18 },
      { head: write.say('accountPlan.fee'), right: true, width: 13 },
      { head: write.say('common.score'), right: true, width: 13 },
      { head: write.say('accountPlan.grounds') },
    ],
    rows,
    { padding: 0.8 },
  )
}

/** B9 and B10. */
export const planChapter = (report: AccountReport, write: Writer, offers: number): Chapter => {
  const { plan } = report
  const title = write.say('accountPlan.changePlan')
  const notes = plan.notes.map(n => write.state(write.text(n)))
  if (plan.moves.length === 0)
    return {
      blocks: [
        titleBlock(title, write.say('accountPlan.noChangeIsProposed')),
        ...(notes.length === 0 ? [] : [listBlock(write.say('accountPlan.reasons'), '', notes)]),
        offersTable(report, write, offers),
      ],
      notes: [],
      joins: 'whole',
    }
  const change = (of: keyof PlanSide) => `${formatShare(plan.before[of].value)} → ${formatShare(plan.after[of].value)}`
  const lead = write.say('accountPlan.stepsInAllFeesVolatility', {
    moves: plan.moves.length,
    amount: write.money(plan.amount.value),
    fees: write.money(plan.fees.value),
    volatility: change('volatility'),
    mismatch: change('mismatchShare'),
  })
  const picture = comparePicture(report, write)
  const seen = new Set<string>()
  const distinct = plan.moves.filter(m => {
    const key = [m.to, ...m.alternatives].map(o => o.code).join()
    const fresh = !seen.has(key) && m.alternatives.length > 0
    seen.add(key)
    return fresh
  })
  return {
    blocks: [
      titleBlock(title, write.state(lead)),
      movesTable(report, write),
      picture === null ? beforeAfter(report, write) : sideBySide([70, 100], [beforeAfter(report, write), picture]),
      ...distinct.slice(0, write.internal ? 3 : 1).map(m => alternatives(m, write)),
      offersTable(report, write, offers),
    ],
    joins: 'whole',
    notes: [...notes, write.say('accountPlan.amountsAndFeesAreEstimates')],
  }
}
