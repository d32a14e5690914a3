import type { AccountReport } from '../../../model/report/account-report.ts'
import { el, joined, type Part } from '../markup/markup.ts'
import { PT, type Block, type Chapter } from '../blocks/block.ts'
import { definitionsBlock } from '../blocks/definitions.ts'
import { linesOf } from '../blocks/measure.ts'
import {
  heading,
  HEADING_HEIGHT,
  keyValues,
  keyValuesHeight,
  listBlock,
  sideBySide,
  titleBlock,
} from '../blocks/text-blocks.ts'
import type { Writer } from '../blocks/writer.ts'

const PACKS: Readonly<Record<string, readonly [string, string]>> = {
  suitability: ['适当性规则', 'Suitability'],
  segments: ['客群规则', 'Segments'],
  stress: ['压力情景', 'Stress'],
  conclusions: ['结论规则', 'Conclusions'],
  definitions: ['口径', 'Definitions'],
}

const packName = (name: string, write: Writer): string => {
  const pair = PACKS[name]
  return pair === undefined ? name : write.say(pair[0], pair[1])
}

const versionsBlock = (report: AccountReport, write: Writer): Block => {
  const { closing } = report
  const { advisor } = write.setup
  const rows: [string, string][] = [
    [write.say('报告编号', 'Report'), write.setup.reportId],
    [write.say('数据截至', 'Data as of'), closing.dataAsOf],
    ...closing.versions.map((v): [string, string] => [packName(v.name, write), v.version]),
    ...(closing.inputHash === null
      ? []
      : [['SHA-256', `${closing.inputHash.slice(0, 32)} ${closing.inputHash.slice(32)}`] as [string, string]]),
    [write.say('投资顾问', 'Advisor'), `${advisor.name}${write.say('，执业编号 ', ', licence ')}${advisor.licence}`],
  ]
  return {
    body: el`<section>${heading(write.say('版本', 'Versions'), '')}${keyValues(rows)}</section>`,
    height: HEADING_HEIGHT + keyValuesHeight(rows, 85),
  }
}

/** Square of the QR code, and the width of a line of the form beside it and without it, in mm. */
const QR_MM = 24
const BESIDE_MM = 37
const ALONE_MM = 74

/** Link, QR code and code of the page where the same report can be answered. */
const onlinePart = (write: Writer): Part => {
  const { reply } = write.setup
  if (reply == null) return ''
  const { qr, url, accessCode, until } = reply
  return el`<div class="online"><svg viewBox="${`0 0 ${qr.size} ${qr.size}`}" role="img" aria-label="${write.say('反馈页二维码', 'QR code of the reply page')}"><path d="${qr.path}" fill="currentColor" /></svg><div><b>${write.say('扫码或打开链接回答三个问题', 'Scan or open the link: three questions')}</b><span class="url">${url}</span><span>${write.say('访问码', 'Code')} <b>${accessCode}</b></span><span>${write.say(`有效至 ${until}`, `Good until ${until}`)}</span></div></div>`
}

const replyBlock = (report: AccountReport, write: Writer): Block => {
  const isOnline = write.setup.reply != null
  const replies = report.closing.replies.map(r => write.text(r.text))
  const rows = Math.ceil(replies.length / 2)
  const lines = rows === 0 ? 0 : Math.max(...replies.map(r => linesOf(r, 8.5, isOnline ? BESIDE_MM : ALONE_MM)))
  const form = 1.6 + 5.5 + rows * (lines * 13 * PT + 1.6) + 9
  return {
    body: el`<section>${heading(write.say('您的回复', 'Your reply'), write.say('勾选并签名后交还投资顾问', 'tick, sign and hand back to the advisor'))}<div class="${isOnline ? 'reply-row' : ''}"><div class="reply">${joined(replies.map(r => el`<div><i class="sq"></i>${r}</div>`))}<div class="sign">${write.say('签名', 'Signature')}</div><div class="sign">${write.say('日期', 'Date')}</div></div>${onlinePart(write)}</div></section>`,
    height: HEADING_HEIGHT + Math.max(form, isOnline ? QR_MM + 1.6 : 0),
  }
}

/** B11 and the appendix of definitions. */
export const closingChapter = (report: AccountReport, write: Writer): Chapter => {
  const { closing } = report
  const notice = closing.riskNotice.map(t => write.text(t))
  const declarations = closing.declarations.map(t => write.text(t))
  const basis = closing.basis.map(t => write.text(t))
  return {
    blocks: [
      titleBlock(write.say('风险揭示与声明', 'Risk notice and declarations'), ''),
      ...(notice.length === 0 ? [] : [{ ...listBlock(write.say('风险揭示', 'Risk notice'), '', notice), near: true }]),
      ...(declarations.length === 0 ? [] : [listBlock(write.say('声明', 'Declarations'), '', declarations)]),
      sideBySide(
        [85, 85],
        [
          listBlock(
            write.say('依据', 'Basis'),
            '',
            basis.length === 0 ? [write.say('见口径附录。', 'See the appendix.')] : basis,
            85,
          ),
          versionsBlock(report, write),
        ],
      ),
      ...(closing.replies.length === 0 ? [] : [replyBlock(report, write)]),
      definitionsBlock(report.definitions, write),
    ],
    notes: write.setup.firm.notice === null ? [] : [write.setup.firm.notice],
  }
}
