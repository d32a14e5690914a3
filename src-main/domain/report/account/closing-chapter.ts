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

const PACKS: Readonly<Record<string, string>> = {
  suitability: 'accountClosing.suitability',
  segments: 'accountClosing.segments',
  stress: 'accountClosing.stress',
  conclusions: 'accountClosing.conclusions',
  definitions: 'common.definitions',
}

const packName = (name: string, write: Writer): string => {
  const key = PACKS[name]
  return key === undefined ? name : write.say(key)
}

const versionsBlock = (report: AccountReport, write: Writer): Block => {
  const { closing } = report
  const { advisor } = write.setup
  const rows: [string, string][] = [
    [write.say('accountClosing.report'), write.setup.reportId],
    [write.say('accountClosing.dataAsOf'), closing.dataAsOf],
    ...closing.versions.map((v): [string, string] => [packName(v.name, write), v.version]),
    [write.say('accountClosing.reportTexts'), write.setup.pack.version],
    ...(closing.inputHash === null
      ? []
      : [['SHA-256', `${closing.inputHash.slice(0, 32)} ${closing.inputHash.slice(32)}`] as [string, string]]),
    [write.say('accountClosing.advisor'), `${advisor.name}${write.say('accountClosing.licence')}${advisor.licence}`],
  ]
  return {
    body: el`<section>${heading(write.say('accountClosing.versions'), '')}${keyValues(rows)}</section>`,
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
  return el`<div class="online"><svg viewBox="${`0 0 ${qr.size} ${qr.size}`}" role="img" aria-label="${write.say('accountClosing.qrCodeOfTheReply')}"><path d="${qr.path}" fill="currentColor" /></svg><div><b>${write.say('accountClosing.scanOrOpenTheLink')}</b><span class="url">${url}</span><span>${write.say('accountClosing.code')} <b>${accessCode}</b></span><span>${write.say('accountClosing.goodUntil', { until })}</span></div></div>`
}

const replyBlock = (report: AccountReport, write: Writer): Block => {
  const isOnline = write.setup.reply != null
  const replies = report.closing.replies.map(r => write.text(r.text))
  const rows = Math.ceil(replies.length / 2)
  const lines = rows === 0 ? 0 : Math.max(...replies.map(r => linesOf(r, 8.5, isOnline ? BESIDE_MM : ALONE_MM)))
  const form = 1.6 + 5.5 + rows * (lines * 13 * PT + 1.6) + 9
  return {
    body: el`<section>${heading(write.say('accountClosing.yourReply'), write.say('accountClosing.tickSignAndHandBack'))}<div class="${isOnline ? 'reply-row' : ''}"><div class="reply">${joined(replies.map(r => el`<div><i class="sq"></i>${r}</div>`))}<div class="sign">${write.say('accountClosing.signature')}</div><div class="sign">${write.say('accountClosing.date')}</div></div>${onlinePart(write)}</div></section>`,
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
      titleBlock(write.say('accountClosing.riskNoticeAndDeclarations'), ''),
      ...(notice.length === 0
        ? []
        : [{ ...listBlock(write.say('accountClosing.riskNotice'), '', notice), near: true }]),
      ...(declarations.length === 0 ? [] : [listBlock(write.say('accountClosing.declarations'), '', declarations)]),
      sideBySide(
        [85, 85],
        [
          listBlock(
            write.say('accountClosing.basis'),
            '',
            basis.length === 0 ? [write.say('accountClosing.seeTheAppendix')] : basis,
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
