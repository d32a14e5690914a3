import { formatCount } from '../../model/format/share.ts'
import type { FinishedReport, ReportSetup } from '../../model/report/report-setup.ts'
import type { SelfCheck } from '../../model/self-check.ts'
import type { Block } from './blocks/block.ts'
import { reportDocument } from './blocks/document.ts'
import { linesOf } from './blocks/measure.ts'
import { verdictName } from './blocks/names.ts'
import { paginate } from './blocks/paginate.ts'
import { tableBlock, type Row } from './blocks/table.ts'
import { keyFigures, missingBlock, sideBySide, titleBlock } from './blocks/text-blocks.ts'
import { verdictWord } from './blocks/verdict.ts'
import { createWriter, type Writer } from './blocks/writer.ts'
import { actionName, noticeStateName, purposeName, suggestionStateName } from './self-check-names.ts'

const COLUMN = 85

const findingsBlock = (check: SelfCheck, write: Writer): Block => {
  const title = write.say('selfCheck.findings')
  if (check.findings.length === 0) return missingBlock(title, '', write.say('selfCheck.nothingWasFound'))
  const rows = check.findings.map(({ severity, title: name, advice, count, items }): Row => {
    const must = severity === 'must'
    const shown = items.slice(0, 6).join(write.say('common.semicolon'))
    const more = count > 6 ? write.say('selfCheck.inAllSeeTheWorkbook', { count: formatCount(count) }) : ''
    const text = `${shown}${more}`
    return {
      cells: [
        { cell: must ? write.say('selfCheck.must') : write.say('selfCheck.should'), tone: must ? 'warn s' : 'i2' },
        { cell: write.text(name), tone: 's w' },
        { cell: formatCount(count), tone: must ? 'warn s' : '' },
        { cell: write.text(advice), tone: 'w' },
        { cell: text, tone: 'i3 w' },
      ],
      lines: Math.max(linesOf(text, 8, 56), linesOf(write.text(advice), 8, 47), linesOf(write.text(name), 8, 40)),
    }
  })
  return tableBlock(
    {
      title,
      small: write.say('selfCheck.whatMustBeMendedFirst'),
      continued: write.say('common.continued'),
    },
    [
      { head: '', width: 15 },
      { head: write.say('selfCheck.finding'), width: 43 },
      { head: write.say('selfCheck.no'), width: 12, right: true },
      { head: write.say('selfCheck.whatToDo'), width: 50 },
      { head: write.say('selfCheck.which') },
    ],
    rows,
    { padding: 0.9 },
  )
}

type Line = readonly [Row['cells'][number], number]

const countsTable = (title: string, small: string, lines: readonly Line[], write: Writer): Block =>
  lines.length === 0
    ? missingBlock(title, small, write.say('selfCheck.noneInThisPeriod'), COLUMN)
    : tableBlock(
        { title, small, continued: write.say('common.continued') },
        [{ head: '' }, { head: write.say('selfCheck.no'), width: 20, right: true }],
        lines.map(([name, count]): Row => ({ cells: [name, formatCount(count)] })),
        { padding: 0.85 },
      )

const sorted = (counts: Readonly<Record<string, number>>): readonly (readonly [string, number])[] =>
  Object.entries(counts).toSorted((a, b) => b[1] - a[1])

const VERDICTS = ['match', 'mismatch', 'undetermined'] as const

const verdictBlocks = (check: SelfCheck, write: Writer): readonly Block[] => {
  const { verdicts, suggestions, notices, book, assessments } = check
  const words = VERDICTS.map((each): Line => [
    verdictWord(each, verdictName(write, each)),
    verdicts.byVerdict[each] ?? 0,
  ])
  const held = VERDICTS.map((each): Line => [verdictWord(each, verdictName(write, each)), book.holdings[each] ?? 0])
  return [
    sideBySide(
      [COLUMN, COLUMN],
      [
        countsTable(write.say('selfCheck.verdictsOfThePeriod'), '', words, write),
        countsTable(
          write.say('selfCheck.byInitiativeAndAction'),
          '',
          sorted(verdicts.byAction).map(([name, count]): Line => [actionName(write, name), count]),
          write,
        ),
      ],
    ),
    sideBySide(
      [COLUMN, COLUMN],
      [
        countsTable(
          write.say('selfCheck.byPurpose'),
          '',
          sorted(verdicts.byPurpose).map(([name, count]): Line => [purposeName(write, name), count]),
          write,
        ),
        countsTable(
          write.say('selfCheck.suggestions'),
          write.say('selfCheck.acceptedAgainstTheAdvice', {
            againstAdvice: formatCount(suggestions.againstAdvice),
          }),
          sorted(suggestions.byState).map(([name, count]): Line => [suggestionStateName(write, name), count]),
          write,
        ),
      ],
    ),
    sideBySide(
      [COLUMN, COLUMN],
      [
        countsTable(write.say('selfCheck.holdingsAtTheEnd'), '', held, write),
        countsTable(
          write.say('selfCheck.questionnaires'),
          write.say('selfCheck.clientsAtTheEndLast'),
          [
            [write.say('selfCheck.valid'), book.assessment.valid],
            [write.say('selfCheck.expiring'), book.assessment.expiring],
            [write.say('selfCheck.expired'), book.assessment.expired],
            [write.say('common.missing'), book.assessment.missing],
            [write.say('selfCheck.answeredByTheClient'), assessments.byClient],
            [write.say('selfCheck.answeredByTheAdvisor'), assessments.byAdvisor],
          ],
          write,
        ),
      ],
    ),
    sideBySide(
      [COLUMN, COLUMN],
      [
        countsTable(
          write.say('selfCheck.noticesOfChangedOpinions'),
          write.say('selfCheck.article21'),
          sorted(notices).map(([name, count]): Line => [noticeStateName(write, name), count]),
          write,
        ),
        countsTable(
          write.say('selfCheck.rulePacks'),
          write.say('selfCheck.ofTheVerdictsOfThe'),
          check.packs.map(({ version, verdicts: count, unverified, rules }): Line => [
            write.say('selfCheck.packLine', { version, unverified, rules }),
            count,
          ]),
          write,
        ),
      ],
    ),
  ]
}

/** The half-year self-check of one book; internal only, clients by number. */
export const renderSelfCheck = (check: SelfCheck, wanted: ReportSetup): FinishedReport => {
  // the other packs decide nothing here, and the footer has two lines
  const setup: ReportSetup = { ...wanted, edition: 'internal', versions: wanted.versions.slice(0, 1) }
  const write = createWriter(setup, {})
  const must = check.findings.filter(each => each.severity === 'must').length
  const { evidence } = check
  const whole = evidence.faults + evidence.differ === 0
  const lead = write.say('selfCheck.toVerdictsFindingsMustBe', {
    from: check.from,
    to: check.to,
    part: check.partial ? write.say('selfCheck.notOver', { asOf: check.asOf }) : '',
    total: formatCount(check.verdicts.total),
    must,
    findings: check.findings.length - must,
    chain: write.say(whole ? 'selfCheck.whole' : 'selfCheck.notWhole'),
  })
  const title = write.say('selfCheck.suitabilitySelfCheck', { half: check.half })
  const figures = keyFigures([
    {
      name: write.say('common.clients'),
      value: formatCount(check.book.clients),
      tone: '',
      under: write.say('selfCheck.professionalOfTheLowestCategory', {
        professional: formatCount(check.book.professional),
        lowest: formatCount(check.book.lowest),
      }),
    },
    {
      name: write.say('selfCheck.verdicts'),
      value: formatCount(check.verdicts.total),
      tone: '',
      under: write.say('selfCheck.records', { inPeriod: formatCount(evidence.inPeriod) }),
    },
    { name: write.say('selfCheck.mustBeMended'), value: formatCount(must), tone: '', under: '' },
    {
      name: write.say('common.chain'),
      value: whole ? write.say('selfCheck.whole') : write.say('selfCheck.notWhole'),
      tone: '',
      under: write.say('selfCheck.recordsJudgedAgain', {
        records: formatCount(evidence.records),
        rerun: formatCount(evidence.rerun),
      }),
    },
  ])
  const pages = paginate([
    {
      blocks: [titleBlock(title, lead), figures, findingsBlock(check, write), ...verdictBlocks(check, write)],
      notes: [
        write.say('selfCheck.articlesWithoutRule'),
        write.say('selfCheck.fromTheBookAndThe', { hash: evidence.hash.slice(0, 16) }),
      ],
    },
  ])
  return reportDocument(setup, {
    title,
    subject: [write.say('common.advisor', { name: check.advisor.name })],
    asOf: check.asOf,
    pages,
    statements: [lead],
  })
}
