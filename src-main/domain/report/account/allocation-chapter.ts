import { formatRange } from '../../../model/format/date.ts'
import { formatMoneyPlainSigned, moneyUnit } from '../../../model/format/money.ts'
import { formatNumber } from '../../../model/format/number.ts'
import { formatPoints, formatRatio, formatReturn, formatShare, formatSharePlain } from '../../../model/format/share.ts'
import type { AccountReport } from '../../../model/report/account-report.ts'
import type { AllocationRow } from '../../../model/report/account/allocation.ts'
import type { StressRow } from '../../../model/report/account/risk.ts'
import { el } from '../markup/markup.ts'
import { allocationCell, allocationRuler } from '../charts/allocation-cell.ts'
import { correlationKey, correlationTriangle } from '../charts/correlation-triangle.ts'
import { lossBars } from '../charts/loss-bars.ts'
import type { Block, Chapter } from '../blocks/block.ts'
import { cutText } from '../blocks/measure.ts'
import { capacityName, className } from '../blocks/names.ts'
import { tableBlock, tableHeight, tableMarkup, type Row } from '../blocks/table.ts'
import {
  heading,
  HEADING_HEIGHT,
  keyValues,
  keyValuesHeight,
  missingBlock,
  pictureBlock,
  sideBySide,
  titleBlock,
} from '../blocks/text-blocks.ts'
import { missingNote, plainCell, signedCell, type Writer } from '../blocks/writer.ts'

const stateText = (row: AllocationRow, write: Writer): string =>
  ({
    inside: write.say('accountAllocation.withinBand'),
    below: write.say('accountAllocation.below'),
    above: write.say('accountAllocation.above'),
    noTarget: write.say('accountAllocation.noTarget'),
  })[row.state]

const allocationTable = (report: AccountReport, write: Writer): Block => {
  const { allocation } = report
  const title = write.say('accountAllocation.allocationAndTarget')
  if (allocation.rows.length === 0) return missingBlock(title, '', write.say('common.noAssets'))
  const most = Math.max(0.6, ...allocation.rows.flatMap(r => [r.share.value ?? 0, r.toleranceTo]))
  const top = most > 0.6 ? (most > 0.8 ? 1 : 0.8) : 0.6
  const rows = allocation.rows.map((r): Row => {
    const outside = r.state === 'above' || r.state === 'below'
    return {
      cells: [
        className(write, r.assetClass),
        allocationCell(
          { share: r.share.value, target: r.target.value, from: r.toleranceFrom, to: r.toleranceTo, outside },
          top,
          246,
        ),
        plainCell(formatSharePlain(r.share.value), true),
        plainCell(formatSharePlain(r.target.value, 0)),
        { cell: formatPoints(r.drift.value), tone: outside ? 's' : '' },
        plainCell(formatMoneyPlainSigned(r.move.value, write.locale, 1)),
        outside ? { cell: stateText(r, write), tone: 's' } : { cell: stateText(r, write), tone: 'i3' },
      ],
    }
  })
  const small = write.say('accountAllocation.lookedThroughToDisclosedHoldings', {
    coverage: formatShare(allocation.coverage.value),
    capacity: capacityName(write, allocation.targetOf),
  })
  return tableBlock(
    { title, small, continued: '' },
    [
      { head: write.say('common.class'), width: write.locale === 'en' ? 32 : 25 },
      { head: allocationRuler(top, 246), width: 67 },
      { head: write.say('accountAllocation.now'), right: true, width: 13 },
      { head: write.say('accountAllocation.target'), right: true, width: 15 },
      { head: write.say('accountAllocation.drift'), right: true, width: 14 },
      {
        head: write.say('accountAllocation.move', { moneyUnit: moneyUnit(write.locale) }),
        right: true,
        width: 17,
      },
      { head: write.say('accountAllocation.state') },
    ],
    rows,
    { padding: 1.7, picture: 15 },
  )
}

const MOST = 10

const correlationBlock = (report: AccountReport, write: Writer): Block => {
  const { correlation } = report.concentration
  const { codes, names, values, card } = correlation
  const title = write.say('accountAllocation.correlation')
  if (codes.length < 2) return missingBlock(title, '', write.say('accountAllocation.fewerThanTwoProductsShare'), 119)
  const shown = names.slice(0, MOST).map(n => cutText(n, 7.5, 29, 2))
  const rest = names.length > MOST ? write.say('accountAllocation.theLargest', { MOST }) : ''
  const small = card.n === null ? '' : write.say('accountAllocation.dailyReturnsN', { n: card.n, rest })
  const picture = correlationTriangle(
    shown,
    values.slice(0, MOST).map(r => r.slice(0, MOST)),
    450,
    title,
  )
  return pictureBlock(
    title,
    small,
    el`${picture}<div style="height:2.4mm"></div>${correlationKey(write.say('accountAllocation.lower'), write.say('accountAllocation.andMore'))}`,
    shown.length * 20.2 + 1 + 9 + 15,
    1.4,
  )
}

const sourcesBlock = (report: AccountReport, write: Writer): Block => {
  const { concentration } = report
  const title = write.say('accountAllocation.whereTheRiskIs')
  const all = concentration.riskContributions
    .filter(r => r.contribution.value !== null)
    .toSorted((a, b) => (b.contribution.value ?? 0) - (a.contribution.value ?? 0))
  if (all.length === 0) return missingBlock(title, '', write.say('accountAllocation.notEnoughNavHistory'), 51)
  const top = all.length > 6 ? all.slice(0, 5) : all
  const rest = all.slice(top.length)
  const sum = (of: (r: (typeof all)[number]) => number | null) => rest.reduce((s, r) => s + (of(r) ?? 0), 0)
  const rows: Row[] = [
    ...top.map(r => ({
      cells: [
        cutText(r.name, 8, 24),
        plainCell(formatShare(r.share.value)),
        plainCell(formatShare(r.contribution.value), true),
      ],
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            cells: [
              write.say('accountAllocation.others', { rest: rest.length }),
              formatShare(sum(r => r.share.value)),
              formatShare(sum(r => r.contribution.value)),
            ].map(cell => ({ cell, tone: 'i2' })),
          },
        ]),
  ]
  const columns = [
    { head: write.say('common.product'), width: 26 },
    { head: write.say('accountAllocation.assets'), right: true },
    { head: write.say('common.risk'), right: true },
  ]
  const pair = concentration.highestCorrelation
  // a pair outside of the picture goes by its names
  const place = (code: string): string => {
    const at = concentration.correlation.codes.indexOf(code)
    return at < MOST ? String(at + 1) : cutText(concentration.correlation.names[at] ?? code, 8, 26)
  }
  const facts: [string, string][] = [
    [write.say('accountAllocation.diversification'), formatRatio(concentration.diversificationRatio.value)],
    [
      write.say('accountAllocation.effective'),
      write.say('accountAllocation.of', {
        effectiveHoldings: formatNumber(concentration.effectiveHoldings.value, 1),
        holdings: report.holdings.length,
      }),
    ],
    [
      write.say('accountAllocation.highest'),
      pair === null
        ? '—'
        : `${formatRatio(pair.figure.value)}${write.say('common.comma')}${place(pair.a)} ${write.say('common.and')} ${place(pair.b)}`,
    ],
    ['HHI', formatRatio(concentration.hhi.value, 3)],
  ]
  return {
    body: el`<section>${heading(title, '')}${tableMarkup(columns, rows)}${keyValues(facts, write.locale === 'en')}</section>`,
    height: HEADING_HEIGHT + tableHeight(rows) + keyValuesHeight(facts, 51, write.locale === 'en'),
  }
}

export const stressTable = (
  report: AccountReport,
  rows: readonly StressRow[],
  kind: 'stress' | 'shocks',
  write: Writer,
): Block => {
  const title =
    kind === 'stress' ? write.say('accountAllocation.stressReplay') : write.say('accountAllocation.factorShocks')
  if (rows.length === 0) return missingBlock(title, '', write.say('accountAllocation.noScenarioData'))
  const largest = Math.max(...rows.flatMap(r => [Math.abs(r.now.value ?? 0), Math.abs(r.after.value ?? 0)]))
  const unit = moneyUnit(write.locale)
  const lines = rows.map((r): Row => ({
    cells: [
      r.window === null ? { cell: '—', tone: 'i3' } : formatRange(r.window.from, r.window.to, write.locale, 'month'),
      { cell: cutText(write.text(r.name), 8, kind === 'stress' ? 35 : 55, 0), tone: 'i2' },
      lossBars(r.now.value, r.after.value, largest, kind === 'stress' ? 174 : 124),
      signedCell(formatMoneyPlainSigned(r.now.value, write.locale, 1), r.now.value, true, 1e-6, 1),
      plainCell(formatReturn(r.nowShare.value, 1)),
      signedCell(formatMoneyPlainSigned(r.after.value, write.locale, 1), r.after.value, false, 1e-6, 1),
      plainCell(formatReturn(r.afterShare.value, 1)),
    ],
  }))
  const columns = [
    { head: write.say('accountAllocation.window'), width: 30 },
    { head: write.say('accountAllocation.scenario'), width: 37 },
    { head: write.say('accountAllocation.loss', { unit }), width: 49 },
    { head: write.say('accountAllocation.nowIn', { unit }), right: true, width: 18 },
    { head: write.say('common.share'), right: true, width: 13 },
    { head: write.say('accountAllocation.after', { unit }), right: true, width: 17 },
    { head: write.say('common.share'), right: true },
  ]
  const narrow = [
    { ...columns[1], head: write.say('accountAllocation.shock'), width: 58 },
    { ...columns[2], head: columns[2]?.head ?? '', width: 36 },
    ...columns.slice(3).map(({ head, right }) => ({ head, ...(right === undefined ? {} : { right }) })),
  ]
  const small =
    kind === 'stress'
      ? write.say('accountAllocation.todaySAllocationReplayedWith')
      : write.say('accountAllocation.oneFactorMovesTheRest')
  return tableBlock(
    { title, small, continued: write.say('common.continued') },
    kind === 'stress' ? columns : narrow,
    kind === 'stress' ? lines : lines.map(l => ({ cells: l.cells.slice(1) })),
    { padding: kind === 'stress' ? 1.35 : 1.15, picture: 14 },
  )
}

/** B3, B4 and the replayed windows of B5 on one page. */
export const allocationChapter = (report: AccountReport, write: Writer): Chapter => {
  const { allocation } = report
  const out = allocation.rows.filter(r => r.state === 'above' || r.state === 'below')
  const names = out.map(r => className(write, r.assetClass)).join(write.say('common.listComma'))
  const pair = report.concentration.highestCorrelation
  const spread =
    pair === null
      ? ''
      : write.say('accountAllocation.theHighestCorrelationOfA', { figure: formatRatio(pair.figure.value) })
  const lead =
    allocation.targetOf === null
      ? write.say('accountAllocation.withoutAValidRiskCapacity')
      : out.length === 0
        ? write.say('accountAllocation.everyClassIsWithinIts')
        : write.say('accountAllocation.outsideTheBandOfThe', {
            names,
            misplaced: formatShare(allocation.misplaced.value),
          })
  return {
    blocks: [
      titleBlock(write.say('accountAllocation.allocationSpreadAndStress'), write.state(lead + spread)),
      allocationTable(report, write),
      sideBySide([119, 51], [correlationBlock(report, write), sourcesBlock(report, write)]),
      stressTable(report, report.risk.stress, 'stress', write),
    ],
    notes: [
      write.say('accountAllocation.movesBringTheClassBack'),
      ...missingNote(write, [
        ...allocation.rows.flatMap(r => [r.share, r.target]),
        ...report.risk.stress.map(r => r.now),
      ]),
    ],
  }
}
