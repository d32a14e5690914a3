import type { ClosingLine } from '../../model/change.ts'
import type { CheckedChange } from '../../model/checked-change.ts'
import type { PullStep } from './pull-plan.ts'

export type PageFault =
  'anotherQuestion' | 'anotherEpoch' | 'wrongCount' | 'notAscending' | 'alreadySeen' | 'standsStill'

export interface PageQuestion extends PullStep {
  readonly after: string
  readonly epoch: string
  /** Highest sequence number applied for this stream and tier; 0 before the first page. */
  readonly lastSeq: number
}

/** Whether the closing line answers the question that was asked; null when it does. */
export const checkClosing = (question: PageQuestion, closing: ClosingLine): PageFault | null => {
  if (closing.epoch !== question.epoch) return 'anotherEpoch'
  if (closing.stream !== question.stream || closing.tier !== question.tier || closing.after !== question.after)
    return 'anotherQuestion'
  if (closing.more && closing.cursor === question.after) return 'standsStill'
  return null
}

/** Whether the changes are the next ones: as many as promised, ascending, none at or before the last one applied. */
export const checkOrder = (
  question: PageQuestion,
  closing: ClosingLine,
  changes: readonly CheckedChange[],
): PageFault | null => {
  if (closing.count !== changes.length) return 'wrongCount'
  let last = question.lastSeq
  for (const [index, change] of changes.entries()) {
    if (change.seq <= last) return index === 0 ? 'alreadySeen' : 'notAscending'
    last = change.seq
  }
  return null
}
