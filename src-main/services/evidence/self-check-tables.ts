import { verdictName } from '../../domain/report/blocks/names.ts'
import type { Writer } from '../../domain/report/blocks/writer.ts'
import { actionName, noticeStateName, purposeName, suggestionStateName } from '../../domain/report/self-check-names.ts'
import { SuitabilityVerdict } from '../../model/levels.ts'
import type { SelfCheck } from '../../model/self-check.ts'
import type { BiText } from '../../model/text.ts'
import type { TableToWrite } from '../ports/table-files.ts'

const FEN = 100

const STANDINGS: Readonly<Record<string, string>> = {
  valid: 'selfCheck.valid',
  expiring: 'selfCheck.expiring',
  expired: 'selfCheck.expired',
  missing: 'common.missing',
}

type Counts = Readonly<Record<string, number>>

const part = (name: string, counts: Counts, nameOf: (key: string) => string): (string | number)[][] =>
  Object.entries(counts).map(([key, count]) => [name, nameOf(key), count])

/** The self-check as sheets: what was found, every item of it, and the counts behind the figures. */
export const selfCheckTables = (check: SelfCheck, write: Writer): readonly TableToWrite[] => {
  const { locale } = write
  const verdict = (key: string): string => verdictName(write, SuitabilityVerdict.parse(key))
  const say = (zh: string, en: string): string => (locale === 'en' ? en : zh)
  const text = (both: BiText): string => (locale === 'en' ? both.en : both.zh)
  const { verdicts, suggestions, notices, book, assessments, evidence } = check
  return [
    {
      name: say('发现', 'Findings'),
      header: [say('级别', 'Severity'), say('发现', 'Finding'), say('数量', 'Count'), say('怎么办', 'What to do')],
      rows: check.findings.map(each => [
        each.severity === 'must' ? say('须整改', 'must') : say('应改进', 'should'),
        text(each.title),
        each.count,
        text(each.advice),
      ]),
    },
    {
      name: say('明细', 'Items'),
      header: [say('发现', 'Finding'), say('对象', 'Which')],
      rows: check.findings.flatMap(each => each.items.map(item => [text(each.title), item])),
    },
    {
      name: say('统计', 'Counts'),
      header: [say('部分', 'Part'), say('项目', 'Item'), say('数量', 'Count')],
      rows: [
        [say('期间', 'Period'), `${check.from} – ${check.to}`, null],
        [say('截至', 'As of'), check.asOf, null],
        [say('投资顾问', 'Advisor'), `${check.advisor.name} ${check.advisor.licence}`, null],
        [say('结论', 'Verdicts'), say('合计', 'total'), verdicts.total],
        ...part(say('结论', 'Verdicts'), verdicts.byVerdict, verdict),
        ...part(say('发起与结果', 'Initiative and action'), verdicts.byAction, key => actionName(write, key)),
        ...part(say('用途', 'Purpose'), verdicts.byPurpose, key => purposeName(write, key)),
        ...part(say('代码', 'Codes'), verdicts.byCode, key => key),
        [say('建议', 'Suggestions'), say('与意见相反而接受', 'accepted against the advice'), suggestions.againstAdvice],
        ...part(say('建议', 'Suggestions'), suggestions.byState, key => suggestionStateName(write, key)),
        ...part(say('告知', 'Notices'), notices, key => noticeStateName(write, key)),
        ...part(say('测评有效期', 'Questionnaires'), book.assessment, key => write.say(STANDINGS[key] ?? key)),
        [say('本期测评', 'Assessments'), say('客户本人', 'by the client'), assessments.byClient],
        [say('本期测评', 'Assessments'), say('投资顾问代填', 'by the advisor'), assessments.byAdvisor],
        ...part(say('期末持仓', 'Holdings'), book.holdings, verdict),
        ...Object.entries(book.holdingValue).map(([key, value]) => [
          say('期末持仓市值（元）', 'Value of holdings, yuan'),
          verdict(key),
          value / FEN,
        ]),
        ...check.packs.map(({ version, verdicts: count }) => [say('规则包', 'Rule pack'), version, count]),
        [say('未设规则', 'Without a rule'), write.say('selfCheck.articlesWithoutRule'), null],
        [say('证据', 'Evidence'), say('全部', 'all'), evidence.records],
        [say('证据', 'Evidence'), say('本期', 'in the period'), evidence.inPeriod],
        [say('证据', 'Evidence'), say('问题', 'faults'), evidence.faults + evidence.differ],
        [say('证据', 'Evidence'), `${say('末端', 'end')} ${evidence.hash}`, null],
      ],
    },
  ]
}
