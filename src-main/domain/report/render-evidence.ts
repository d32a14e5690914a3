import type { EvidenceBody } from '../../model/evidence.ts'
import { maskName, maskTail } from '../../model/format/mask.ts'
import type { FinishedReport, ReportSetup } from '../../model/report/report-setup.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'
import type { Block } from './blocks/block.ts'
import { reportDocument } from './blocks/document.ts'
import { cutText, linesOf } from './blocks/measure.ts'
import { capacityName, verdictName } from './blocks/names.ts'
import { paginate } from './blocks/paginate.ts'
import { tableBlock, type Row } from './blocks/table.ts'
import { heading, HEADING_HEIGHT, keyValues, keyValuesHeight, PAGE_WIDTH, titleBlock } from './blocks/text-blocks.ts'
import { verdictWord } from './blocks/verdict.ts'
import { createWriter, type Writer } from './blocks/writer.ts'
import { el } from './markup/markup.ts'

/** One record of the chain as it prints; `body` is null for records that hold no verdict. */
export interface EvidencePrintLine {
  readonly number: number
  readonly id: string
  readonly at: string
  readonly kind: string
  readonly productCode: string | null
  readonly productName: string | null
  readonly hash: string
  readonly body: EvidenceBody | null
}

export interface EvidencePrint {
  readonly clientName: string | null
  readonly clientId: string
  readonly lines: readonly EvidencePrintLine[]
  readonly packs: readonly SuitabilityPack[]
  readonly chain: { readonly count: number; readonly hash: string }
  readonly fingerprint: string
  readonly madeAt: string
}

const PURPOSES: Readonly<Record<EvidenceBody['purpose'], readonly [string, string]>> = {
  suggestion: ['建议', 'suggestion'],
  report: ['报告', 'report'],
  check: ['核查', 'check'],
  rejudge: ['重新匹配', 're-match'],
}

const KINDS: Readonly<Record<string, readonly [string, string]>> = {
  suitability: ['适当性结论', 'verdict'],
  assessment: ['风险测评', 'assessment'],
  assessmentReturned: ['测评交还', 'assessment returned'],
  assessmentAbandoned: ['测评中止', 'assessment given up'],
  notice: ['变更告知', 'notice'],
}

const MARKS = {
  verified: ['已核对', 'verified'],
  quoted: ['引自公开文本', 'quoted'],
  unverified: ['规则文本未核对', 'rule text not verified'],
} as const

const minute = (at: string): string => at.slice(0, 16).replace('T', ' ')

/** The facts that decide, in one line: C3 / R4, terms and varieties of both sides. */
const factsOf = ({ client, product }: EvidenceBody, write: Writer): string => {
  const none = write.say('缺', 'none')
  return [
    `${client.riskCapacity ?? none} / ${product.riskGrade ?? none}`,
    `${write.say('期限', 'term')} ${client.term ?? none} / ${product.term ?? none}`,
    `${write.say('品种', 'variety')} ${client.variety ?? none} / ${product.variety ?? none}`,
    ...(client.investorType === 'professional' ? [write.say('专业投资者', 'professional')] : []),
  ].join(write.say('，', ', '))
}

const ANSWERS = {
  confirmed: ['客户确认', 'client confirmed'],
  insisted: ['客户坚持', 'client insisted'],
  declined: ['客户放弃', 'client declined'],
} as const

const underOf = (line: EvidencePrintLine, body: EvidenceBody, write: Writer): string => {
  const parts = [
    factsOf(body, write),
    write.say(
      `测评 ${body.dates.assessedOn ?? '—'}，有效至 ${body.client.validUntil ?? '—'}`,
      `assessed ${body.dates.assessedOn ?? '—'}, valid until ${body.client.validUntil ?? '—'}`,
    ),
    write.say(
      `等级 ${body.dates.gradedBy ?? '—'} ${body.dates.gradedOn ?? ''}`.trimEnd(),
      `graded ${body.dates.gradedBy ?? '—'} ${body.dates.gradedOn ?? ''}`.trimEnd(),
    ),
    `${body.verdict.rules.map(rule => rule.article).join(' ')} (${body.verdict.pack})`,
  ]
  if (body.wish !== undefined) parts.push(write.say(`客户原话：${body.wish}`, `the client's words: ${body.wish}`))
  if (body.answer !== null) {
    const [zh, en] = ANSWERS[body.answer.kind]
    parts.push(write.say(`${zh}：${body.answer.reference || '—'}`, `${en}: ${body.answer.reference || '—'}`))
  }
  parts.push(`${line.id} ${line.hash.slice(0, 16)}`)
  return parts.join(write.say('；', '; '))
}

const UNDER_WIDTH = 106

const rowOf = (line: EvidencePrintLine, write: Writer): Row => {
  const { body } = line
  const kind = KINDS[line.kind]
  const name = line.productName ?? line.productCode ?? ''
  if (body === null)
    return {
      cells: [
        String(line.number),
        minute(line.at),
        { cell: kind === undefined ? line.kind : write.say(kind[0], kind[1]), tone: 'i2' },
        { cell: `${line.id} ${line.hash.slice(0, 16)}`, tone: 'i3' },
      ],
    }
  const [zh, en] = PURPOSES[body.purpose]
  const asked =
    body.context.initiative === 'client' ? write.say('客户主动', 'client asks') : write.say('推介', 'advisor')
  const under = underOf(line, body, write)
  return {
    cells: [
      String(line.number),
      minute(line.at),
      el`${verdictWord(body.verdict.verdict, verdictName(write, body.verdict.verdict))}`,
      {
        cell: el`<b>${cutText(`${name} ${line.productCode ?? ''}`, 8, 74, 7)}</b> ${write.say(zh, en)} ${asked}<div class="i2">${under}</div>`,
        tone: 'w',
      },
    ],
    lines: 1 + linesOf(under, 8, UNDER_WIDTH),
  }
}

const recordsBlock = (print: EvidencePrint, write: Writer): Block =>
  tableBlock(
    {
      title: write.say('记录', 'Records'),
      small: write.say('按时间先后；编号为在全部证据链中的位置', 'oldest first; numbers are places in the whole chain'),
      continued: write.say('续', 'continued'),
    },
    [
      { head: write.say('编号', 'No.'), width: 12, right: true },
      { head: write.say('时间（UTC）', 'Time (UTC)'), width: 31 },
      { head: write.say('结论', 'Verdict'), width: 26 },
      { head: write.say('产品与依据', 'Product and grounds') },
    ],
    print.lines.map(line => rowOf(line, write)),
    { padding: 0.9 },
  )

/** Everything the client was shown or told, each text once. */
const textsBlock = (print: EvidencePrint, write: Writer): readonly Block[] => {
  const texts = new Map(
    print.lines.flatMap(line => (line.body?.shown ?? []).map(each => [each.id, write.text(each.text)] as const)),
  )
  if (texts.size === 0) return []
  const rows = [...texts].map(([id, text]): Row => ({
    cells: [
      { cell: id, tone: 'i3' },
      { cell: text, tone: 'w' },
    ],
    lines: linesOf(text, 8, 138),
  }))
  return [
    tableBlock(
      { title: write.say('出示的文字', 'Texts shown'), small: '', continued: write.say('续', 'continued') },
      [{ head: write.say('编号', 'Id'), width: 36 }, { head: write.say('文字', 'Text') }],
      rows,
      { padding: 0.9 },
    ),
  ]
}

const rulesBlock = (print: EvidencePrint, write: Writer): readonly Block[] =>
  print.packs.map(pack => {
    const cited = new Set(
      print.lines.flatMap(({ body }) =>
        body?.verdict.pack === pack.version ? body.verdict.rules.map(rule => rule.id) : [],
      ),
    )
    const rows = pack.rules
      .filter(rule => cited.has(rule.id))
      .map((rule): Row => {
        const text = `${rule.source} ${rule.article}：${rule.text}`
        const [zh, en] = MARKS[rule.mark]
        return {
          cells: [
            { cell: write.say(zh, en), tone: rule.mark === 'unverified' ? 'warn' : 'i2' },
            { cell: text, tone: 'w' },
          ],
          lines: linesOf(text, 8, 138),
        }
      })
    return tableBlock(
      {
        title: write.say(`引用的规则 ${pack.version}`, `Rules cited, ${pack.version}`),
        small: write.text(pack.disclaimer),
        continued: write.say('续', 'continued'),
      },
      [{ head: write.say('核对', 'Mark'), width: 32 }, { head: write.say('条文（中文）', 'Text (in Chinese)') }],
      rows,
      { padding: 0.9 },
    )
  })

const sealBlock = (print: EvidencePrint, write: Writer): Block => {
  const last = print.lines.findLast(line => line.body !== null)?.body
  const rows: [string, string][] = [
    [
      write.say('客户', 'Client'),
      `${print.clientName === null ? '—' : maskName(print.clientName)} ${maskTail(print.clientId)}`,
    ],
    [write.say('最近等级', 'Latest level'), capacityName(write, last?.client.riskCapacity ?? null)],
    [
      write.say('证据链', 'Chain'),
      write.say(
        `共 ${print.chain.count} 条，末端 ${print.chain.hash}`,
        `${print.chain.count} records, end ${print.chain.hash}`,
      ),
    ],
    [write.say('签名公钥', 'Signing key'), print.fingerprint],
    [
      write.say('核验', 'Check it'),
      write.say(
        'advisor verify <本文件所在的 ZIP>：核对签名、每条记录的哈希与次序，并用随附规则包重新判定每个结论。公钥指纹须与总部登记的一致。',
        'advisor verify <the ZIP around this file>: signature, hash and order of every record, and every verdict judged again by the packs enclosed. The fingerprint must be the one that head office holds.',
      ),
    ],
  ]
  return {
    body: el`<section>${heading(write.say('封存', 'Seal'), '')}${keyValues(rows, true)}</section>`,
    height: HEADING_HEIGHT + keyValuesHeight(rows, PAGE_WIDTH, true),
  }
}

/** The printed half of a client's signed evidence: every verdict with its facts, texts, rules and marks. */
export const renderEvidence = (print: EvidencePrint, wanted: ReportSetup): FinishedReport => {
  // the other packs decide nothing here, and the footer has two lines
  const setup: ReportSetup = { ...wanted, versions: wanted.versions.slice(0, 1) }
  const write = createWriter(setup, {})
  const verdicts = print.lines.flatMap(({ body }) => (body === null ? [] : [body.verdict.verdict]))
  const count = (verdict: string): number => verdicts.filter(each => each === verdict).length
  const lead = write.say(
    `${print.lines.length} 条记录，其中 ${verdicts.length} 个适当性结论：匹配 ${count('match')}、不匹配 ${count('mismatch')}、无法判定 ${count('undetermined')}。`,
    `${print.lines.length} records, of them ${verdicts.length} verdicts: ${count('match')} match, ${count('mismatch')} mismatch, ${count('undetermined')} undetermined.`,
  )
  const title = write.say('适当性证据', 'Suitability evidence')
  const pages = paginate([
    {
      blocks: [
        titleBlock(title, lead),
        sealBlock(print, write),
        recordsBlock(print, write),
        ...textsBlock(print, write),
        ...rulesBlock(print, write),
      ],
      notes: [
        write.say(
          '结论依据所列日期的事实与规则包自动得出，不构成法律意见。标注“规则文本未核对”的条文须以官方文本为准。',
          'Verdicts follow from the facts and the pack of the day; no legal advice. Rules marked as not verified must be checked against the official text.',
        ),
      ],
    },
  ])
  return reportDocument(setup, {
    title,
    subject: [
      print.clientName === null
        ? maskTail(print.clientId)
        : `${maskName(print.clientName)} ${maskTail(print.clientId)}`,
    ],
    asOf: setup.date,
    pages,
    statements: [lead],
  })
}
