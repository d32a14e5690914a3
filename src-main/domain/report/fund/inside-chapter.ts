import { formatRatio, formatReturn, formatShare, formatSharePlain } from '../../../model/format/share.ts'
import type { Figure } from '../../../model/report/figure.ts'
import type { FundReport } from '../../../model/report/fund-report.ts'
import { PX, type Block, type Chapter } from '../blocks/block.ts'
import { cutText } from '../blocks/measure.ts'
import { tableBlock, type Row } from '../blocks/table.ts'
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
import { missingNote, plainCell, type Writer } from '../blocks/writer.ts'
import { valueBar } from '../charts/loss-bars.ts'
import { stackedColumns } from '../charts/standing.ts'
import { el } from '../markup/markup.ts'

const allocationPicture = (report: FundReport, write: Writer): Block => {
  const { allocation } = report.holdings
  const title = write.say('fundInside.assetMix')
  if (allocation.length === 0) return missingBlock(title, '', write.say('common.noPortfolioIsDisclosed'), 85)
  const columns = allocation.slice(-12).map(a => ({
    name: `${a.date.slice(2, 4)}Q${Math.ceil(Number(a.date.slice(5, 7)) / 3)}`,
    shares: [a.equity, a.bond, a.fund, a.cash, a.other],
  }))
  const end = allocation.at(-1)
  const names = [
    ['common.equity', end?.equity],
    ['common.bond', end?.bond],
    ['fundInside.funds', end?.fund],
    ['common.cash', end?.cash],
    ['fundInside.other', end?.other],
  ] as const
  const labels = names.map(([key, v]) => `${write.say(key)} ${formatShare(v ?? 0)}`)
  const picture = stackedColumns(columns, ['c1', 'c2', 'c3', 'c4', 'band2'], labels, Math.floor(85 / PX), 150, title)
  return pictureBlock(title, write.say('fundInside.asDisclosed'), picture, 150, 1.4)
}

const partTable = (
  title: string,
  small: string,
  parts: readonly { readonly name: string; readonly weight: Figure }[],
  nothing: string,
  write: Writer,
): Block => {
  if (parts.length === 0) return missingBlock(title, '', nothing, 85)
  const shown = parts.slice(0, 8)
  const largest = Math.max(...shown.map(p => p.weight.value ?? 0))
  const rows = shown.map((p): Row => ({
    cells: [
      cutText(write.word(p.name), 8, 29),
      valueBar(p.weight.value ?? 0, largest, 128),
      plainCell(formatShare(p.weight.value), true),
    ],
  }))
  return tableBlock(
    { title, small, continued: '' },
    [
      { head: write.say('common.name'), width: 31 },
      { head: '', width: 37 },
      { head: write.say('fundInside.ofNav'), right: true },
    ],
    rows,
    { padding: 0.85 },
  )
}

const topTable = (report: FundReport, write: Writer): Block => {
  const { topTen, date } = report.holdings
  const title = write.say('fundInside.topTen')
  if (topTen.length === 0) return missingBlock(title, '', write.say('common.noPortfolioIsDisclosed'))
  const largest = Math.max(...topTen.map(p => p.weight.value ?? 0))
  const rows = topTen.map((p, i): Row => ({
    cells: [
      { cell: String(i + 1), tone: 'i3' },
      cutText(p.name, 8, 43),
      { cell: p.code, tone: 'i2' },
      { cell: cutText(write.word(p.sector ?? p.credit ?? '—'), 8, 27), tone: 'i2' },
      valueBar(p.weight.value ?? 0, largest, 110),
      plainCell(formatSharePlain(p.weight.value, 2), true),
      p.change.reason === 'newPosition'
        ? { cell: write.say('fundInside.new'), tone: 's' }
        : plainCell(formatReturn(p.change.value).replace('%', '')),
    ],
  }))
  return tableBlock(
    { title, small: write.say('fundInside.andChange', { date: date ?? '' }), continued: '' },
    [
      { head: '', width: 6 },
      { head: write.say('common.name'), width: 46 },
      { head: write.say('common.code'), width: 22 },
      { head: write.say('fundInside.sector'), width: 30 },
      { head: '', width: 33 },
      { head: write.say('fundInside.ofNavPercent'), right: true },
      { head: write.say('fundInside.change'), right: true },
    ],
    rows,
    { padding: 0.8 },
  )
}

const factsBlock = (report: FundReport, write: Writer): Block => {
  const { holdings: h } = report
  const rows: [string, string][] = [
    [write.say('fundInside.topTenShare'), formatShare(h.topTenShare.value)],
    [write.say('fundInside.effectiveNo'), formatRatio(h.effectiveNumber.value, 1)],
    [write.say('fundInside.turnover'), formatShare(h.turnover.value)],
    [
      write.say('fundInside.duration'),
      h.duration.value === null ? '—' : write.say('fundInside.years', { duration: formatRatio(h.duration.value) }),
    ],
    [write.say('fundInside.institutions'), formatShare(h.institutional.value)],
    ...h.credits.slice(0, 4).map((c): [string, string] => [write.word(c.name), formatShare(c.weight.value)]),
  ]
  return {
    body: el`<section>${heading(write.say('fundInside.concentrationAndHolders'), '')}${keyValues(rows, true)}</section>`,
    height: HEADING_HEIGHT + keyValuesHeight(rows, 85, true),
  }
}

/** A7: what the fund discloses to hold. */
export const fundHoldingsChapter = (report: FundReport, write: Writer): Chapter => {
  const { holdings } = report
  const first = holdings.topTen[0]
  const lead =
    first === undefined
      ? write.say('common.noPortfolioIsDisclosed')
      : write.say('fundInside.theTopTenAreOf', {
          topTenShare: formatShare(holdings.topTenShare.value),
          name: first.name,
          weight: formatShare(first.weight.value),
        })
  return {
    blocks: [
      titleBlock(write.say('fundInside.holdings'), write.state(lead)),
      sideBySide([85, 85], [allocationPicture(report, write), factsBlock(report, write)]),
      topTable(report, write),
      partTable(
        write.say('common.sectors'),
        holdings.sectorsDate ?? '',
        holdings.sectors,
        write.say('fundInside.noSectorsAreDisclosed'),
        write,
      ),
    ],
    notes: missingNote(write, [holdings.topTenShare, holdings.turnover, holdings.duration]),
  }
}
