import { formatRatio, formatShare } from '../../../model/format/share.ts'
import type { AccountReport } from '../../../model/report/account-report.ts'
import type { HoldingVerdict, VerdictLine } from '../../../model/report/account/suitability.ts'
import { el } from '../markup/markup.ts'
import { valueBar } from '../charts/loss-bars.ts'
import type { Block, Chapter } from '../blocks/block.ts'
import { cutText } from '../blocks/measure.ts'
import { capacityName, className, termName, verdictName } from '../blocks/names.ts'
import { tableBlock, type Cell, type Row } from '../blocks/table.ts'
import {
  heading,
  HEADING_HEIGHT,
  keyValues,
  keyValuesHeight,
  missingBlock,
  sideBySide,
  titleBlock,
} from '../blocks/text-blocks.ts'
import { behaviourFacts } from './holdings-chapter.ts'
import { verdictWord } from '../blocks/verdict.ts'
import { plainCell, type Writer } from '../blocks/writer.ts'

const MISSING: Readonly<Record<string, readonly [string, string]>> = {
  riskCapacity: ['风险等级', 'risk capacity'],
  riskGrade: ['产品等级', 'risk grade'],
  term: ['期限', 'term'],
  variety: ['品种', 'variety'],
  validUntil: ['有效问卷', 'valid questionnaire'],
  product: ['产品资料', 'product data'],
}

/** The comparison that decides: R4 > C3, or what is missing. */
export const comparison = (line: VerdictLine, grade: string | null, capacity: string | null, write: Writer): string => {
  if (line.missing.length > 0) {
    const names = line.missing.map(m => {
      const key = m.split('.').at(-1) ?? m
      const name = MISSING[key]
      return name === undefined ? key : write.say(name[0], name[1])
    })
    return write.say(`缺${[...new Set(names)].join('、')}`, `missing: ${[...new Set(names)].join(', ')}`)
  }
  const c = capacity ?? '—'
  const r = grade ?? write.say('R 缺失', 'R missing')
  if (line.verdict === 'undetermined') return write.say('问卷过期或缺失', 'questionnaire missing or expired')
  if (line.codes.includes('RISK_ABOVE')) return `${r} > ${c}`
  if (line.codes.includes('LOWEST_CATEGORY'))
    return write.say(`最低类别只可 R1，${r}`, `lowest category takes R1 only, ${r}`)
  if (line.codes.includes('TERM_MISMATCH')) return write.say('期限不符', 'term does not fit')
  if (line.codes.includes('VARIETY_MISMATCH')) return write.say('品种不符', 'variety does not fit')
  if (line.codes.includes('PROFESSIONAL')) return write.say('专业投资者', 'professional investor')
  const care = line.codes.includes('HIGH_RISK_CARE') ? write.say('，高风险须特别提示', ', high risk: special care') : ''
  return `${r} ≤ ${c}${care}`
}

const articles = (line: VerdictLine): string => [...new Set(line.rules.map(r => r.article))].slice(0, 1).join('、')

const ORDER = { mismatch: 0, undetermined: 1, match: 2 } as const

const sortedVerdicts = (report: AccountReport): readonly HoldingVerdict[] =>
  report.suitability.holdings.toSorted(
    (a, b) => ORDER[a.line.verdict] - ORDER[b.line.verdict] || (b.value.value ?? 0) - (a.value.value ?? 0),
  )

const holdingRows = (report: AccountReport, lines: readonly HoldingVerdict[], write: Writer): readonly Row[] =>
  lines.map((h): Row => ({
    cells: [
      cutText(h.name, 8, write.locale === 'en' ? 42 : 47),
      { cell: h.code, tone: 'i2' },
      h.riskGrade ?? { cell: write.say('缺失', 'missing'), tone: 'warn' },
      verdictWord(h.line.verdict, verdictName(write, h.line.verdict)),
      { cell: cutText(comparison(h.line, h.riskGrade, report.suitability.riskCapacity, write), 8, 28, 0), tone: 'i2' },
      { cell: cutText(articles(h.line), 8, 33, 0), tone: 'i3' },
      plainCell(formatShare(h.share.value)),
    ],
  }))

/** From this many on what fits is told in two columns: the normal is quiet, what does not fit keeps its lines. */
const MANY = 9

const quietTable = (report: AccountReport, lines: readonly HoldingVerdict[], write: Writer): Block => {
  const cells = (h: HoldingVerdict | undefined): readonly Cell[] =>
    h === undefined
      ? ['', '', '', '']
      : [
          cutText(h.name, 8, 34),
          { cell: h.code, tone: 'i2' },
          {
            cell: cutText(comparison(h.line, h.riskGrade, report.suitability.riskCapacity, write), 8, 17, 0),
            tone: 'i2',
          },
          plainCell(formatShare(h.share.value)),
        ]
  const half = [
    { head: write.say('产品', 'Product'), width: 37 },
    { head: write.say('代码', 'Code'), width: 17 },
    { head: write.say('依据', 'Because'), width: 19 },
    { head: write.say('占资产', 'Share'), right: true, width: 13 },
  ]
  const rows = Array.from({ length: Math.ceil(lines.length / 2) }, (_, i): Row => ({
    cells: [...cells(lines[2 * i]), '', ...cells(lines[2 * i + 1])],
  }))
  const rules = [...new Set(lines.map(h => articles(h.line)).filter(Boolean))].join('、')
  return tableBlock(
    {
      title: write.say(`匹配的 ${lines.length} 项`, `The ${lines.length} that match`),
      small: write.say(`规则包 ${report.suitability.pack}，${rules}`, `pack ${report.suitability.pack}, ${rules}`),
      continued: write.say('续', 'continued'),
    },
    [...half, { head: '', width: 6 }, ...half],
    rows,
    { padding: 0.8 },
  )
}

const verdictBlocks = (report: AccountReport, write: Writer): readonly Block[] => {
  const all = sortedVerdicts(report)
  const matching = all.filter(h => h.line.verdict === 'match')
  if (matching.length < MANY) return [holdingsTable(report, all, write)]
  const others = all.filter(h => h.line.verdict !== 'match')
  return [...(others.length === 0 ? [] : [holdingsTable(report, others, write)]), quietTable(report, matching, write)]
}

const holdingsTable = (report: AccountReport, lines: readonly HoldingVerdict[], write: Writer): Block => {
  const title = write.say('逐项判定', 'Every holding')
  const rows = holdingRows(report, lines, write)
  if (rows.length === 0) return missingBlock(title, '', write.say('没有持仓。', 'There are no holdings.'))
  return tableBlock(
    {
      title,
      small: write.say(
        `规则包 ${report.suitability.pack}；不匹配在前`,
        `pack ${report.suitability.pack}; mismatches first`,
      ),
      continued: write.say('续', 'continued'),
    },
    [
      { head: write.say('产品', 'Product'), width: write.locale === 'en' ? 45 : 50 },
      { head: write.say('代码', 'Code'), width: 16 },
      { head: write.say('等级', 'Grade'), width: 13 },
      { head: write.say('结论', 'Verdict'), width: write.locale === 'en' ? 27 : 22 },
      { head: write.say('依据', 'Because'), width: 28 },
      { head: write.say('条款', 'Article'), width: 35 },
      { head: write.say('占资产', 'Share'), right: true },
    ],
    rows,
    { padding: 0.95 },
  )
}

const OBJECTIVES = {
  preserve: ['保值', 'Preserve'],
  income: ['收益', 'Income'],
  balanced: ['平衡', 'Balanced'],
  growth: ['增值', 'Growth'],
} as const
const VARIETIES = {
  1: ['固定收益类', 'fixed income'],
  2: ['权益类及以下', 'up to equity'],
  3: ['两融、期货、期权及以下', 'up to margin, futures, options'],
  4: ['复杂产品及以下', 'up to structured and complex'],
} as const

const whoBlock = (report: AccountReport, write: Writer): Block => {
  const { who } = report
  const none = write.say('缺失', 'missing')
  const objective = who.objective === null ? null : OBJECTIVES[who.objective]
  const variety = who.variety === null ? null : VARIETIES[who.variety]
  const { coverage } = who
  const rows: [string, string][] = [
    [write.say('风险等级', 'Risk capacity'), capacityName(write, who.riskCapacity)],
    [
      write.say('测评', 'Assessed'),
      who.assessedOn === null
        ? none
        : write.say(
            `${who.assessedOn}，有效至 ${who.validUntil ?? '—'}`,
            `${who.assessedOn}, valid until ${who.validUntil ?? '—'}`,
          ),
    ],
    ...(who.kind === 'person' && who.age.value !== null
      ? [[write.say('年龄', 'Age'), write.say(`${who.age.value} 岁`, String(who.age.value))] as [string, string]]
      : []),
    [write.say('投资期限', 'Term'), who.term === null ? none : termName(write, who.term)],
    [write.say('投资品种', 'Variety'), variety === null ? none : write.say(variety[0], variety[1])],
    [write.say('目标', 'Objective'), objective === null ? none : write.say(objective[0], objective[1])],
    [
      write.say('数据', 'Data'),
      write.say(
        `${coverage.accounts} 个账户，${coverage.holdings} 项持仓，${coverage.trades} 笔交易`,
        `${coverage.accounts} accounts, ${coverage.holdings} holdings, ${coverage.trades} trades`,
      ),
    ],
    [
      write.say('可计价', 'Priced'),
      write.say(
        `${formatShare(coverage.priced.value)} 的资产有净值`,
        `${formatShare(coverage.priced.value)} of the assets`,
      ),
    ],
    ...coverage.notes.slice(0, 2).map((n): [string, string] => ['', write.text(n)]),
  ]
  return {
    body: el`<section>${heading(write.say('您的资料', 'Your data'), '')}${keyValues(rows)}</section>`,
    height: HEADING_HEIGHT + keyValuesHeight(rows, 85),
  }
}

const CAPS = {
  singleProduct: ['单一产品', 'Single product'],
  highGrades: ['R4 与 R5 合计', 'R4 and R5'],
  singleClass: ['单一大类', 'Single class'],
} as const

const wholeBlock = (report: AccountReport, write: Writer): Block => {
  const { suitability } = report
  const groups: readonly Row[] = suitability.groups.map(g => ({
    cells: [
      g.verdict === 'notApplicable'
        ? { cell: verdictName(write, g.verdict), tone: 'i3' }
        : verdictWord(g.verdict, verdictName(write, g.verdict)),
      { cell: String(g.count), tone: '' },
      valueBar(g.share.value, 1, 90),
      plainCell(formatShare(g.share.value), true),
    ],
  }))
  const caps: readonly Row[] = suitability.caps.map(c => {
    const over = c.state === 'over'
    const name =
      c.name === '' || c.kind === 'highGrades'
        ? ''
        : `：${c.kind === 'singleClass' && isClass(c.name) ? className(write, c.name) : c.name}`
    return {
      cells: [
        { cell: cutText(`${write.say(CAPS[c.kind][0], CAPS[c.kind][1])}${name}`, 8, 42), tone: over ? 'warn s' : '' },
        {
          cell: c.state === 'unknown' ? '—' : over ? write.say('超限', 'over') : write.say('限内', 'inside'),
          tone: over ? 'warn s' : 'i2',
        },
        plainCell(formatShare(c.share.value), true),
        plainCell(formatShare(c.limit.value, 0)),
      ],
    }
  })
  const facts: [string, string][] = [
    [
      write.say('加权等级', 'Weighted'),
      suitability.weightedGrade.value === null ? '—' : `R${formatRatio(suitability.weightedGrade.value, 1)}`,
    ],
    [write.say('最高等级', 'Highest'), suitability.highestGrade ?? '—'],
    [
      write.say('高于等级', 'Above'),
      write.say(
        `${formatShare(suitability.shareAbove.value)} 的资产`,
        `${formatShare(suitability.shareAbove.value)} of the assets`,
      ),
    ],
  ]
  const first = tableBlock(
    { title: write.say('整体', 'The whole'), small: '', continued: '' },
    [
      { head: write.say('结论', 'Verdict'), width: 28 },
      { head: write.say('项', 'No.'), width: 10, right: true },
      { head: '', width: 28 },
      { head: write.say('占资产', 'Share'), right: true },
    ],
    groups,
    { padding: 0.85 },
  )
  const second =
    caps.length === 0
      ? null
      : tableBlock(
          { title: write.say('上限', 'Limits'), small: '', continued: '' },
          [
            { head: '', width: 44 },
            { head: '', width: 13 },
            { head: write.say('现在', 'Now'), right: true },
            { head: write.say('上限', 'Limit'), right: true },
          ],
          caps,
          { padding: 0.85 },
        )
  return {
    body: el`${first.body}${keyValues(facts)}${
      second === null ? null : el`<div style="height:3mm"></div>${second.body}`
    }`,
    height: first.height + keyValuesHeight(facts, 85) + (second === null ? 0 : 3 + second.height),
  }
}

const isClass = (name: string): name is 'cash' | 'fixedIncome' | 'equity' | 'multiAsset' | 'overseasCommodity' =>
  ['cash', 'fixedIncome', 'equity', 'multiAsset', 'overseasCommodity'].includes(name)

const segmentBlock = (report: AccountReport, write: Writer): readonly Block[] => {
  const { segment } = report.who
  if (!write.internal || segment === null || segment.reasons.length === 0) return []
  const lines = segment.reasons.map(r => write.text(r))
  const rows: [string, string][] = [[write.say('客群原因', 'Segment'), lines.join(write.say('；', '; '))]]
  return [{ body: keyValues(rows), height: keyValuesHeight(rows, 178), near: true }]
}

const HALF = 85
const BETWEEN = 5

const stacked = (upper: Block, lower: Block): Block => ({
  body: el`${upper.body}<div style="height:${BETWEEN}mm"></div>${lower.body}`,
  height: upper.height + BETWEEN + lower.height,
})

/** B1 and B6: who the client is and whether every holding fits; with `behaviour` B7 stands under the first. */
export const suitabilityChapter = (report: AccountReport, write: Writer, behaviour = false): Chapter => ({
  blocks: [
    titleBlock(write.say('适当性', 'Suitability'), write.state(write.text(report.suitability.sentence))),
    sideBySide(
      [HALF, HALF],
      [
        behaviour ? stacked(whoBlock(report, write), behaviourFacts(report, write, HALF)) : whoBlock(report, write),
        wholeBlock(report, write),
      ],
    ),
    ...segmentBlock(report, write),
    ...verdictBlocks(report, write),
  ],
  notes: [
    write.say(
      '匹配意见依据当日的风险等级、产品等级、期限与品种作出，不构成法律意见，也不代表对产品风险与收益的实质判断。加权等级不能抵消最高等级。',
      'Verdicts rest on capacity, grade, term and variety of the day; they are no legal advice and no judgement of risk or return. The weighted grade never excuses the highest.',
    ),
  ],
})
