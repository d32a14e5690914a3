import { formatCount, formatDrawdown, formatRatio, formatReturn, formatShare } from '../../../model/format/share.ts'
import type { FundReport } from '../../../model/report/fund-report.ts'
import type { Block, Chapter } from '../blocks/block.ts'
import { cutText } from '../blocks/measure.ts'
import { tableBlock, type Row } from '../blocks/table.ts'
import { missingBlock, titleBlock } from '../blocks/text-blocks.ts'
import { plainCell, signedCell, type Writer } from '../blocks/writer.ts'

const managerTable = (report: FundReport, write: Writer): Block => {
  const { rows } = report.manager
  const title = write.say('基金经理', 'Managers')
  if (rows.length === 0) return missingBlock(title, '', write.say('没有经理资料。', 'No manager is recorded.'))
  return tableBlock(
    { title, small: write.say('任职期间；收益为复权净值', 'in tenure, on adjusted NAV'), continued: '' },
    [
      { head: write.say('经理', 'Manager'), width: 30 },
      { head: write.say('任职', 'Tenure'), width: 46 },
      { head: write.say('天数', 'Days'), right: true },
      { head: write.say('收益', 'Return'), right: true },
      { head: write.say('超额', 'Excess'), right: true },
      { head: write.say('最大回撤', 'Drawdown'), right: true },
      ...(write.internal ? [{ head: write.say('胜过同类', 'Beat peers'), right: true }] : []),
    ],
    rows.map((m): Row => {
      const shown = write.internal || m.excess.value !== null
      return {
        cells: [
          cutText(m.name, 8, 28),
          write.say(`${m.from} 至 ${m.to ?? '今'}`, `${m.from} to ${m.to ?? 'now'}`),
          plainCell(formatCount(m.tenureDays.value)),
          shown ? signedCell(formatReturn(m.return.value), m.return.value) : { cell: '—', tone: 'i3' },
          signedCell(formatReturn(m.excess.value), m.excess.value),
          plainCell(formatDrawdown(m.maxDrawdown.value)),
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
        title: write.say('同一经理的其他基金', 'Other funds of the manager'),
        small: '',
        continued: write.say('续', 'continued'),
      },
      [
        { head: write.say('基金', 'Fund'), width: 70 },
        { head: write.say('代码', 'Code'), width: 24 },
        { head: write.say('同类', 'Peer group'), width: 34 },
        { head: write.say('起任', 'Since') },
        ...(write.internal ? [{ head: write.say('收益', 'Return'), right: true }] : []),
      ],
      others.slice(0, 8).map((o): Row => ({
        cells: [
          cutText(o.name, 8, 67),
          { cell: o.code, tone: 'i2' },
          cutText(o.peerGroup, 8, 31),
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
  const title = write.say('费用', 'Fees')
  const days = [...new Set(fees.classes.flatMap(c => c.hold.map(h => h.days)))].toSorted((a, b) => a - b)
  if (fees.classes.length === 0) return missingBlock(title, '', write.reason(fees.total))
  const label = (d: number) =>
    d >= 365
      ? write.say(`${formatRatio(d / 365, 0)} 年`, `${formatRatio(d / 365, 0)} y`)
      : write.say(`${d} 天`, `${d} d`)
  const even =
    fees.breakEven.value === null
      ? ''
      : write.say(
          `；持有 ${formatCount(fees.breakEven.value)} 天起 A 类更省`,
          `; class A is cheaper from ${formatCount(fees.breakEven.value)} days`,
        )
  return tableBlock(
    {
      title,
      small: write.say(
        `管理 ${formatShare(fees.management.value, 2)}，托管 ${formatShare(fees.custody.value, 2)}，销售服务 ${formatShare(fees.sales.value, 2)}${even}`,
        `management ${formatShare(fees.management.value, 2)}, custody ${formatShare(fees.custody.value, 2)}, sales ${formatShare(fees.sales.value, 2)}${even}`,
      ),
      continued: '',
    },
    [
      { head: write.say('份额', 'Class'), width: 34 },
      { head: write.say('每年', 'A year'), right: true },
      ...days.map(d => ({ head: write.say(`持有 ${label(d)}`, `held ${label(d)}`), right: true })),
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

/** The return of a tenure stands beside its benchmark only. */
const peopleLead = (report: FundReport, write: Writer): string => {
  const fee = formatShare(report.fees.total.value, 2)
  const now = report.manager.rows.find(m => m.to === null)
  const fees = report.fees.total.value === null ? '' : write.say(`每年运作费率 ${fee}。`, `Fees ${fee} a year.`)
  if (now === undefined || now.return.value === null || now.excess.value === null)
    return fees === '' ? '' : write.state(fees)
  const [days, gain, excess] = [
    formatCount(now.tenureDays.value),
    formatReturn(now.return.value),
    formatReturn(now.excess.value),
  ]
  return write.state(
    write.say(
      `现任经理任职 ${days} 天，收益 ${gain}，与业绩基准之差 ${excess}。${fees}`,
      `The manager returned ${gain} in ${days} days, ${excess} against the benchmark. ${fees}`,
    ),
  )
}

/** A8 and A9. */
export const fundPeopleChapter = (report: FundReport, write: Writer): Chapter => ({
  blocks: [
    titleBlock(write.say('经理与费用', 'Manager and fees'), peopleLead(report, write)),
    managerTable(report, write),
    ...otherTable(report, write),
    feesTable(report, write),
  ],
  notes: [
    write.say(
      `持有成本按买入 ${write.money(report.fees.example.value)} 计，含申购、赎回与运作费用，不含收益。`,
      `Cost of holding ${write.money(report.fees.example.value)}: purchase, redemption and running fees, without return.`,
    ),
  ],
  joins: true,
})
