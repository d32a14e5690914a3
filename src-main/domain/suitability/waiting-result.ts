import type { Questionnaire } from '../../model/questionnaire.ts'

const counts = ({ held, review }: Questionnaire): boolean => held.length === 0 || review?.decision === 'released'

/**
 * The newest result of one client that waits for head office: held back, not decided on, and without later answers that
 * count. Null when nothing waits. `history` in any order.
 */
export const waitingResult = (history: readonly Questionnaire[]): Questionnaire | null => {
  const last = history
    .filter(counts)
    .map(each => each.date as string)
    .toSorted()
    .at(-1)
  return (
    history
      .filter(each => !counts(each) && each.review === null && (last === undefined || each.date >= last))
      .toSorted((a, b) => (a.date < b.date ? -1 : 1))
      .at(-1) ?? null
  )
}
