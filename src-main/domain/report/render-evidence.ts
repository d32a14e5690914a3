import type { EvidenceBody } from '../../model/evidence.ts'
import { articleName } from '../../model/format/article-name.ts'
import { maskName, maskTail } from '../../model/format/mask.ts'
import { formatCount } from '../../model/format/share.ts'
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

const PURPOSES: Readonly<Record<EvidenceBody['purpose'], string>> = {
  suggestion: 'common.suggestion',
  report: 'common.report',
  check: 'common.check',
  rejudge: 'common.reMatch',
}

const KINDS: Readonly<Record<string, string>> = {
  suitability: 'evidence.verdict',
  assessment: 'evidence.assessment',
  assessmentReturned: 'evidence.assessmentReturned',
  assessmentAbandoned: 'evidence.assessmentGivenUp',
  notice: 'evidence.notice',
}

const MARKS = {
  verified: 'evidence.verified',
  quoted: 'evidence.quoted',
  unverified: 'evidence.ruleTextNotVerified',
} as const

const minute = (at: string): string => at.slice(0, 16).replace('T', ' ')

/** The facts that decide, in one line: C3 / R4, terms and varieties of both sides. */
const factsOf = ({ client, product }: EvidenceBody, write: Writer): string => {
  const none = write.say('evidence.none')
  return [
    `${client.riskCapacity ?? none} / ${product.riskGrade ?? none}`,
    `${write.say('common.term')} ${client.term ?? none} / ${product.term ?? none}`,
    `${write.say('common.variety')} ${client.variety ?? none} / ${product.variety ?? none}`,
    ...(client.investorType === 'professional' ? [write.say('evidence.professional')] : []),
  ].join(write.say('common.comma'))
}

const ANSWERS = {
  confirmed: 'evidence.clientConfirmed',
  insisted: 'evidence.clientInsisted',
  declined: 'evidence.clientDeclined',
} as const

const articles = ({ verdict }: EvidenceBody, write: Writer): string =>
  verdict.rules.map(rule => articleName(rule.article, write.locale)).join(write.say('common.listComma'))

const underOf = (line: EvidencePrintLine, body: EvidenceBody, write: Writer): string => {
  const parts = [
    factsOf(body, write),
    write.say('evidence.assessedValidUntil', {
      assessedOn: body.dates.assessedOn ?? '—',
      validUntil: body.client.validUntil ?? '—',
    }),
    write.say('evidence.graded', { by: body.dates.gradedBy ?? '—', on: body.dates.gradedOn ?? '' }).trimEnd(),
    `${articles(body, write)} (${body.verdict.pack})`,
  ]
  if (body.wish !== undefined) parts.push(write.say('evidence.theClientSWords', { wish: body.wish }))
  if (body.answer !== null) {
    const answer = write.say(ANSWERS[body.answer.kind])
    parts.push(write.say('evidence.answer', { answer, reference: body.answer.reference || '—' }))
  }
  parts.push(`${line.id} ${line.hash.slice(0, 16)}`)
  return parts.join(write.say('common.semicolon'))
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
        { cell: kind === undefined ? line.kind : write.say(kind), tone: 'i2' },
        { cell: `${line.id} ${line.hash.slice(0, 16)}`, tone: 'i3' },
      ],
    }
  const asked = body.context.initiative === 'client' ? write.say('common.clientAsks') : write.say('evidence.advisor')
  const under = underOf(line, body, write)
  return {
    cells: [
      String(line.number),
      minute(line.at),
      el`${verdictWord(body.verdict.verdict, verdictName(write, body.verdict.verdict))}`,
      {
        cell: el`<b>${cutText(`${name} ${line.productCode ?? ''}`, 8, 74, 7)}</b> ${write.say(PURPOSES[body.purpose])} ${asked}<div class="i2">${under}</div>`,
        tone: 'w',
      },
    ],
    lines: 1 + linesOf(under, 8, UNDER_WIDTH),
  }
}

const recordsBlock = (print: EvidencePrint, write: Writer): Block =>
  tableBlock(
    {
      title: write.say('evidence.records'),
      small: write.say('evidence.oldestFirstNumbersArePlaces'),
      continued: write.say('common.continued'),
    },
    [
      { head: write.say('evidence.no'), width: 12, right: true },
      { head: write.say('evidence.timeUtc'), width: 31 },
      { head: write.say('common.verdict'), width: 26 },
      { head: write.say('evidence.productAndGrounds') },
    ],
    print.lines.map(line => rowOf(line, write)),
    { padding: 0.9 },
  )

/** Everything the client was shown or told, each text once. */
const textsBlock = (print: EvidencePrint, write: Writer): readonly Block[] => {
  // packs may say otherwise under the same id: every wording that was shown stands here
  const texts = new Map(
    print.lines.flatMap(line =>
      (line.body?.shown ?? []).map(({ id, text }) => [`${id}\n${write.text(text)}`, [id, write.text(text)]] as const),
    ),
  )
  if (texts.size === 0) return []
  const rows = [...texts.values()].map(([id = '', text = '']): Row => ({
    cells: [
      { cell: id, tone: 'i3' },
      { cell: text, tone: 'w' },
    ],
    lines: linesOf(text, 8, 138),
  }))
  return [
    tableBlock(
      { title: write.say('evidence.textsShown'), small: '', continued: write.say('common.continued') },
      [{ head: write.say('evidence.id'), width: 36 }, { head: write.say('evidence.shownText') }],
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
        const text = `${rule.source} ${rule.article}${write.say('common.colon')}${rule.text}`
        return {
          cells: [
            { cell: write.say(MARKS[rule.mark]), tone: rule.mark === 'unverified' ? 'warn' : 'i2' },
            { cell: text, tone: 'w' },
          ],
          lines: linesOf(text, 8, 138),
        }
      })
    // beside the title it would break the line of the heading
    const words = write.text(pack.disclaimer)
    const disclaimer: Row = { cells: ['', { cell: words, tone: 'w' }], lines: linesOf(words, 8, 138) }
    return tableBlock(
      {
        title: write.say('evidence.rulesCited', { version: pack.version }),
        small: '',
        continued: write.say('common.continued'),
      },
      [{ head: write.say('evidence.mark'), width: 32 }, { head: write.say('evidence.textInChinese') }],
      [...rows, disclaimer],
      { padding: 0.9 },
    )
  })

const sealBlock = (print: EvidencePrint, write: Writer): Block => {
  const last = print.lines.findLast(line => line.body !== null)?.body
  const rows: [string, string][] = [
    [
      write.say('common.client'),
      `${print.clientName === null ? '—' : maskName(print.clientName)} ${maskTail(print.clientId)}`,
    ],
    [write.say('evidence.latestLevel'), capacityName(write, last?.client.riskCapacity ?? null)],
    [
      write.say('common.chain'),
      write.say('evidence.recordsEnd', { count: formatCount(print.chain.count), hash: print.chain.hash }),
    ],
    [write.say('evidence.signingKey'), print.fingerprint],
    [write.say('evidence.checkIt'), write.say('evidence.advisorVerifyTheZipAround')],
  ]
  return {
    body: el`<section>${heading(write.say('evidence.seal'), '')}${keyValues(rows, true)}</section>`,
    height: HEADING_HEIGHT + keyValuesHeight(rows, PAGE_WIDTH, true),
  }
}

/** The printed half of a client's signed evidence: every verdict with its facts, texts, rules and marks. */
export const renderEvidence = (print: EvidencePrint, wanted: ReportSetup): FinishedReport => {
  // the other packs decide nothing here, and the footer has two lines
  const setup: ReportSetup = { ...wanted, versions: wanted.versions.slice(0, 1) }
  const write = createWriter(setup, {})
  const verdicts = print.lines.flatMap(({ body }) => (body === null ? [] : [body.verdict.verdict]))
  const count = (verdict: string): string => formatCount(verdicts.filter(each => each === verdict).length)
  const lead = write.say('evidence.recordsOfThemVerdictsMatch', {
    lines: formatCount(print.lines.length),
    verdicts: formatCount(verdicts.length),
    match: count('match'),
    mismatch: count('mismatch'),
    undetermined: count('undetermined'),
  })
  const title = write.say('evidence.suitabilityEvidence')
  const pages = paginate([
    {
      blocks: [
        titleBlock(title, lead),
        sealBlock(print, write),
        recordsBlock(print, write),
        ...textsBlock(print, write),
        ...rulesBlock(print, write),
      ],
      notes: [write.say('evidence.verdictsFollowFromTheFacts')],
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
