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

const PERIODS: Readonly<Record<FundPeriod['id'], string>> = {
  ytd: 'common.ytd',
  '1y': 'common.periodOneYear',
  '3y': 'common.periodThreeYears',
  '5y': 'common.periodFiveYears',
  '7y': 'fundPeriodTable.sevenYears',
  '10y': 'fundPeriodTable.tenYears',
  sinceManager: 'fundPeriodTable.manager',
  sinceInception: 'fundPeriodTable.inception',
}
/** A fund whose NAV is known from a later day on has no figures since inception, and no head that claims so. */
export const periodName = (write: Writer, id: FundPeriod['id'], of: readonly FundReport[]): string =>
  id === 'sinceInception' && of.some(r => r.conventions.start?.kind === 'data')
    ? write.say('fundPeriodTable.allData')
    : write.say(PERIODS[id])

/** Windows shorter than the pack allows and returns without their benchmark do not go to a client. */
export const mayShow = (period: FundPeriod, write: Writer): boolean =>
  write.internal ||
  (period.window !== null &&
    dayOf(period.window.to) - dayOf(period.window.from) >= write.setup.pack.clientEdition.leastPeriodDays &&
    period.benchmark.value !== null)

const percent = (figure: Figure, digits = 2) =>
  formatSharePlain(figure.value === null ? null : Math.abs(figure.value), digits)

export const benchmarkText = (report: FundReport, write: Writer): string => {
  const parts = report.profile.benchmark
  if (parts.length === 0) return write.say('fundPeriodTable.noBenchmark')
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
    row(write.say('common.thisFund'), p => signedCell(formatReturnPlain(p.fund.value), p.fund.value, true), true),
    row(write.say('fundPeriodTable.benchmark'), p => plainCell(formatReturnPlain(p.benchmark.value))),
    row(write.say('common.excess'), p => signedCell(formatReturnPlain(p.excess.value), p.excess.value)),
    row(write.say('fundPeriodTable.rank'), p =>
      // the only one of its kind is no first
      plainCell(p.rank.value === null || (p.peers.value ?? 0) < 2 ? '—' : `${p.rank.value}/${p.peers.value}`),
    ),
    ...(write.internal
      ? [row(write.say('fundPeriodTable.aYear'), p => plainCell(formatReturnPlain(p.annualReturn.value)))]
      : []),
    row(write.say('common.volatility'), p => plainCell(percent(p.volatility))),
    row(write.say('common.deepest'), p => plainCell(percent(p.maxDrawdown))),
    row(write.say('fundPeriodTable.sharpe'), p => plainCell(formatNumber(p.sharpe.value))),
  ]
  const { start } = report.conventions
  const since = start?.kind === 'data' ? write.say('fundPeriodTable.navKnownSince', { on: start.on }) : ''
  const small = write.say('fundPeriodTable.asOfRf', {
    asOf: report.asOf,
    since,
    benchmarkText: benchmarkText(report, write),
    rf: formatShare(report.conventions.rf, 2),
  })
  return tableBlock(
    { title: write.say('common.returnsAndRisk'), small, continued: '' },
    [{ head: '', width: 22 }, ...periods.map(p => ({ head: periodName(write, p.id, [report]), right: true }))],
    rows,
    { padding: 0.7, className: 'pt' },
  )
}
