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

/** Follows the changes of a page as they are read. */
export interface OrderCheck {
  /** Null when the change is the next one. */
  next(change: CheckedChange): PageFault | null
  /** Null when as many came as the closing line promised. */
  end(): PageFault | null
}

/** The changes must ascend, begin after the last one applied, and be as many as promised. */
export const orderCheck = (question: PageQuestion, closing: ClosingLine): OrderCheck => {
  let count = 0
  let last = question.lastSeq
  return {
    next({ seq }) {
      if (seq <= last) return count === 0 ? 'alreadySeen' : 'notAscending'
      last = seq
      count++
      return null
    },
    end: () => (count === closing.count ? null : 'wrongCount'),
  }
}
