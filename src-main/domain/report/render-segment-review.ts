import { formatMoney, formatMoneyPlain, moneyUnit } from '../../model/format/money.ts'
import { formatCount, formatShare } from '../../model/format/share.ts'
import type { FinishedReport, ReportSetup } from '../../model/report/report-setup.ts'
import type { SegmentReview, SegmentReviewCell } from '../../model/report/segment-review.ts'
import type { Block } from './blocks/block.ts'
import { reportDocument } from './blocks/document.ts'
import { STYLE_ORDER, styleName, TIER_ORDER, tierName } from './blocks/names.ts'
import { paginate } from './blocks/paginate.ts'
import { tableBlock, type Cell, type Row } from './blocks/table.ts'
import { keyFigures, missingBlock, pictureBlock, titleBlock } from './blocks/text-blocks.ts'
import { createWriter, type Writer } from './blocks/writer.ts'
import { valueBar } from './charts/loss-bars.ts'
import { segmentHeat } from './charts/segment-heat.ts'

const WIDTH = 672

type Key = Exclude<keyof SegmentReviewCell, 'tier' | 'style'>
const sum = (cells: readonly SegmentReviewCell[], key: Key): number => cells.reduce((total, c) => total + c[key], 0)
const part = (a: number, b: number): number | null => (b === 0 ? null : a / b)

const matrix = (review: SegmentReview, write: Writer): Block => {
  const title = write.say('客群矩阵', 'Matrix')
  const largest = Math.max(0, ...review.cells.map(c => c.clients))
  if (largest === 0) return missingBlock(title, '', write.say('客户簿为空。', 'The book is empty.'))
  const cells = TIER_ORDER.map(tier =>
    STYLE_ORDER.map(style => {
      const cell = review.cells.find(c => c.tier === tier && c.style === style)
      return {
        count: write.say(`${formatCount(cell?.clients ?? 0)} 户`, `${formatCount(cell?.clients ?? 0)} clients`),
        under: formatMoney(cell?.assets ?? 0, { locale: write.locale, style: 'list' }),
        share: (cell?.clients ?? 0) / largest,
      }
    }),
  )
  const data = {
    rows: TIER_ORDER.map(t => tierName(write, t)),
    columns: STYLE_ORDER.map(s => styleName(write, s)),
    cells,
  }
  return pictureBlock(
    title,
    write.say('户数与资产；颜色按户数分级', 'clients and assets; shade by clients'),
    segmentHeat(data, WIDTH, title),
    206,
  )
}

/** A count past its limit is loud. */
const loud = (value: number, of: number, limit: number): Cell => {
  const share = part(value, of)
  return share !== null && share > limit ? { cell: formatCount(value), tone: 'warn s' } : formatCount(value)
}

const nothing: Cell = { cell: '—', tone: 'i3' }
const ratio = (a: number, b: number): Cell => (b === 0 ? nothing : `${formatCount(a)}/${formatCount(b)}`)
const moves = (into: number, out: number): Cell =>
  into + out === 0 ? nothing : `+${formatCount(into)} −${formatCount(out)}`

const table = (review: SegmentReview, write: Writer): Block => {
  const unit = moneyUnit(write.locale)
  const row = (name: string, cells: readonly SegmentReviewCell[], total = false): Row => {
    const clients = sum(cells, 'clients')
    const due = sum(cells, 'contactsDue')
    const made = sum(cells, 'contactsMade')
    return {
      cells: [
        name,
        formatCount(clients),
        formatMoneyPlain(sum(cells, 'assets'), write.locale, 0),
        moves(sum(cells, 'movedIn'), sum(cells, 'movedOut')),
        ratio(made, due),
        valueBar(part(made, due) === null ? null : Math.min(1, made / due), 1, write.locale === 'en' ? 34 : 52),
        formatShare(part(made, due), 0),
        loud(sum(cells, 'overdue'), clients, review.limits.overdue),
        loud(sum(cells, 'mismatched'), clients, review.limits.mismatched),
        formatCount(sum(cells, 'undetermined')),
        ratio(sum(cells, 'reportsAnswered'), sum(cells, 'reportsSent')),
      ],
      sum: total,
    }
  }
  const rows = [
    ...TIER_ORDER.flatMap(tier =>
      STYLE_ORDER.flatMap(style => {
        const cells = review.cells.filter(c => c.tier === tier && c.style === style)
        return cells.length === 0 ? [] : [row(`${tierName(write, tier)} × ${styleName(write, style)}`, cells)]
      }),
    ),
    row(write.say('合计', 'Total'), review.cells, true),
  ]
  return tableBlock(
    {
      title: write.say('各客群', 'By segment'),
      small: write.say(
        `逾期超过 ${formatShare(review.limits.overdue, 0)}、不匹配超过 ${formatShare(review.limits.mismatched, 0)} 时变棕`,
        `brown past ${formatShare(review.limits.overdue, 0)} overdue or ${formatShare(review.limits.mismatched, 0)} mismatched`,
      ),
      continued: write.say('续', 'continued'),
    },
    [
      { head: write.say('客群', 'Segment'), width: write.locale === 'en' ? 36 : 29 },
      { head: write.say('户', 'Clients'), right: true },
      { head: write.say(`资产 ${unit}`, `Assets, ${unit}`), right: true, width: 20 },
      { head: write.say('进 出', 'In out'), right: true, width: 17 },
      { head: write.say('联系', 'Contacts'), right: true, width: 22 },
      { head: '', width: write.locale === 'en' ? 12 : 17 },
      { head: '%', right: true, width: 11 },
      { head: write.say('逾期', 'Late'), right: true },
      { head: write.say('不匹配', 'Mism.'), right: true },
      { head: write.say('无法判定', 'Undet.'), right: true, width: 14 },
      { head: write.say('回复', 'Replies'), right: true, width: 16 },
    ],
    rows,
    { padding: 0.9 },
  )
}

/** Segment review for the advisor's manager: the matrix, service done against due, what does not fit. Internal only. */
export const renderSegmentReview = (review: SegmentReview, wanted: ReportSetup): FinishedReport => {
  const setup: ReportSetup = { ...wanted, edition: 'internal' }
  const write = createWriter(setup, {})
  const clients = sum(review.cells, 'clients')
  const due = sum(review.cells, 'contactsDue')
  const made = sum(review.cells, 'contactsMade')
  const mismatched = sum(review.cells, 'mismatched')
  const overdue = sum(review.cells, 'overdue')
  const lead = write.say(
    `${formatCount(clients)} 户，应联系 ${formatCount(due)} 次，完成 ${formatCount(made)} 次（${formatShare(part(made, due), 0)}）；${formatCount(overdue)} 户逾期，${formatCount(mismatched)} 户有不匹配持仓。`,
    `${formatCount(clients)} clients; ${formatCount(made)} of ${formatCount(due)} contacts made (${formatShare(part(made, due), 0)}); ${formatCount(overdue)} overdue, ${formatCount(mismatched)} with a mismatched holding.`,
  )
  const sent = sum(review.cells, 'reportsSent')
  const answered = sum(review.cells, 'reportsAnswered')
  const figures = keyFigures([
    {
      name: write.say('客户', 'Clients'),
      value: formatCount(clients),
      tone: '',
      under: write.say(`另有 ${review.unplaced} 户未分群`, `${review.unplaced} unplaced`),
    },
    {
      name: write.say('资产', 'Assets'),
      value: formatMoney(sum(review.cells, 'assets'), { locale: write.locale, style: 'list' }),
      tone: '',
      under: '',
    },
    {
      name: write.say('联系完成', 'Contacts'),
      value: formatShare(part(made, due), 0),
      tone: '',
      under: `${formatCount(made)}/${formatCount(due)}`,
    },
    {
      name: write.say('报告回复', 'Replies'),
      value: formatShare(part(answered, sent), 0),
      tone: '',
      under: `${formatCount(answered)}/${formatCount(sent)}`,
    },
  ])
  const pages = paginate([
    {
      blocks: [
        titleBlock(write.say('客群回顾', 'Segment review'), lead),
        figures,
        { ...matrix(review, write) },
        table(review, write),
      ],
      notes: [
        write.say(
          `${review.from} 至 ${review.to}；客群规则 ${review.pack}。不含任何客户姓名。`,
          `${review.from} to ${review.to}; segment rules ${review.pack}. No client is named.`,
        ),
      ],
    },
  ])
  return reportDocument(setup, {
    title: write.say('客群回顾', 'Segment review'),
    subject: [write.say(`投资顾问 ${setup.advisor.name}`, `Advisor ${setup.advisor.name}`)],
    asOf: review.to,
    pages,
    statements: [lead],
  })
}
