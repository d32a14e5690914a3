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
  const title = write.say('资产构成', 'Asset mix')
  if (allocation.length === 0)
    return missingBlock(title, '', write.say('没有披露持仓。', 'No portfolio is disclosed.'), 85)
  const columns = allocation.slice(-12).map(a => ({
    name: `${a.date.slice(2, 4)}Q${Math.ceil(Number(a.date.slice(5, 7)) / 3)}`,
    shares: [a.equity, a.bond, a.fund, a.cash, a.other],
  }))
  const end = allocation.at(-1)
  const names = [
    ['权益', 'Equity', end?.equity],
    ['债券', 'Bond', end?.bond],
    ['基金', 'Funds', end?.fund],
    ['现金', 'Cash', end?.cash],
    ['其他', 'Other', end?.other],
  ] as const
  const labels = names.map(([zh, en, v]) => `${write.say(zh, en)} ${formatShare(v ?? 0)}`)
  const picture = stackedColumns(columns, ['c1', 'c2', 'c3', 'c4', 'band2'], labels, Math.floor(85 / PX), 150, title)
  return pictureBlock(title, write.say('按报告期披露', 'as disclosed'), picture, 150, 1.4)
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
      cutText(p.name, 8, 29),
      valueBar(p.weight.value ?? 0, largest, 128),
      plainCell(formatShare(p.weight.value), true),
    ],
  }))
  return tableBlock(
    { title, small, continued: '' },
    [
      { head: write.say('名称', 'Name'), width: 31 },
      { head: '', width: 37 },
      { head: write.say('占净值', 'Of NAV'), right: true },
    ],
    rows,
    { padding: 0.85 },
  )
}

const topTable = (report: FundReport, write: Writer): Block => {
  const { topTen, date } = report.holdings
  const title = write.say('前十大持仓', 'Top ten')
  if (topTen.length === 0) return missingBlock(title, '', write.say('没有披露持仓。', 'No portfolio is disclosed.'))
  const largest = Math.max(...topTen.map(p => p.weight.value ?? 0))
  const rows = topTen.map((p, i): Row => ({
    cells: [
      { cell: String(i + 1), tone: 'i3' },
      cutText(p.name, 8, 43),
      { cell: p.code, tone: 'i2' },
      { cell: cutText(p.sector ?? p.credit ?? '—', 8, 27), tone: 'i2' },
      valueBar(p.weight.value ?? 0, largest, 110),
      plainCell(formatSharePlain(p.weight.value, 2), true),
      p.change.reason === 'newPosition'
        ? { cell: write.say('新进', 'new'), tone: 's' }
        : plainCell(formatReturn(p.change.value).replace('%', '')),
    ],
  }))
  return tableBlock(
    { title, small: write.say(`${date ?? ''}；% 与较上期变动`, `${date ?? ''}; % and change`), continued: '' },
    [
      { head: '', width: 6 },
      { head: write.say('名称', 'Name'), width: 46 },
      { head: write.say('代码', 'Code'), width: 22 },
      { head: write.say('行业', 'Sector'), width: 30 },
      { head: '', width: 33 },
      { head: write.say('占净值 %', 'Of NAV, %'), right: true },
      { head: write.say('变动 点', 'Change'), right: true },
    ],
    rows,
    { padding: 0.8 },
  )
}

const factsBlock = (report: FundReport, write: Writer): Block => {
  const { holdings: h } = report
  const rows: [string, string][] = [
    [write.say('前十大', 'Top ten'), formatShare(h.topTenShare.value)],
    [write.say('有效持仓数', 'Effective no.'), formatRatio(h.effectiveNumber.value, 1)],
    [write.say('换手率', 'Turnover'), formatShare(h.turnover.value)],
    [
      write.say('久期', 'Duration'),
      h.duration.value === null
        ? '—'
        : write.say(`${formatRatio(h.duration.value)} 年`, `${formatRatio(h.duration.value)} years`),
    ],
    [write.say('机构占比', 'Institutions'), formatShare(h.institutional.value)],
    ...h.credits.slice(0, 4).map((c): [string, string] => [c.name, formatShare(c.weight.value)]),
  ]
  return {
    body: el`<section>${heading(write.say('集中度与持有人', 'Concentration and holders'), '')}${keyValues(rows, true)}</section>`,
    height: HEADING_HEIGHT + keyValuesHeight(rows, 85, true),
  }
}

/** A7: what the fund discloses to hold. */
export const fundHoldingsChapter = (report: FundReport, write: Writer): Chapter => {
  const { holdings } = report
  const first = holdings.topTen[0]
  const lead =
    first === undefined
      ? write.say('没有披露持仓。', 'No portfolio is disclosed.')
      : write.say(
          `前十大占净值 ${formatShare(holdings.topTenShare.value)}，最大一项 ${first.name} 占 ${formatShare(first.weight.value)}。`,
          `The top ten are ${formatShare(holdings.topTenShare.value)} of the NAV, the largest, ${first.name}, ${formatShare(first.weight.value)}.`,
        )
  return {
    blocks: [
      titleBlock(write.say('持仓', 'Holdings'), write.state(lead)),
      sideBySide([85, 85], [allocationPicture(report, write), factsBlock(report, write)]),
      topTable(report, write),
      partTable(
        write.say('行业', 'Sectors'),
        holdings.sectorsDate ?? '',
        holdings.sectors,
        write.say('没有披露行业。', 'No sectors are disclosed.'),
        write,
      ),
    ],
    notes: missingNote(write, [holdings.topTenShare, holdings.turnover, holdings.duration]),
  }
}
