import { checkChange } from '../../domain/sync/check-change.ts'
import { checkClosing, checkOrder, type PageFault, type PageQuestion } from '../../domain/sync/check-page.ts'
import { keepPending } from '../../domain/sync/keep-pending.ts'
import type { CheckedChange } from '../../model/checked-change.ts'
import type { PageResult } from '../ports/sync-tables.ts'
import { UpstreamError, type Page } from '../ports/upstream.ts'
import { pageRowsOf, type SyncDeps, type SyncLimits } from './sync-deps.ts'
import { withRetries } from './with-retries.ts'

const faultError = (fault: PageFault): UpstreamError =>
  fault === 'anotherEpoch' ? new UpstreamError('cursorUnknown') : new UpstreamError('pageOutOfOrder', { fault })

/** Asks until a page comes whose closing line fits the question; a slow or too large answer is asked for in smaller pages. */
export const fetchPage = (
  deps: SyncDeps,
  limits: SyncLimits,
  question: PageQuestion,
  signal: AbortSignal,
): Promise<Page> => {
  let limit = pageRowsOf(limits, question.stream)
  return withRetries(deps, limits.attempts, signal, async () => {
    try {
      const page = await deps.upstream.changes({ ...question, limit }, signal)
      const fault = checkClosing(question, page.closing)
      if (fault !== null) throw faultError(fault)
      return page
    } catch (error) {
      if (error instanceof UpstreamError && error.code === 'timedOut') limit = Math.max(50, Math.floor(limit / 4))
      throw error
    }
  })
}

/** The lines of a page; null when one of them is not a change line. */
export const readChanges = (question: PageQuestion, text: string): readonly CheckedChange[] | null => {
  const changes: CheckedChange[] = []
  let start = 0
  while (start < text.length) {
    const end = text.indexOf('\n', start)
    if (end < 0) return null
    const change = checkLine(question, text.slice(start, end))
    if (change === null) return null
    changes.push(change)
    start = end + 1
  }
  return changes
}

const checkLine = (question: PageQuestion, line: string): CheckedChange | null => {
  try {
    return checkChange(question.stream, JSON.parse(line))
  } catch {
    return null
  }
}

/** One transaction: rows, cursor and rejects. Throws before anything is written when the page is not the next one. */
export const applyPage = (deps: SyncDeps, question: PageQuestion, page: Page): PageResult => {
  const changes = readChanges(question, page.text)
  if (changes === null) throw new UpstreamError('pageDamaged', { stream: question.stream })
  const fault = checkOrder(question, page.closing, changes)
  if (fault !== null) throw faultError(fault)
  const { cursor, more } = page.closing
  const at = deps.clock.now()
  return deps.store.write(tx => {
    const kept = keepPending(question.stream, changes, tx.sync.waiting())
    return tx.sync.applyPage({ stream: question.stream, tier: question.tier, changes: kept, cursor, more, at })
  }, 'page')
}
