import { formatRatio, formatShare } from '../../../model/format/share.ts'
import type { AccountReport } from '../../../model/report/account-report.ts'
import { el } from '../markup/markup.ts'
import { valueBar } from '../charts/loss-bars.ts'
import type { Block, Chapter } from '../blocks/block.ts'
import { cutText } from '../blocks/measure.ts'
import { capacityName, className, termName, verdictName } from '../blocks/names.ts'
import { tableBlock, type Row } from '../blocks/table.ts'
import { heading, HEADING_HEIGHT, keyValues, keyValuesHeight, sideBySide, titleBlock } from '../blocks/text-blocks.ts'
import { verdictBlocks } from './verdict-tables.ts'
import { behaviourFacts } from './holdings-chapter.ts'
import { verdictWord } from '../blocks/verdict.ts'
import { plainCell, type Writer } from '../blocks/writer.ts'

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
  const rows: (readonly [string, string])[] = [
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
        `accounts ${coverage.accounts}, holdings ${coverage.holdings}, trades ${coverage.trades}`,
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
    ...segmentRows(report, write),
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
        : `${write.say('：', ': ')}${c.kind === 'singleClass' && isClass(c.name) ? className(write, c.name) : c.name}`
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

/** Why the client is in this cell: told inside only. */
const segmentRows = (report: AccountReport, write: Writer): readonly (readonly [string, string])[] => {
  const { segment } = report.who
  if (!write.internal || segment === null || segment.reasons.length === 0) return []
  return [[write.say('客群原因', 'Segment'), segment.reasons.map(r => write.text(r)).join(write.say('；', '; '))]]
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
    ...verdictBlocks(report, write),
  ],
  notes: [
    write.say(
      '匹配意见依据当日的风险等级、产品等级、期限与品种作出，不构成法律意见，也不代表对产品风险与收益的实质判断。加权等级不能抵消最高等级。',
      'Verdicts rest on capacity, grade, term and variety of the day; they are no legal advice and no judgement of risk or return. The weighted grade never excuses the highest.',
    ),
  ],
})
