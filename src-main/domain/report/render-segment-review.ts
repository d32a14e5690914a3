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
  const title = write.say('segmentReview.matrix')
  const largest = Math.max(0, ...review.cells.map(c => c.clients))
  if (largest === 0) return missingBlock(title, '', write.say('segmentReview.theBookIsEmpty'))
  const cells = TIER_ORDER.map(tier =>
    STYLE_ORDER.map(style => {
      const cell = review.cells.find(c => c.tier === tier && c.style === style)
      return {
        count:
          cell?.clients === 1
            ? write.say('segmentReview.oneClient')
            : write.say('segmentReview.clients', { clients: formatCount(cell?.clients ?? 0) }),
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
  return pictureBlock(title, write.say('segmentReview.clientsAndAssetsShadeBy'), segmentHeat(data, WIDTH, title), 206)
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
    row(write.say('common.total'), review.cells, true),
  ]
  return tableBlock(
    {
      title: write.say('segmentReview.bySegment'),
      small: write.say('segmentReview.brownPastOverdueOrMismatched', {
        overdue: formatShare(review.limits.overdue, 0),
        mismatched: formatShare(review.limits.mismatched, 0),
      }),
      continued: write.say('common.continued'),
    },
    [
      { head: write.say('segmentReview.segment'), width: write.locale === 'en' ? 36 : 29 },
      { head: write.say('segmentReview.clientsHead'), right: true },
      { head: write.say('segmentReview.assets', { unit }), right: true, width: 20 },
      { head: write.say('segmentReview.inOut'), right: true, width: 17 },
      { head: write.say('segmentReview.contacts'), right: true, width: 22 },
      { head: '', width: write.locale === 'en' ? 12 : 17 },
      { head: '%', right: true, width: 11 },
      { head: write.say('segmentReview.late'), right: true },
      { head: write.say('segmentReview.mism'), right: true },
      { head: write.say('segmentReview.undet'), right: true, width: 14 },
      { head: write.say('segmentReview.replies'), right: true, width: 16 },
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
  const lead = write.say('segmentReview.clientsOfContactsMadeOverdue', {
    clients: formatCount(clients),
    due: formatCount(due),
    made: formatCount(made),
    part: formatShare(part(made, due), 0),
    overdue: formatCount(overdue),
    mismatched: formatCount(mismatched),
  })
  const sent = sum(review.cells, 'reportsSent')
  const answered = sum(review.cells, 'reportsAnswered')
  const figures = keyFigures([
    {
      name: write.say('common.clients'),
      value: formatCount(clients),
      tone: '',
      under: write.say('segmentReview.unplaced', { unplaced: review.unplaced }),
    },
    {
      name: write.say('segmentReview.assetsWord'),
      value: formatMoney(sum(review.cells, 'assets'), { locale: write.locale, style: 'list' }),
      tone: '',
      under: '',
    },
    {
      name: write.say('segmentReview.contactsMade'),
      value: formatShare(part(made, due), 0),
      tone: '',
      under: `${formatCount(made)}/${formatCount(due)}`,
    },
    {
      name: write.say('segmentReview.repliesMade'),
      value: formatShare(part(answered, sent), 0),
      tone: '',
      under: `${formatCount(answered)}/${formatCount(sent)}`,
    },
  ])
  const pages = paginate([
    {
      blocks: [
        titleBlock(write.say('segmentReview.segmentReview'), lead),
        figures,
        { ...matrix(review, write) },
        table(review, write),
      ],
      notes: [
        write.say('segmentReview.toSegmentRulesNoClient', { from: review.from, to: review.to, pack: review.pack }),
      ],
    },
  ])
  return reportDocument(setup, {
    title: write.say('segmentReview.segmentReview'),
    subject: [write.say('common.advisor', { name: setup.advisor.name })],
    asOf: review.to,
    pages,
    statements: [lead],
  })
}
