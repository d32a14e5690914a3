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
  preserve: 'accountSuitability.preserve',
  income: 'accountSuitability.income',
  balanced: 'accountSuitability.balanced',
  growth: 'accountSuitability.growth',
} as const
const VARIETIES = {
  1: 'accountSuitability.fixedIncome',
  2: 'accountSuitability.upToEquity',
  3: 'accountSuitability.upToMarginFuturesOptions',
  4: 'accountSuitability.upToStructuredAndComplex',
} as const

const whoBlock = (report: AccountReport, write: Writer): Block => {
  const { who } = report
  const none = write.say('common.missing')
  const objective = who.objective === null ? null : OBJECTIVES[who.objective]
  const variety = who.variety === null ? null : VARIETIES[who.variety]
  const { coverage } = who
  const rows: (readonly [string, string])[] = [
    [write.say('accountSuitability.riskCapacity'), capacityName(write, who.riskCapacity)],
    [
      write.say('accountSuitability.assessed'),
      who.assessedOn === null
        ? none
        : write.say('accountSuitability.validUntil', { assessedOn: who.assessedOn, validUntil: who.validUntil ?? '—' }),
    ],
    ...(who.kind === 'person' && who.age.value !== null
      ? [[write.say('accountSuitability.age'), write.say('accountSuitability.years', { age: who.age.value })] as const]
      : []),
    [write.say('accountSuitability.term'), who.term === null ? none : termName(write, who.term)],
    [write.say('accountSuitability.variety'), variety === null ? none : write.say(variety)],
    [write.say('accountSuitability.objective'), objective === null ? none : write.say(objective)],
    [
      write.say('common.data'),
      write.say('accountSuitability.accountsHoldingsTrades', {
        accounts: coverage.accounts,
        holdings: coverage.holdings,
        trades: coverage.trades,
      }),
    ],
    [
      write.say('accountSuitability.priced'),
      write.say('accountSuitability.ofTheAssets', { priced: formatShare(coverage.priced.value) }),
    ],
    ...coverage.notes.slice(0, 2).map((n): [string, string] => ['', write.text(n)]),
    ...segmentRows(report, write),
  ]
  return {
    body: el`<section>${heading(write.say('accountSuitability.yourData'), '')}${keyValues(rows)}</section>`,
    height: HEADING_HEIGHT + keyValuesHeight(rows, 85),
  }
}

const CAPS = {
  singleProduct: 'accountSuitability.singleProduct',
  highGrades: 'accountSuitability.r4AndR5',
  singleClass: 'accountSuitability.singleClass',
} as const

const wholeBlock = (report: AccountReport, write: Writer): Block => {
  const { suitability } = report
  const groups: readonly Row[] = suitability.groups.map(g => ({
    cells: [
      g.verdict === 'notApplicable' || g.count === 0
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
        : `${write.say('common.colon')}${c.kind === 'singleClass' && isClass(c.name) ? className(write, c.name) : c.name}`
    return {
      cells: [
        { cell: cutText(`${write.say(CAPS[c.kind])}${name}`, 8, 42), tone: over ? 'warn s' : '' },
        {
          cell:
            c.state === 'unknown'
              ? '—'
              : over
                ? write.say('accountSuitability.over')
                : write.say('accountSuitability.inside'),
          tone: over ? 'warn s' : 'i2',
        },
        plainCell(formatShare(c.share.value), true),
        plainCell(formatShare(c.limit.value, 0)),
      ],
    }
  })
  const facts: [string, string][] = [
    [
      write.say('accountSuitability.weighted'),
      suitability.weightedGrade.value === null ? '—' : `R${formatRatio(suitability.weightedGrade.value, 1)}`,
    ],
    [write.say('accountSuitability.highest'), suitability.highestGrade ?? '—'],
    [
      write.say('accountSuitability.above'),
      write.say('accountSuitability.shareAbove', { shareAbove: formatShare(suitability.shareAbove.value) }),
    ],
  ]
  const first = tableBlock(
    { title: write.say('accountSuitability.theWhole'), small: '', continued: '' },
    [
      { head: write.say('common.verdict'), width: 28 },
      { head: write.say('accountSuitability.no'), width: 10, right: true },
      { head: '', width: 28 },
      { head: write.say('common.share'), right: true },
    ],
    groups,
    { padding: 0.85 },
  )
  const second =
    caps.length === 0
      ? null
      : tableBlock(
          { title: write.say('accountSuitability.limits'), small: '', continued: '' },
          [
            { head: '', width: 44 },
            { head: '', width: 13 },
            { head: write.say('common.now'), right: true },
            { head: write.say('accountSuitability.limit'), right: true },
          ],
          caps,
          { padding: 0.85 },
        )
  return {
    body: el`${first.body}${keyValues(facts, write.locale === 'en')}${
      second === null ? null : el`<div style="height:3mm"></div>${second.body}`
    }`,
    height:
      first.height + keyValuesHeight(facts, 85, write.locale === 'en') + (second === null ? 0 : 3 + second.height),
  }
}

const isClass = (name: string): name is 'cash' | 'fixedIncome' | 'equity' | 'multiAsset' | 'overseasCommodity' =>
  ['cash', 'fixedIncome', 'equity', 'multiAsset', 'overseasCommodity'].includes(name)

/** Why the client is in this cell: told inside only. */
const segmentRows = (report: AccountReport, write: Writer): readonly (readonly [string, string])[] => {
  const { segment } = report.who
  if (!write.internal || segment === null || segment.reasons.length === 0) return []
  return [
    [
      write.say('accountSuitability.segment'),
      segment.reasons.map(r => write.text(r)).join(write.say('common.semicolon')),
    ],
  ]
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
    titleBlock(write.say('accountSuitability.suitability'), write.state(write.text(report.suitability.sentence))),
    sideBySide(
      [HALF, HALF],
      [
        behaviour ? stacked(whoBlock(report, write), behaviourFacts(report, write, HALF)) : whoBlock(report, write),
        wholeBlock(report, write),
      ],
    ),
    ...verdictBlocks(report, write),
  ],
  notes: [write.say('accountSuitability.verdictsRestOnCapacityGrade')],
})
