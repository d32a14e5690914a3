import type { AccountReport } from '../../../model/report/account-report.ts'
import { PT, type Block } from '../blocks/block.ts'
import { linesOf } from '../blocks/measure.ts'
import { CLASS_ORDER, className, STYLE_ORDER, styleName, TIER_ORDER, tierName } from '../blocks/names.ts'
import { phrase } from '../blocks/phrase.ts'
import { heading, HEADING_HEIGHT, missingBlock, pictureBlock } from '../blocks/text-blocks.ts'
import { verdictMark } from '../blocks/verdict.ts'
import type { Writer } from '../blocks/writer.ts'
import { CLASS_COLOURS, stackedBars } from '../charts/allocation-bars.ts'
import { segmentGrid } from '../charts/segment-grid.ts'
import { el, joined } from '../markup/markup.ts'

const FITS = {
  service: 'accountCoverRow.serviceFit',
  smart: 'accountCoverRow.smartFit',
  risk: 'accountCoverRow.riskFit',
} as const

export const fitsBlock = (report: AccountReport, write: Writer): Block => {
  const { fits } = report.summary
  const title = write.say('accountCoverRow.fit')
  if (fits.length === 0) return missingBlock(title, '', write.say('accountCoverRow.notJudged'), 44)
  const rows = fits.map(f => ({
    mark: verdictMark(f.state, 14),
    name: write.say(FITS[f.fit]),
    text: write.text(f.text),
  }))
  return {
    body: el`<section>${heading(title, '')}<ul class="fit">${joined(rows.map(r => el`<li>${r.mark}<b>${r.name}</b><span>${phrase(r.text)}</span></li>`))}</ul></section>`,
    height: HEADING_HEIGHT + 1.4 + rows.reduce((sum, r) => sum + 12 * PT * (1 + linesOf(r.text, 7.5, 38)) + 1.8, 0),
  }
}

export const allocationBlock = (report: AccountReport, write: Writer): Block => {
  const title = write.say('common.allocation')
  const row = (c: (typeof CLASS_ORDER)[number]) => report.allocation.rows.find(r => r.assetClass === c)
  const now = CLASS_ORDER.map(c => row(c)?.share.value ?? 0)
  const target = CLASS_ORDER.map(c => row(c)?.target.value ?? 0)
  if (now.every(v => v <= 0)) return missingBlock(title, '', write.say('common.noAssets'), 82)
  const rows = [
    { name: write.say('common.now'), shares: now },
    ...(target.some(v => v > 0) ? [{ name: write.say('accountCoverRow.target'), shares: target }] : []),
  ]
  const parts = CLASS_ORDER.map((c, i) => ({ name: className(write, c), ...(CLASS_COLOURS[i] ?? CLASS_COLOURS[0]) }))
  return pictureBlock(title, write.say('accountCoverRow.lookedThrough'), stackedBars(rows, parts, 308, title), 92, 2)
}

export const positionBlock = (report: AccountReport, write: Writer): Block => {
  const title = write.say('accountCoverRow.serviceTier')
  const { segment } = report.who
  if (segment === null || segment.tier === null || segment.style === null)
    return missingBlock(title, '', write.say('accountCoverRow.theSegmentIsUndetermined'), 42)
  const grid = {
    tiers: TIER_ORDER.map(t => tierName(write, t)),
    styles: STYLE_ORDER.map(s => styleName(write, s)),
    row: TIER_ORDER.indexOf(segment.tier),
    column: STYLE_ORDER.indexOf(segment.style),
    mark: write.say('accountCoverRow.you'),
  }
  return pictureBlock(title, '', segmentGrid(grid, 150, title), 106, 1.6)
}
