import { formatCount, formatDrawdown, formatRatio, formatReturn, formatShare } from '../../../model/format/share.ts'
import type { FundReport } from '../../../model/report/fund-report.ts'
import type { Block, Chapter } from '../blocks/block.ts'
import { cutText } from '../blocks/measure.ts'
import { tableBlock, type Row } from '../blocks/table.ts'
import { missingBlock, titleBlock } from '../blocks/text-blocks.ts'
import { plainCell, signedCell, type Writer } from '../blocks/writer.ts'

type Tenure = FundReport['manager']['rows'][number]
const NOTHING = { cell: '—', tone: 'i3' } as const

/** A client sees the return of a tenure beside its benchmark only, and of none shorter than the pack allows. */
const mayShowTenure = (tenure: Tenure, write: Writer): boolean =>
  write.internal ||
  (tenure.excess.value !== null && (tenure.tenureDays.value ?? 0) >= write.setup.pack.clientEdition.leastPeriodDays)

const managerTable = (report: FundReport, write: Writer): Block => {
  const { rows } = report.manager
  const title = write.say('common.managers')
  if (rows.length === 0) return missingBlock(title, '', write.say('fundPeople.noManagerIsRecorded'))
  return tableBlock(
    { title, small: write.say('fundPeople.inTenureOnAdjustedNav'), continued: '' },
    [
      { head: write.say('common.manager'), width: 30 },
      { head: write.say('fundPeople.tenure'), width: 46 },
      { head: write.say('fundPeople.days'), right: true },
      { head: write.say('fundPeople.return'), right: true },
      { head: write.say('common.excess'), right: true },
      { head: write.say('common.deepest'), right: true },
      ...(write.internal ? [{ head: write.say('fundPeople.beatPeers'), right: true }] : []),
    ],
    rows.map((m): Row => {
      const shown = mayShowTenure(m, write)
      return {
        cells: [
          cutText(m.name, 8, 28),
          write.say('fundPeople.to', { from: m.from, to: m.to ?? write.say('fundPeople.today') }),
          plainCell(formatCount(m.tenureDays.value)),
          shown ? signedCell(formatReturn(m.return.value), m.return.value) : NOTHING,
          shown ? signedCell(formatReturn(m.excess.value), m.excess.value) : NOTHING,
          shown ? plainCell(formatDrawdown(m.maxDrawdown.value)) : NOTHING,
          ...(write.internal ? [plainCell(formatShare(m.percentile.value))] : []),
        ],
      }
    }),
  )
}

const otherTable = (report: FundReport, write: Writer): readonly Block[] => {
  const { others } = report.manager
  if (others.length === 0) return []
  return [
    tableBlock(
      {
        title: write.say('fundPeople.otherFundsOfTheManager'),
        small: '',
        continued: write.say('common.continued'),
      },
      [
        { head: write.say('common.fund'), width: 70 },
        { head: write.say('common.code'), width: 24 },
        { head: write.say('common.peerGroup'), width: 34 },
        { head: write.say('fundPeople.since') },
        ...(write.internal ? [{ head: write.say('fundPeople.return'), right: true }] : []),
      ],
      others.slice(0, 8).map((o): Row => ({
        cells: [
          cutText(o.name, 8, 67),
          { cell: o.code, tone: 'i2' },
          cutText(write.word(o.peerGroup), 8, 31),
          o.from,
          ...(write.internal ? [signedCell(formatReturn(o.return.value), o.return.value)] : []),
        ],
      })),
      { padding: 0.9 },
    ),
  ]
}

const feesTable = (report: FundReport, write: Writer): Block => {
  const { fees } = report
  const title = write.say('fundPeople.fees')
  const days = [...new Set(fees.classes.flatMap(c => c.hold.map(h => h.days)))].toSorted((a, b) => a - b)
  if (fees.classes.length === 0) return missingBlock(title, '', write.reason(fees.total))
  const label = (d: number) =>
    d >= 365 ? write.say('fundPeople.y', { d: formatRatio(d / 365, 0) }) : write.say('fundPeople.d', { d })
  const even =
    fees.breakEven.value === null
      ? ''
      : write.say('fundPeople.classAIsCheaperFrom', { breakEven: formatCount(fees.breakEven.value) })
  return tableBlock(
    {
      title,
      small: write.say('fundPeople.managementCustodySales', {
        management: formatShare(fees.management.value, 2),
        custody: formatShare(fees.custody.value, 2),
        sales: formatShare(fees.sales.value, 2),
        even,
      }),
      continued: '',
    },
    [
      { head: write.say('fundPeople.class'), width: 34 },
      { head: write.say('fundPeople.aYear'), right: true },
      ...days.map(d => ({ head: write.say('fundPeople.held', { label: label(d) }), right: true })),
    ],
    fees.classes.map((c): Row => ({
      cells: [
        `${c.shareClass ?? ''} ${c.code}`.trim(),
        plainCell(formatShare(c.annual.value, 2)),
        ...days.map(d => plainCell(formatShare(c.hold.find(h => h.days === d)?.cost.value ?? null, 2))),
      ],
    })),
  )
}

const peopleLead = (report: FundReport, write: Writer): string => {
  const fee = formatShare(report.fees.total.value, 2)
  const now = report.manager.rows.find(m => m.to === null)
  const fees = report.fees.total.value === null ? '' : write.say('fundPeople.feesAYear', { fee })
  if (now === undefined || now.return.value === null || now.excess.value === null)
    return fees === '' ? '' : write.state(fees)
  if (!mayShowTenure(now, write))
    return write.state(write.say('fundPeople.theManagerHasServed', { days: formatCount(now.tenureDays.value), fees }))
  const [gain, excess] = [formatReturn(now.return.value), formatReturn(now.excess.value)]
  return write.state(write.say('fundPeople.theManagerReturnedSince', { since: now.from, gain, excess, fees }))
}

/** A8 and A9. */
export const fundPeopleChapter = (report: FundReport, write: Writer): Chapter => ({
  blocks: [
    titleBlock(write.say('fundPeople.managerAndFees'), peopleLead(report, write)),
    managerTable(report, write),
    ...otherTable(report, write),
    feesTable(report, write),
  ],
  notes: [write.say('fundPeople.costOfHoldingPurchaseRedemption', { example: write.money(report.fees.example.value) })],
  joins: 'whole',
})
