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
  const title = write.say('发现', 'Findings')
  if (check.findings.length === 0) return missingBlock(title, '', write.say('没有发现。', 'Nothing was found.'))
  const rows = check.findings.map(({ severity, title: name, advice, count, items }): Row => {
    const must = severity === 'must'
    const shown = items.slice(0, 6).join(write.say('；', '; '))
    const more = count > 6 ? write.say(` 等 ${count} 项，见表格`, `, ${count} in all, see the workbook`) : ''
    const text = `${shown}${more}`
    return {
      cells: [
        { cell: must ? write.say('须整改', 'must') : write.say('应改进', 'should'), tone: must ? 'warn s' : 'i2' },
        { cell: write.text(name), tone: 's w' },
        { cell: formatCount(count), tone: must ? 'warn s' : '' },
        { cell: write.text(advice), tone: 'w' },
        { cell: text, tone: 'i3 w' },
      ],
      lines: Math.max(linesOf(text, 8, 48), linesOf(write.text(advice), 8, 44), linesOf(write.text(name), 8, 40)),
    }
  })
  return tableBlock(
    {
      title,
      small: write.say(
        '须整改的在前；只列客户号，不列姓名',
        'what must be mended first; clients by number, not by name',
      ),
      continued: write.say('续', 'continued'),
    },
    [
      { head: '', width: 15 },
      { head: write.say('发现', 'Finding'), width: 43 },
      { head: write.say('数', 'No.'), width: 12, right: true },
      { head: write.say('怎么办', 'What to do'), width: 50 },
      { head: write.say('对象', 'Which') },
    ],
    rows,
    { padding: 0.9 },
  )
}

type Line = readonly [Row['cells'][number], number]

const countsTable = (title: string, small: string, lines: readonly Line[], write: Writer): Block =>
  lines.length === 0
    ? missingBlock(title, small, write.say('本期没有。', 'None in this period.'), COLUMN)
    : tableBlock(
        { title, small, continued: write.say('续', 'continued') },
        [{ head: '' }, { head: write.say('数', 'No.'), width: 20, right: true }],
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
        countsTable(write.say('本期结论', 'Verdicts of the period'), '', words, write),
        countsTable(
          write.say('按发起与结果', 'By initiative and action'),
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
          write.say('按用途', 'By purpose'),
          '',
          sorted(verdicts.byPurpose).map(([name, count]): Line => [purposeName(write, name), count]),
          write,
        ),
        countsTable(
          write.say('建议', 'Suggestions'),
          write.say(
            `其中与意见相反而接受 ${suggestions.againstAdvice}`,
            `${suggestions.againstAdvice} accepted against the advice`,
          ),
          sorted(suggestions.byState).map(([name, count]): Line => [suggestionStateName(write, name), count]),
          write,
        ),
      ],
    ),
    sideBySide(
      [COLUMN, COLUMN],
      [
        countsTable(write.say('期末持仓', 'Holdings at the end'), '', held, write),
        countsTable(
          write.say('风险测评', 'Questionnaires'),
          write.say('期末客户；最后两行为本期', 'clients at the end; last two in the period'),
          [
            [write.say('有效', 'valid'), book.assessment.valid],
            [write.say('即将到期', 'expiring'), book.assessment.expiring],
            [write.say('已过期', 'expired'), book.assessment.expired],
            [write.say('缺失', 'missing'), book.assessment.missing],
            [write.say('客户本人作答', 'answered by the client'), assessments.byClient],
            [write.say('投资顾问代填', 'answered by the advisor'), assessments.byAdvisor],
          ],
          write,
        ),
      ],
    ),
    sideBySide(
      [COLUMN, COLUMN],
      [
        countsTable(
          write.say('匹配意见变化告知', 'Notices of changed opinions'),
          write.say('第二十一条', 'article 21'),
          sorted(notices).map(([name, count]): Line => [noticeStateName(write, name), count]),
          write,
        ),
        countsTable(
          write.say('规则包', 'Rule packs'),
          write.say('本期结论所用', 'of the verdicts of the period'),
          check.packs.map(({ version, verdicts: count, unverified, rules }): Line => [
            `${version}（${write.say(`未核对 ${unverified}/${rules}`, `${unverified} of ${rules} not verified`)}）`,
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
  const lead = write.say(
    `${check.from} 至 ${check.to}${check.partial ? `（未满期，截至 ${check.asOf}）` : ''}：${formatCount(check.verdicts.total)} 个适当性结论；${must} 项须整改，${check.findings.length - must} 项应改进；证据链${whole ? '完整' : '不完整'}。`,
    `${check.from} to ${check.to}${check.partial ? ` (not over, as of ${check.asOf})` : ''}: ${formatCount(check.verdicts.total)} verdicts; ${must} findings must be mended, ${check.findings.length - must} should; the evidence chain is ${whole ? 'whole' : 'not whole'}.`,
  )
  const title = write.say(`适当性自查报告 ${check.half}`, `Suitability self-check ${check.half}`)
  const figures = keyFigures([
    {
      name: write.say('客户', 'Clients'),
      value: formatCount(check.book.clients),
      tone: '',
      under: write.say(
        `专业投资者 ${check.book.professional}，最低类别 ${check.book.lowest}`,
        `${check.book.professional} professional, ${check.book.lowest} of the lowest category`,
      ),
    },
    {
      name: write.say('结论', 'Verdicts'),
      value: formatCount(check.verdicts.total),
      tone: '',
      under: write.say(`证据 ${evidence.inPeriod} 条`, `${evidence.inPeriod} records`),
    },
    { name: write.say('须整改', 'Must be mended'), value: formatCount(must), tone: '', under: '' },
    {
      name: write.say('证据链', 'Chain'),
      value: whole ? write.say('完整', 'whole') : write.say('不完整', 'not whole'),
      tone: '',
      under: write.say(
        `${formatCount(evidence.records)} 条，重判 ${formatCount(evidence.rerun)}`,
        `${formatCount(evidence.records)} records, ${formatCount(evidence.rerun)} judged again`,
      ),
    },
  ])
  const pages = paginate([
    {
      blocks: [titleBlock(title, lead), figures, findingsBlock(check, write), ...verdictBlocks(check, write)],
      notes: [
        write.say(
          `依据本机客户簿与证据链；末端 ${evidence.hash.slice(0, 16)}。总部与其他机构的记录不在其中。不构成法律意见。`,
          `From the book and the evidence chain of this install, end ${evidence.hash.slice(0, 16)}. Records of head office and others are not in it. No legal advice.`,
        ),
      ],
    },
  ])
  return reportDocument(setup, {
    title,
    subject: [write.say(`投资顾问 ${check.advisor.name}`, `Advisor ${check.advisor.name}`)],
    asOf: check.asOf,
    pages,
    statements: [lead],
  })
}
