import type { NoticeLine } from '../../contract/suitability.ts'
import { Notice } from '../../model/notice.ts'
import type { NoticeTexts } from '../../model/notice-texts.ts'
import type { BiText } from '../../model/text.ts'
import { readConnection } from '../session/connection.ts'
import { composedFindings } from '../wording/outgoing-findings.ts'
import type { Workspace } from '../workspace/workspace.ts'

const LISTED = 5000

type Language = keyof BiText

const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')

const letterOf = (
  notice: Notice,
  values: Readonly<Record<string, string>>,
  texts: NoticeTexts,
  language: Language,
): string => {
  const lines = notice.holdings.map(line =>
    filled(texts.line[language], {
      name: line.name,
      code: line.code,
      comparison: line.comparison[language],
      causes: line.causes.map(cause => texts.causes[cause][language]).join(language === 'zh' ? '、' : ', '),
    }),
  )
  return filled(texts.letter[language], { ...values, date: notice.date, lines: lines.join('\n') })
}

/** Writes letters in both languages; what they share is read once. */
export const letterWriter = (workspace: Workspace): ((notice: Notice) => BiText) => {
  const connection = readConnection(workspace.store)
  const { noticeTexts } = workspace.rules
  const { byId } = workspace.book()
  const signed = { advisor: connection?.advisor ?? '—', licence: connection?.licence ?? '—' }
  return notice => {
    const values = { ...signed, client: byId.get(notice.clientId)?.client.name ?? notice.clientId }
    return {
      zh: letterOf(notice, values, noticeTexts, 'zh'),
      en: letterOf(notice, values, noticeTexts, 'en'),
    }
  }
}

/**
 * Wording findings of the letter; it goes to nobody while there is one. Rules see one line at a time and letters share
 * most of theirs, so `seen` keeps what was found in each.
 */
export const letterFindings = (
  workspace: Workspace,
  letter: BiText,
  seen = new Map<string, readonly string[]>(),
): readonly string[] =>
  `${letter.zh}\n${letter.en}`.split('\n').flatMap(line => {
    const known = seen.get(line)
    if (known !== undefined) return known
    const found = composedFindings([line], workspace.rules.wording).map(finding => finding.text)
    seen.set(line, found)
    return found
  })

/** Every notice with its letter and the findings in it, those that wait first. */
export const noticeLines = (workspace: Workspace): NoticeLine[] => {
  const seen = new Map<string, readonly string[]>()
  const write = letterWriter(workspace)
  const { byId } = workspace.book()
  return workspace.store
    .read(tx => tx.notices.all(LISTED))
    .flatMap(record => Notice.safeParse(record.body).data ?? [])
    .toSorted((a, b) => Number(b.state === 'queued') - Number(a.state === 'queued'))
    .map(notice => {
      const letter = write(notice)
      return {
        notice,
        clientName: byId.get(notice.clientId)?.client.name ?? notice.clientId,
        letter,
        findings: [...letterFindings(workspace, letter, seen)],
      }
    })
}
