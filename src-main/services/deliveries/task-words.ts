import { fill } from '../../domain/text/fill.ts'
import type { DeliveryTexts } from '../../model/delivery-texts.ts'
import type { Engagement } from '../../model/engagement.ts'
import type { Task } from '../../model/task.ts'
import type { BiText } from '../../model/text.ts'

const PREFIX = 'reply-'

/** One task a report, however often its answer arrives. */
export const replyTaskId = (reportId: string): string => `${PREFIX}${reportId}`.slice(0, 64)

const answerOf = (value: string): keyof DeliveryTexts['answers'] | null => {
  if (value === 'yes' || value === 'partly' || value === 'call' || value === 'later') return value
  return null
}

/** What the client answered, in both languages; the question stays as it was asked. */
export const replyWords = ({ answers, reportId }: Engagement, texts: DeliveryTexts): BiText => {
  const { understood = '', contact = '', question = '' } = answers ?? {}
  const first = texts.answers[understood === 'no' ? 'no' : (answerOf(understood) ?? 'partly')]
  const second = texts.answers[contact === 'no' ? 'none' : (answerOf(contact) ?? 'none')]
  const asked = { zh: question === '' ? '' : `，「${question}」`, en: question === '' ? '' : `, "${question}"` }
  return fill(texts.task, { report: reportId, understood: first, contact: second, question: asked })
}

/**
 * Words of a task. One that an answer raised is its kind and the report in its id: they are made of the newest answer in
 * the language of the reader. Its kept title is what head office and other programs show.
 */
export const taskWords = (task: Task, engagements: readonly Engagement[], texts: DeliveryTexts): BiText => {
  const answered =
    task.kind === 'reply' && task.id.startsWith(PREFIX)
      ? engagements
          .filter(each => each.kind === 'answered' && replyTaskId(each.reportId) === task.id)
          .toSorted((a, b) => b.at.localeCompare(a.at))[0]
      : undefined
  return answered === undefined ? { zh: task.title, en: task.title } : replyWords(answered, texts)
}
