import { articleName } from '../../../model/format/article-name.ts'
import { formatShare } from '../../../model/format/share.ts'
import type { AccountReport } from '../../../model/report/account-report.ts'
import type { HoldingVerdict, VerdictLine } from '../../../model/report/account/suitability.ts'
import type { Block } from '../blocks/block.ts'
import { cutText } from '../blocks/measure.ts'
import { verdictName } from '../blocks/names.ts'
import { tableBlock, type Cell, type Row } from '../blocks/table.ts'
import { missingBlock } from '../blocks/text-blocks.ts'
import { verdictWord } from '../blocks/verdict.ts'
import { plainCell, type Writer } from '../blocks/writer.ts'

const MISSING: Readonly<Record<string, string>> = {
  riskCapacity: 'accountVerdictTables.riskCapacity',
  riskGrade: 'accountVerdictTables.riskGrade',
  term: 'common.term',
  variety: 'common.variety',
  validUntil: 'accountVerdictTables.validQuestionnaire',
  product: 'accountVerdictTables.productData',
}

/** The comparison that decides: R4 > C3, or what is missing. */
export const comparison = (line: VerdictLine, grade: string | null, capacity: string | null, write: Writer): string => {
  if (line.missing.length > 0) {
    const names = line.missing.map(m => {
      const key = m.split('.').at(-1) ?? m
      const name = MISSING[key]
      return name === undefined ? key : write.say(name)
    })
    return write.say('accountVerdictTables.missing', { what: [...new Set(names)].join(write.say('common.listComma')) })
  }
  const c = capacity ?? '—'
  const r = grade ?? write.say('accountVerdictTables.rMissing')
  if (line.verdict === 'undetermined') return write.say('accountVerdictTables.questionnaireMissingOrExpired')
  if (line.codes.includes('RISK_ABOVE')) return `${r} > ${c}`
  if (line.codes.includes('LOWEST_CATEGORY')) return write.say('accountVerdictTables.lowestCategoryTakesR1Only', { r })
  if (line.codes.includes('TERM_MISMATCH')) return write.say('accountVerdictTables.termDoesNotFit')
  if (line.codes.includes('VARIETY_MISMATCH')) return write.say('accountVerdictTables.varietyDoesNotFit')
  if (line.codes.includes('PROFESSIONAL')) return write.say('accountVerdictTables.professionalInvestor')
  const care = line.codes.includes('HIGH_RISK_CARE') ? write.say('accountVerdictTables.highRiskSpecialCare') : ''
  return line.verdict === 'match' ? `${r} ≤ ${c}${care}` : '—'
}

const articles = (line: VerdictLine, write: Writer): string =>
  [...new Set(line.rules.map(r => articleName(r.article, write.locale)))].slice(0, 1).join('')

const ORDER = { mismatch: 0, undetermined: 1, match: 2 } as const

const sortedVerdicts = (report: AccountReport): readonly HoldingVerdict[] =>
  report.suitability.holdings.toSorted(
    (a, b) => ORDER[a.line.verdict] - ORDER[b.line.verdict] || (b.value.value ?? 0) - (a.value.value ?? 0),
  )

const holdingRows = (report: AccountReport, lines: readonly HoldingVerdict[], write: Writer): readonly Row[] =>
  lines.map((h): Row => ({
    cells: [
      cutText(write.word(h.name), 8, write.locale === 'en' ? 42 : 47),
      { cell: h.code, tone: 'i2' },
      h.riskGrade ?? { cell: write.say('common.missing'), tone: 'warn' },
      verdictWord(h.line.verdict, verdictName(write, h.line.verdict)),
      { cell: cutText(comparison(h.line, h.riskGrade, report.suitability.riskCapacity, write), 8, 28, 0), tone: 'i2' },
      { cell: cutText(articles(h.line, write), 8, 33, 0), tone: 'i3' },
      plainCell(formatShare(h.share.value)),
    ],
  }))

/** From this many on what fits is told in two columns: the normal is quiet, what does not fit keeps its lines. */
const MANY = 9

const quietTable = (report: AccountReport, lines: readonly HoldingVerdict[], write: Writer): Block => {
  const cells = (h: HoldingVerdict | undefined): readonly Cell[] =>
    h === undefined
      ? ['', '', '', '']
      : [
          cutText(h.name, 8, 34),
          { cell: h.code, tone: 'i2' },
          {
            cell: cutText(comparison(h.line, h.riskGrade, report.suitability.riskCapacity, write), 8, 17, 0),
            tone: 'i2',
          },
          plainCell(formatShare(h.share.value)),
        ]
  const half = [
    { head: write.say('common.product'), width: 37 },
    { head: write.say('common.code'), width: 17 },
    { head: write.say('common.because'), width: 19 },
    { head: write.say('common.share'), right: true, width: 13 },
  ]
  const rows = Array.from({ length: Math.ceil(lines.length / 2) }, (_, i): Row => ({
    cells: [...cells(lines[2 * i]), '', ...cells(lines[2 * i + 1])],
  }))
  const rules = [...new Set(lines.map(h => articles(h.line, write)).filter(Boolean))].join(
    write.say('common.listComma'),
  )
  return tableBlock(
    {
      title: write.say('accountVerdictTables.theThatMatch', { lines: lines.length }),
      small: write.say('accountVerdictTables.pack', { pack: report.suitability.pack, rules }),
      continued: write.say('common.continued'),
    },
    [...half, { head: '', width: 6 }, ...half],
    rows,
    { padding: 0.8 },
  )
}

/** Every holding with its verdict: what does not fit line by line, a long list of what fits in two columns. */
export const verdictBlocks = (report: AccountReport, write: Writer): readonly Block[] => {
  const all = sortedVerdicts(report)
  const matching = all.filter(h => h.line.verdict === 'match')
  if (matching.length < MANY) return [holdingsTable(report, all, write)]
  const others = all.filter(h => h.line.verdict !== 'match')
  return [...(others.length === 0 ? [] : [holdingsTable(report, others, write)]), quietTable(report, matching, write)]
}

const holdingsTable = (report: AccountReport, lines: readonly HoldingVerdict[], write: Writer): Block => {
  const title = write.say('accountVerdictTables.everyHolding')
  const rows = holdingRows(report, lines, write)
  if (rows.length === 0) return missingBlock(title, '', write.say('common.thereAreNoHoldings'))
  return tableBlock(
    {
      title,
      small: write.say('accountVerdictTables.packMismatchesFirst', { pack: report.suitability.pack }),
      continued: write.say('common.continued'),
    },
    [
      { head: write.say('common.product'), width: write.locale === 'en' ? 45 : 50 },
      { head: write.say('common.code'), width: 16 },
      { head: write.say('common.grade'), width: 13 },
      { head: write.say('common.verdict'), width: write.locale === 'en' ? 27 : 22 },
      { head: write.say('common.because'), width: 28 },
      { head: write.say('accountVerdictTables.article'), width: 35 },
      { head: write.say('common.share'), right: true },
    ],
    rows,
    { padding: 0.95 },
  )
}
