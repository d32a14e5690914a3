import { maskName } from '../../../model/format/mask.ts'
import { formatMoneyPlain, moneyUnit } from '../../../model/format/money.ts'
import { formatDrawdown, formatReturn, formatShare } from '../../../model/format/share.ts'
import type { AccountReport } from '../../../model/report/account-report.ts'
import type { AccountPeriod } from '../../../model/report/account/performance.ts'
import type { Statement } from '../../../model/report/account/summary.ts'
import { el, EMPTY, joined } from '../markup/markup.ts'
import { assetsAndFlows } from '../charts/assets-and-flows.ts'
import { radar } from '../charts/radar.ts'
import { PT, PX, type Block } from '../blocks/block.ts'
import { linesOf } from '../blocks/measure.ts'
import { phrase } from '../blocks/phrase.ts'
import { capacityName, forceName } from '../blocks/names.ts'
import { heading, HEADING_HEIGHT, keyFigures, missingBlock, pictureBlock, sideBySide } from '../blocks/text-blocks.ts'
import { toneOf, type Writer } from '../blocks/writer.ts'
import { allocationBlock, fitsBlock, positionBlock } from './cover-row.ts'

/** 陆*远 先生; an organisation has no form of address. */
export const clientName = (report: AccountReport, write: Writer): string => {
  const { who } = report
  const masked = maskName(who.name, who.kind)
  if (who.kind === 'organisation' || who.gender === null) return masked
  return write.say(who.gender === 'M' ? 'accountCover.mister' : 'accountCover.madam', { name: masked })
}

const titleRow = (report: AccountReport, write: Writer): Block => {
  const { who } = report
  const professional = who.investorType === 'professional'
  const type = professional
    ? write.say('accountCover.professionalInvestor', { professionalClass: who.professionalClass ?? '' })
    : write.say('accountCover.ordinaryInvestor')
  const valid =
    who.validUntil === null
      ? write.say('accountCover.noValidQuestionnaire')
      : write.say('accountCover.questionnaireValidUntil', { validUntil: who.validUntil })
  const capacity = `${capacityName(write, who.riskCapacity)}${write.say('common.comma')}${valid}`
  const { from, to } = who.coverage
  const data =
    from === null ? write.say('accountCover.to', { to }) : write.say('accountCover.toAdjustedNav', { from, to })
  const logo = write.setup.firm.logo
  return {
    body: el`<div class="title p1t"><div>${logo === null ? null : el`<img class="logo" src="${logo}" alt="${write.setup.firm.name}" />`}<h1>${write.say('common.accountDiagnosis')}</h1></div><dl><dt>${write.say('common.client')}</dt><dd>${clientName(report, write)}${write.say('common.comma')}${type}</dd><dt>${write.say('accountCover.riskCapacity')}</dt><dd>${capacity}</dd><dt>${write.say('common.data')}</dt><dd>${data}</dd></dl></div>`,
    height: 12.5 + Math.max(37.5 * PT, 32 * PT + (logo === null ? 0 : 8)),
    keep: true,
  }
}

const leadBlock = (report: AccountReport, write: Writer): Block => {
  const lead = write.state(write.text(report.summary.lead))
  return {
    body: el`<p class="lead p1l">${boldFigures(lead)}</p>`,
    height: 7.4 + 17.5 * PT * linesOf(lead, 11.3, 178),
    near: true,
    keep: true,
  }
}

/** Amounts and percentages of a sentence in bold; the sentence itself stays escaped text. */
const boldFigures = (text: string) =>
  joined(
    text
      .split(/((?:[+−]?\d[\d,]*(?:\.\d+)?\s?(?:%|万元|亿元|个百分点)))/u)
      .map((part, i) => (i % 2 === 1 ? el`<b>${part}</b>` : phrase(part))),
  )

const period = (report: AccountReport, kind: AccountPeriod['kind']) =>
  report.performance.periods.find(p => p.kind === kind)

const shown = (value: number | null, text: string, reason: string): string => (value === null ? reason : text)

const figuresBlock = (report: AccountReport, write: Writer): Block => {
  const { keyFigures: key } = report
  const target = write.say('accountCover.target')
  const one = period(report, 'oneYear')
  const whole = key.longPeriod === 'sinceStart'
  const long = period(report, key.longPeriod)
  const { locale } = write
  const against = (text: string) => `${target} ${text}`
  return {
    ...keyFigures([
      {
        name: write.say('accountCover.assets'),
        value: formatMoneyPlain(key.totalAssets.value, locale),
        tone: '',
        under: moneyUnit(locale),
      },
      {
        name: write.say('accountCover.oneYearReturn'),
        value: formatReturn(key.twrOneYear.value),
        tone: toneOf(key.twrOneYear.value),
        under: shown(
          key.twrOneYear.value,
          against(formatReturn(one?.target.value ?? null)),
          write.reason(key.twrOneYear),
        ),
      },
      {
        name: whole ? write.say('accountCover.sinceFirstRecord') : write.say('accountCover.threeYearReturn'),
        value: formatReturn(key.twrThreeYears.value),
        tone: toneOf(key.twrThreeYears.value),
        under: shown(
          key.twrThreeYears.value,
          against(formatReturn(long?.target.value ?? null)),
          write.reason(key.twrThreeYears),
        ),
      },
      {
        name: whole ? write.say('accountCover.moneyWeighted') : write.say('accountCover.threeYearMoneyWeighted'),
        value: formatReturn(key.xirrThreeYears.value),
        tone: toneOf(key.xirrThreeYears.value),
        under: shown(
          key.xirrThreeYears.value,
          write.say('accountCover.aYearWithFlows'),
          write.reason(key.xirrThreeYears),
        ),
      },
      {
        name: whole ? write.say('accountCover.maxDrawdownAll') : write.say('accountCover.maxDrawdown3y'),
        value: formatDrawdown(key.maxDrawdownThreeYears.value),
        tone: '',
        under: shown(
          key.maxDrawdownThreeYears.value,
          against(formatDrawdown(long?.targetMaxDrawdown.value ?? null)),
          write.reason(key.maxDrawdownThreeYears),
        ),
      },
      {
        name: whole ? write.say('accountCover.volatilityAll') : write.say('accountCover.volatility3y'),
        value: formatShare(key.volatilityHistory.value, 2),
        tone: '',
        under: shown(
          key.volatilityHistory.value,
          against(formatShare(long?.targetVolatility.value ?? null, 2)),
          write.reason(key.volatilityHistory),
        ),
      },
    ]),
    near: true,
  }
}

const statementList = (title: string, items: readonly Statement[], nothing: string, write: Writer): Block => {
  if (items.length === 0) return missingBlock(title, '', nothing, 85)
  const lines = items.map(i => ({ head: write.state(write.text(i.title)), text: write.state(write.text(i.text)) }))
  return {
    body: el`<section>${heading(title, '')}<ol>${joined(
      lines.map(l => el`<li><b>${phrase(l.head)}</b><p>${phrase(l.text)}</p></li>`),
    )}</ol></section>`,
    height:
      HEADING_HEIGHT +
      1 +
      lines.reduce(
        (sum, l) => sum + linesOf(l.head, 9.2, 79) * 14 * PT + linesOf(l.text, 8.5, 79) * 12.5 * PT + 2.2,
        0,
      ),
  }
}

const findings = (report: AccountReport, write: Writer): Block => {
  const { summary } = report
  const side = sideBySide(
    [85, 85],
    [
      statementList(
        write.say('accountCover.threeFindings'),
        summary.findings,
        write.say('accountCover.nothingToPointOut'),
        write,
      ),
      statementList(
        write.say('accountCover.threeActions'),
        summary.actions,
        write.say('accountCover.noActionIsDue'),
        write,
      ),
    ],
  )
  return { ...side, body: el`<div class="two3">${side.body}</div>` }
}

const assetsBlock = (report: AccountReport, write: Writer, height: number): Block => {
  const title = write.say('accountCover.assetsAndFlows')
  const { assets, flows } = report.performance
  if (assets.length < 2) return missingBlock(title, '', write.say('common.theHistoryIsTooShort'), 109)
  const first = assets.findIndex(p => p.assets !== 0)
  const points = assets.slice(Math.max(0, first))
  const opening = points[0]?.date ?? ''
  const unit = moneyUnit(write.locale)
  const names = {
    both: write.say('charts.assetsAndNetInvested'),
    assets: write.say('charts.assets'),
    invested: write.say('charts.netInvested'),
  }
  return pictureBlock(
    title,
    write.say('accountCover.trianglesMoneyInAndOut', { unit }),
    assetsAndFlows({ points, flows: flows.filter(f => f.date > opening) }, write.locale, names, 412, height),
    height,
    1,
  )
}

const forcesBlock = (report: AccountReport, write: Writer, height: number): Block => {
  const { forces } = report.summary
  const title = write.say('accountCover.fiveForces')
  const missing = forces.find(f => f.score.value === null)
  if (forces.every(f => f.score.value === null))
    return missingBlock(
      title,
      '',
      missing === undefined ? write.say('accountCover.noProductCouldBeScored') : write.reason(missing.score),
      61,
    )
  return pictureBlock(
    title,
    write.say('accountCover.peerMedian50'),
    radar(
      forces.map(f => ({ name: forceName(write, f.force), score: f.score.value })),
      230,
      height,
      title,
    ),
    height,
    0.5,
  )
}

const pictures = (report: AccountReport, write: Writer, height: number): Block =>
  sideBySide([109, 61], [assetsBlock(report, write, height), forcesBlock(report, write, Math.min(170, height))])

/** Pictures of 120 to 215 px under a heading of 8 mm. */
const flexOf = (report: AccountReport, write: Writer) => ({
  min: 8.2 + 120 * PX,
  max: 8.2 + 215 * PX,
  make: (mm: number) => pictures(report, write, Math.floor((mm - 8.2) / PX)),
})

/** Cover and one-page summary: lead, key figures, findings, actions, pictures. */
export const coverBlocks = (report: AccountReport, write: Writer): readonly Block[] => [
  titleRow(report, write),
  leadBlock(report, write),
  figuresBlock(report, write),
  findings(report, write),
  { body: EMPTY, height: 8.2 + 190 * PX, flex: flexOf(report, write) },
  sideBySide([40, 82, 40], [fitsBlock(report, write), allocationBlock(report, write), positionBlock(report, write)]),
]

export const coverNotes = (report: AccountReport, write: Writer): readonly string[] => {
  const { summary, allocation } = report
  const scored =
    summary.scoredCount === 0
      ? []
      : [
          write.say('accountCover.fiveForcesFundDiagnosisAs', {
            firm: write.firm,
            asOf: report.asOf,
            scoredCount: summary.scoredCount,
            scoredShare: formatShare(summary.scoredShare.value),
          }),
        ]
  const target =
    allocation.targetOf === null
      ? []
      : [
          write.say('accountCover.theTargetIsTheReference', {
            capacity: capacityName(write, allocation.targetOf),
          }),
        ]
  return [...scored, ...target, write.say('accountCover.stressFiguresReplayHistoryThey')]
}
