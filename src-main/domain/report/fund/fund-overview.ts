import { formatNumber } from '../../../model/format/number.ts'
import { formatReturn, formatShare } from '../../../model/format/share.ts'
import type { BiText } from '../../../model/text.ts'
import type { FundReport } from '../../../model/report/fund-report.ts'
import { el, EMPTY, joined, type Markup } from '../markup/markup.ts'
import { curves, labelRoom, underwater, type Curve } from '../charts/curves.ts'
import { radar } from '../charts/radar.ts'
import { yearBars } from '../charts/year-bars.ts'
import { PT, PX, type Block } from '../blocks/block.ts'
import { cutText, linesOf } from '../blocks/measure.ts'
import { forceName, fundTypeName } from '../blocks/names.ts'
import { heading, HEADING_HEIGHT, missingBlock, pictureBlock, sideBySide } from '../blocks/text-blocks.ts'
import type { Writer } from '../blocks/writer.ts'
import { periodTable } from './period-table.ts'

const WIDTH = 672

/** Name and code, with what stands at the right: verdict, or nothing. */
export const fundTitle = (fullName: string, code: string, right: Markup | null): Block => {
  const width = right === null ? 178 : 118
  const long = linesOf(`${fullName}${code}`, 18.5, width) > 1
  const name = long ? cutText(fullName, 13, width * 1.8) : fullName
  return {
    body: el`<div class="fh${long ? ' long' : ''}"><h1>${name}<small>${code}</small></h1><div>${right}</div></div>`,
    height: 5.5 + (long ? 17 * PT * linesOf(`${name}${code}`, 13, width) : 24 * PT),
    keep: true,
  }
}

const short = (name: string): string => cutText(name, 8, 22)

export const profileStrip = (report: FundReport, write: Writer): Block => {
  const { profile, fees } = report
  const manager = profile.managers[0]
  const cells: readonly (readonly [string, string])[] = [
    [write.say('common.type'), fundTypeName(write, profile.type)],
    [write.say('common.inception'), profile.inceptionOn],
    [write.say('common.size'), write.figure(profile.size)],
    [
      write.say('common.manager'),
      manager === undefined
        ? '—'
        : write.say('fundOverview.since', { name: short(manager.name), since: manager.since }),
    ],
    [
      write.say('common.riskGrade'),
      profile.riskGrade === null
        ? write.say('common.missing')
        : `${profile.riskGrade}${profile.gradedOn === null ? '' : write.say('fundOverview.gradedOn', { gradedOn: profile.gradedOn })}`,
    ],
    [write.say('common.feesAYear'), fees.total.value === null ? '—' : formatShare(fees.total.value, 2)],
  ]
  return {
    body: el`<dl class="prof">${joined(cells.map(([k, v]) => el`<div><dt>${k}</dt><dd>${v}</dd></div>`))}</dl>`,
    height: 3 + 22 * PT + 0.2,
    near: true,
    keep: true,
  }
}

const last = (values: readonly (number | null)[] | null): number | null => values?.findLast(v => v !== null) ?? null

const navPicture = (report: FundReport, write: Writer, height: number): Block => {
  const { curve } = report.performance
  const title = write.say('common.adjustedNav')
  const first = curve.dates[0]
  if (first === undefined || curve.dates.length < 2)
    return missingBlock(title, '', write.say('fundOverview.fewerThanTwoDaysOf'))
  const { peers } = curve
  const grown = (values: readonly (number | null)[] | null) => {
    const end = last(values)
    return end === null ? '—' : formatReturn(end - 1, 1)
  }
  const manager = report.profile.managers[0]
  const peerText = peers === null ? '' : write.say('fundOverview.bandsPeers2575And', { count: peers.count })
  const lines: readonly Curve[] = [
    { values: curve.fund, role: 'subject', label: `${write.say('common.thisFund')} ${grown(curve.fund)}` },
    ...(curve.benchmark === null
      ? []
      : [
          {
            values: curve.benchmark,
            role: 'other' as const,
            label: `${write.say('fundOverview.benchmark')} ${grown(curve.benchmark)}`,
          },
        ]),
    ...(peers === null
      ? []
      : [
          {
            values: peers.median,
            role: 'median' as const,
            label: `${write.say('fundOverview.peerMedian')} ${grown(peers.median)}`,
          },
        ]),
  ]
  const right = labelRoom(lines.map(l => l.label))
  const nav = curves(
    {
      dates: curve.dates,
      curves: lines,
      ...(peers === null ? {} : { bands: peers }),
      ...(manager === undefined
        ? {}
        : {
            marks: [
              {
                date: manager.since,
                text: write.say('fundOverview.managerSince', { name: short(manager.name), since: manager.since }),
              },
            ],
          }),
      base: 1,
      notes: peers === null ? [] : [write.say('fundOverview.grey2575'), write.say('fundOverview.light1090')],
    },
    { width: WIDTH, height, title, right, tick: (v, digits) => formatNumber(v, Math.max(1, digits)) },
  )
  const water = report.risk.underwater
  const deepest = water.fund.reduce<number>((best, v, i) => (v < (water.fund[best] ?? 0) ? i : best), 0)
  const under = underwater(
    {
      dates: water.dates,
      subject: water.fund,
      other: water.benchmark,
      deepest: `${formatReturn(water.fund[deepest] ?? 0)}${write.say('common.comma')}${water.dates[deepest] ?? ''}`,
      labels: [
        `${write.say('common.nowOfLine')} ${formatReturn(last(water.fund), 1)}`,
        water.benchmark === null
          ? null
          : `${write.say('fundOverview.benchmark')} ${formatReturn(last(water.benchmark), 1)}`,
      ],
    },
    {
      width: WIDTH,
      height: 66,
      right,
      title: write.say('common.drawdown'),
      tick: (v, digits) => (v === 0 ? '0' : formatReturn(v, Math.max(0, digits - 2))),
    },
  )
  return pictureBlock(
    title,
    `${first} = 1.0${peerText}`,
    el`${nav}<div style="height:2mm"></div>${under}`,
    height + 66 + 7.6,
    0.6,
  )
}

const yearsPicture = (report: FundReport, write: Writer): Block => {
  const years = report.performance.years
    .slice(0, 10)
    .toReversed()
    .filter(y => write.internal || y.benchmark.value !== null)
  const title = write.say('common.calendarYears')
  if (years.length === 0) return missingBlock(title, '', write.say('fundOverview.noYearThatCouldStand'))
  const pairs = years.map(y => ({
    name: y.whole ? String(y.year) : write.say('fundOverview.part', { year: y.year }),
    subject: y.fund.value,
    other: y.benchmark.value,
  }))
  return pictureBlock(title, write.say('fundOverview.darkFundLightBenchmark'), yearBars(pairs, WIDTH, title, 88), 88, 1)
}

export const forcesPicture = (report: FundReport, write: Writer, widthMm: number): Block => {
  const { score } = report
  const title = write.say('common.fiveForces')
  const scored = score.forces.some(f => f.score.value !== null)
  if (!scored) {
    const figure = score.forces[0]?.score ?? score.total
    return missingBlock(title, '', write.reason(figure), widthMm)
  }
  const small = write.say('fundOverview.peersOfScore', { peers: score.peers.value ?? 0 })
  const picture = radar(
    score.forces.map(f => ({ name: forceName(write, f.id), score: f.score.value })),
    Math.round(widthMm / PX),
    118,
    title,
  )
  return pictureBlock(title, small, picture, 118, 0.6)
}

/** Lines the list may take beside the radar. */
const MOST_LINES = 9

const conclusions = (report: FundReport, write: Writer, width: number): Block => {
  const { conclusion } = report
  const named = (name: string, list: readonly { readonly text: BiText }[]) =>
    list.map(s => [name, write.text(s.text)] as const)
  const suits = [write.say('fundOverview.suits'), write.text(conclusion.suits.text)] as const
  const lines = (text: string) => linesOf(text, 8.5, width - 11)
  const strengths = named(write.say('fundOverview.plus'), conclusion.strengths)
  const risks = named(write.say('common.riskWord'), conclusion.risks)
  const order = [0, 1, 2].flatMap(i => [risks[i], strengths[i]]).filter(item => item !== undefined)
  let room = MOST_LINES - lines(suits[1])
  const kept = new Set<readonly [string, string]>()
  for (const item of [...order, ...named(write.say('fundOverview.alert'), conclusion.alerts)]) {
    room -= lines(item[1])
    if (room < 0) break
    kept.add(item)
  }
  const items = [...strengths, ...risks, ...[...kept].filter(k => !strengths.includes(k) && !risks.includes(k))]
    .filter(item => kept.has(item))
    .concat([suits])
  for (const [, text] of items) write.state(text)
  return {
    body: el`<section>${heading(write.say('fundOverview.strengthsAndRisks'), '')}<ul class="sr">${joined(items.map(([k, v]) => el`<li><b>${k}</b>${v}</li>`))}</ul></section>`,
    height: HEADING_HEIGHT + 1.4 + items.reduce((sum, [, v]) => sum + lines(v) * 13 * PT + 0.9, 0),
  }
}

/** Heading, gap, underwater and its distance take 27.2 mm beside the curve. */
const flexOf = (report: FundReport, write: Writer) => ({
  min: 27.2 + 78 * PX,
  max: 27.2 + 152 * PX,
  make: (mm: number) => navPicture(report, write, Math.floor((mm - 27.2) / PX)),
})

/** One page of one fund: curve, underwater, periods, years, forces and conclusions. */
export const fundOverview = (report: FundReport, write: Writer): readonly Block[] => [
  { body: EMPTY, height: 27.2 + 126 * PX, near: true, flex: flexOf(report, write) },
  { ...periodTable(report, write), near: true },
  { ...yearsPicture(report, write), near: true },
  { ...twoSides(report, write), near: true },
]

const twoSides = (report: FundReport, write: Writer): Block =>
  sideBySide([66, 104], [forcesPicture(report, write, 66), conclusions(report, write, 104)])

/** Who ranked, among whom, as of when and how many: a rank never stands without them. */
export const rankNote = (report: FundReport, write: Writer): string => {
  const { conventions, asOf } = report
  return write.say('fundOverview.ranksFundDiagnosisPeerGroup', {
    firm: write.firm,
    definitions: conventions.definitions,
    peerGroup: write.word(conventions.peerGroup),
    asOf,
  })
}
