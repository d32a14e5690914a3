import { formatNumber } from '../../../model/format/number.ts'
import { formatReturnPlain, formatShare, formatSharePlain } from '../../../model/format/share.ts'
import type { Figure } from '../../../model/report/figure.ts'
import type { FundReport } from '../../../model/report/fund-report.ts'
import type { FundPeriod } from '../../../model/report/fund/performance.ts'
import type { Block } from '../blocks/block.ts'
import { cutText } from '../blocks/measure.ts'
import { tableBlock, type Cell, type Row } from '../blocks/table.ts'
import { plainCell, signedCell, type Writer } from '../blocks/writer.ts'
import { dayOf } from '../charts/geometry.ts'

const PERIODS: Readonly<Record<FundPeriod['id'], readonly [string, string]>> = {
  ytd: ['今年以来', 'YTD'],
  '1y': ['近 1 年', '1 year'],
  '3y': ['近 3 年', '3 years'],
  '5y': ['近 5 年', '5 years'],
  '7y': ['近 7 年', '7 years'],
  '10y': ['近 10 年', '10 years'],
  sinceManager: ['任职以来', 'Manager'],
  sinceInception: ['成立以来', 'Inception'],
}
/** A fund whose NAV is known from a later day on has no figures since inception, and no head that claims so. */
export const periodName = (write: Writer, id: FundPeriod['id'], of: readonly FundReport[]): string =>
  id === 'sinceInception' && of.some(r => r.conventions.start?.kind === 'data')
    ? write.say('有数据以来', 'All data')
    : write.say(...PERIODS[id])

/** Six months: shorter windows and returns without their benchmark do not go to a client. */
const HALF_YEAR = 183
export const mayShow = (period: FundPeriod, write: Writer): boolean =>
  write.internal ||
  (period.window !== null &&
    dayOf(period.window.to) - dayOf(period.window.from) >= HALF_YEAR &&
    period.benchmark.value !== null)

const percent = (figure: Figure, digits = 2) =>
  formatSharePlain(figure.value === null ? null : Math.abs(figure.value), digits)

export const benchmarkText = (report: FundReport, write: Writer): string => {
  const parts = report.profile.benchmark
  if (parts.length === 0) return write.say('无业绩基准', 'no benchmark')
  return cutText(parts.map(p => `${p.name} × ${formatShare(p.weight, 0)}`).join(' + '), 7.5, 78, 6)
}

export const periodTable = (report: FundReport, write: Writer): Block => {
  const { periods } = report.performance
  const row = (name: string, cell: (p: FundPeriod) => Cell, strong = false): Row => ({
    cells: [
      strong ? { cell: name, tone: 's' } : name,
      ...periods.map(p => (mayShow(p, write) ? cell(p) : { cell: '—', tone: 'i3' })),
    ],
  })
  const rows: Row[] = [
    row(write.say('本基金', 'Fund'), p => signedCell(formatReturnPlain(p.fund.value), p.fund.value, true), true),
    row(write.say('业绩基准', 'Benchmark'), p => plainCell(formatReturnPlain(p.benchmark.value))),
    row(write.say('超额', 'Excess'), p => signedCell(formatReturnPlain(p.excess.value), p.excess.value)),
    row(write.say('同类排名', 'Rank'), p =>
      plainCell(p.rank.value === null || p.peers.value === null ? '—' : `${p.rank.value}/${p.peers.value}`),
    ),
    ...(write.internal
      ? [row(write.say('年化收益', 'A year'), p => plainCell(formatReturnPlain(p.annualReturn.value)))]
      : []),
    row(write.say('波动率', 'Volatility'), p => plainCell(percent(p.volatility))),
    row(write.say('最大回撤', 'Drawdown'), p => plainCell(percent(p.maxDrawdown))),
    row(write.say('夏普比率', 'Sharpe'), p => plainCell(formatNumber(p.sharpe.value))),
  ]
  const { start } = report.conventions
  const since = start?.kind === 'data' ? write.say(`；净值数据自 ${start.on} 起`, `; NAV known since ${start.on}`) : ''
  const small = write.say(
    `%，截至 ${report.asOf}${since}；基准 ${benchmarkText(report, write)}；Rf ${formatShare(report.conventions.rf, 2)}`,
    `%, as of ${report.asOf}${since}; ${benchmarkText(report, write)}; Rf ${formatShare(report.conventions.rf, 2)}`,
  )
  return tableBlock(
    { title: write.say('区间业绩与风险', 'Returns and risk'), small, continued: '' },
    [{ head: '', width: 22 }, ...periods.map(p => ({ head: periodName(write, p.id, [report]), right: true }))],
    rows,
    { padding: 0.7, className: 'pt' },
  )
}
