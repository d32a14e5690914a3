import { formatNumber } from '../../../model/format/number.ts'
import { formatRatio, formatReturnPlain, formatShare, formatSharePlain } from '../../../model/format/share.ts'
import type { FundReport } from '../../../model/report/fund-report.ts'
import type { TimingModel } from '../../../model/report/fund/attribution.ts'
import type { Figure } from '../../../model/report/figure.ts'
import { PX, type Block, type Chapter } from '../blocks/block.ts'
import { cutText } from '../blocks/measure.ts'
import { className } from '../blocks/names.ts'
import { tableBlock, type Cell, type Row } from '../blocks/table.ts'
import { missingBlock, pictureBlock, sideBySide, titleBlock } from '../blocks/text-blocks.ts'
import { missingNote, plainCell, signedCell, windowText, type Writer } from '../blocks/writer.ts'
import { valueBar } from '../charts/loss-bars.ts'
import { stackedColumns } from '../charts/standing.ts'

const timingTable = (report: FundReport, write: Writer): Block => {
  const { attribution } = report
  const title = write.say('fundSource.timingAndSelection')
  const models: readonly (readonly [string, TimingModel])[] = [
    ['Treynor-Mazuy', attribution.treynorMazuy],
    ['Henriksson-Merton', attribution.henrikssonMerton],
  ]
  if (models.every(([, m]) => m.alpha.value === null))
    return missingBlock(title, '', write.reason(attribution.treynorMazuy.alpha))
  const rows = models.map(([name, m]): Row => {
    const t = m.gammaT.value
    const clear = t !== null && Math.abs(t) >= 2
    return {
      cells: [
        name,
        signedCell(formatReturnPlain(m.alpha.value), m.alpha.value),
        plainCell(formatRatio(m.beta.value)),
        plainCell(formatRatio(m.gamma.value)),
        plainCell(formatRatio(t)),
        {
          cell:
            t === null
              ? '—'
              : clear
                ? t > 0
                  ? write.say('fundSource.timingHelpedSignificantly')
                  : write.say('fundSource.timingHurtSignificantly')
                : write.say('fundSource.timingNotSignificant'),
          tone: 'i2',
        },
      ],
    }
  })
  return tableBlock(
    {
      title,
      small: write.say('fundSource.aYear', { windowText: windowText(attribution.window, write) }),
      continued: '',
    },
    [
      { head: write.say('fundSource.model'), width: 42 },
      { head: 'α', right: true, width: 20 },
      { head: 'β', right: true, width: 18 },
      { head: 'γ', right: true, width: 18 },
      { head: 't(γ)', right: true, width: 18 },
      { head: write.say('common.reading') },
    ],
    rows,
  )
}

const effect = (f: Figure): Cell => signedCell(formatReturnPlain(f.value), f.value)
const total = (f: Figure): string => formatReturnPlain(f.value)

const brinsonTable = (report: FundReport, write: Writer): Block => {
  const { brinson, coverage, preferred } = report.attribution
  const title = write.say('fundSource.allocationAndSelectionBrinson')
  if (brinson.active.value === null || brinson.rows.length === 0)
    return missingBlock(title, '', write.reason(brinson.active))
  const rows: Row[] = [
    ...brinson.rows.map(r => ({
      cells: [className(write, r.class), effect(r.allocation), effect(r.selection), effect(r.interaction)],
    })),
    {
      cells: [
        write.say('common.total'),
        total(brinson.allocation),
        total(brinson.selection),
        total(brinson.interaction),
      ],
      sum: true,
    },
  ]
  const advice = preferred === 'regression' ? write.say('fundSource.preferTheRegressions') : ''
  return tableBlock(
    {
      title,
      small: write.say('fundSource.pointsActiveCoverage', {
        windowText: windowText(brinson.window, write),
        active: formatReturnPlain(brinson.active.value),
        coverage: formatShare(coverage.value),
        advice,
      }),
      continued: '',
    },
    [
      { head: write.say('common.class'), width: 46 },
      { head: write.say('common.allocation'), right: true },
      { head: write.say('fundSource.selection'), right: true },
      { head: write.say('fundSource.interaction'), right: true },
    ],
    rows,
    { padding: 0.9 },
  )
}

const campisiTable = (report: FundReport, write: Writer): readonly Block[] => {
  const { campisi } = report.attribution
  if (campisi.total.value === null) return []
  const names = [
    [write.say('fundSource.income'), campisi.income],
    [write.say('fundSource.treasury'), campisi.treasury],
    [write.say('fundSource.spread'), campisi.spread],
    [write.say('fundSource.bondSelection'), campisi.selection],
    [write.say('common.total'), campisi.total],
  ] as const
  const rows: Row[] = [{ cells: names.map(([, f]) => signedCell(formatReturnPlain(f.value), f.value)) }]
  return [
    tableBlock(
      {
        title: write.say('fundSource.bondAttributionCampisi'),
        small: write.say('fundSource.percentOver', { window: windowText(campisi.window, write) }),
        continued: '',
      },
      names.map(([head]) => ({ head, right: true })),
      rows,
    ),
  ]
}

const STYLE_COLOURS = ['c1', 'c2', 'c3', 'c4', 'band2', 'band1'] as const

const styleBlock = (report: FundReport, write: Writer): Block => {
  const { style } = report
  const title = write.say('fundSource.style')
  const weights = style.rows.filter(r => r.weight.value !== null)
  if (weights.length === 0) return missingBlock(title, '', write.reason(style.rSquared))
  const rows = style.rows.map((r): Row => ({
    cells: [
      cutText(write.text(r.name), 8, 29),
      valueBar(r.weight.value, 1, 76),
      plainCell(formatSharePlain(r.weight.value), true),
      plainCell(formatSharePlain(r.declared)),
    ],
  }))
  const table = tableBlock(
    {
      title,
      small: write.say('fundSource.r', { rSquared: formatRatio(style.rSquared.value) }),
      continued: '',
    },
    [
      { head: '', width: 31 },
      { head: '', width: 23 },
      { head: write.say('fundSource.found'), right: true },
      { head: write.say('fundSource.bench'), right: true },
    ],
    rows,
    { padding: 0.85 },
  )
  const { rolling } = style
  if (rolling.dates.length < 3) return table
  const columns = rolling.dates.map((d, i) => ({
    name: d.slice(0, 4),
    shares: rolling.lines.map(l => l.weights[i] ?? 0),
  }))
  const names = rolling.lines.map(l => {
    const row = style.rows.find(r => r.id === l.id)
    return row === undefined ? l.id : cutText(write.text(row.name), 7.5, 23)
  })
  const picture = stackedColumns(columns, STYLE_COLOURS, names, Math.floor(94 / PX), 150, title)
  const drift = write.say('fundSource.drift', {
    drift: formatShare(style.drift.value),
    gap: formatShare(style.gap.value),
  })
  return sideBySide([76, 94], [table, pictureBlock(write.say('fundSource.styleOverTime'), drift, picture, 150, 1.4)])
}

/** A5 and A6. */
export const fundSourceChapter = (report: FundReport, write: Writer): Chapter => {
  const { treynorMazuy } = report.attribution
  const lead =
    treynorMazuy.alpha.value === null
      ? write.say('fundSource.thereIsTooLittleData')
      : write.say('fundSource.beyondTheMarketAYear', {
          alpha: formatReturnPlain(treynorMazuy.alpha.value),
          beta: formatNumber(treynorMazuy.beta.value),
        })
  return {
    blocks: [
      titleBlock(write.say('fundSource.sourcesAndStyle'), write.state(lead)),
      timingTable(report, write),
      brinsonTable(report, write),
      ...campisiTable(report, write),
      styleBlock(report, write),
    ],
    notes: missingNote(write, [treynorMazuy.alpha, report.style.rSquared, report.attribution.coverage]),
    joins: 'whole',
  }
}
