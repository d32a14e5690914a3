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
  const title = write.say('择时与选证', 'Timing and selection')
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
                  ? write.say('择时为正，统计上显著', 'timing helped, significantly')
                  : write.say('择时为负，统计上显著', 'timing hurt, significantly')
                : write.say('择时不显著', 'timing not significant'),
          tone: 'i2',
        },
      ],
    }
  })
  return tableBlock(
    {
      title,
      small: write.say(
        `${windowText(attribution.window, write)}；α 为年化，%`,
        `${windowText(attribution.window, write)}; α a year, %`,
      ),
      continued: '',
    },
    [
      { head: write.say('模型', 'Model'), width: 42 },
      { head: 'α', right: true, width: 20 },
      { head: 'β', right: true, width: 18 },
      { head: 'γ', right: true, width: 18 },
      { head: 't(γ)', right: true, width: 18 },
      { head: write.say('读法', 'Reading') },
    ],
    rows,
  )
}

const effect = (f: Figure): Cell => signedCell(formatReturnPlain(f.value), f.value)
const total = (f: Figure): string => formatReturnPlain(f.value)

const brinsonTable = (report: FundReport, write: Writer): Block => {
  const { brinson, coverage, preferred } = report.attribution
  const title = write.say('配置与选择（Brinson）', 'Allocation and selection (Brinson)')
  if (brinson.active.value === null || brinson.rows.length === 0)
    return missingBlock(title, '', write.reason(brinson.active))
  const rows: Row[] = [
    ...brinson.rows.map(r => ({
      cells: [className(write, r.class), effect(r.allocation), effect(r.selection), effect(r.interaction)],
    })),
    {
      cells: [
        write.say('合计', 'Total'),
        total(brinson.allocation),
        total(brinson.selection),
        total(brinson.interaction),
      ],
      sum: true,
    },
  ]
  const advice =
    preferred === 'regression' ? write.say('；披露覆盖低于 60%，以回归为准', '; prefer the regressions') : ''
  return tableBlock(
    {
      title,
      small: write.say(
        `点，${windowText(brinson.window, write)}；超额 ${formatReturnPlain(brinson.active.value)}，披露覆盖 ${formatShare(coverage.value)}${advice}`,
        `points, ${windowText(brinson.window, write)}; active ${formatReturnPlain(brinson.active.value)}, coverage ${formatShare(coverage.value)}${advice}`,
      ),
      continued: '',
    },
    [
      { head: write.say('大类', 'Class'), width: 46 },
      { head: write.say('配置', 'Allocation'), right: true },
      { head: write.say('选择', 'Selection'), right: true },
      { head: write.say('交互', 'Interaction'), right: true },
    ],
    rows,
    { padding: 0.9 },
  )
}

const campisiTable = (report: FundReport, write: Writer): readonly Block[] => {
  const { campisi } = report.attribution
  if (campisi.total.value === null) return []
  const names = [
    [write.say('票息', 'Income'), campisi.income],
    [write.say('国债利率', 'Treasury'), campisi.treasury],
    [write.say('利差', 'Spread'), campisi.spread],
    [write.say('择券', 'Selection'), campisi.selection],
    [write.say('合计', 'Total'), campisi.total],
  ] as const
  const rows: Row[] = [{ cells: names.map(([, f]) => signedCell(formatReturnPlain(f.value), f.value)) }]
  return [
    tableBlock(
      {
        title: write.say('债券归因（Campisi）', 'Bond attribution (Campisi)'),
        small: `%，${windowText(campisi.window, write)}`,
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
  const title = write.say('风格', 'Style')
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
      small: write.say(`R² ${formatRatio(style.rSquared.value)}`, `R² ${formatRatio(style.rSquared.value)}`),
      continued: '',
    },
    [
      { head: '', width: 31 },
      { head: '', width: 23 },
      { head: write.say('实际', 'Found'), right: true },
      { head: write.say('基准', 'Bench.'), right: true },
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
  const drift = write.say(
    `滚动 36 个月；近一年漂移 ${formatShare(style.drift.value)}，与基准差 ${formatShare(style.gap.value)}`,
    `36 months rolling; drift ${formatShare(style.drift.value)}, gap ${formatShare(style.gap.value)}`,
  )
  return sideBySide([76, 94], [table, pictureBlock(write.say('风格变化', 'Style over time'), drift, picture, 150, 1.4)])
}

/** A5 and A6. */
export const fundSourceChapter = (report: FundReport, write: Writer): Chapter => {
  const { treynorMazuy } = report.attribution
  const lead =
    treynorMazuy.alpha.value === null
      ? write.say('数据不足，说不清收益从哪里来。', 'There is too little data to say where the return came from.')
      : write.say(
          `剔除市场后年化 α 为 ${formatReturnPlain(treynorMazuy.alpha.value)}%，β 为 ${formatNumber(treynorMazuy.beta.value)}。`,
          `Beyond the market: α ${formatReturnPlain(treynorMazuy.alpha.value)} % a year, β ${formatNumber(treynorMazuy.beta.value)}.`,
        )
  return {
    blocks: [
      titleBlock(write.say('收益来源与风格', 'Sources and style'), write.state(lead)),
      timingTable(report, write),
      brinsonTable(report, write),
      ...campisiTable(report, write),
      styleBlock(report, write),
    ],
    notes: missingNote(write, [treynorMazuy.alpha, report.style.rSquared, report.attribution.coverage]),
    joins: true,
  }
}
