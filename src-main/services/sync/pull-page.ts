import { checkChange } from '../../domain/sync/check-change.ts'
import { checkClosing, orderCheck, type PageFault, type PageQuestion } from '../../domain/sync/check-page.ts'
import { pendingOverlay } from '../../domain/sync/keep-pending.ts'
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

const checkLine = (question: PageQuestion, line: string): CheckedChange => {
  let parsed: unknown
  try {
    parsed = JSON.parse(line)
  } catch {
    parsed = null
  }
  const change = checkChange(question.stream, parsed)
  if (change === null) throw new UpstreamError('pageDamaged', { stream: question.stream })
  return change
}

/**
 * The changes of a page, each made when it is asked for: none of them lives longer than its own insert, which spares the collector.
 * Throws as soon as the page is seen not to be the next one.
 */
export function* readChanges(question: PageQuestion, { lines, closing }: Page): Generator<CheckedChange> {
  const order = orderCheck(question, closing)
  for (const line of lines()) {
    const change = checkLine(question, line)
    const fault = order.next(change)
    if (fault !== null) throw faultError(fault)
    yield change
  }
  const fault = order.end()
  if (fault !== null) throw faultError(fault)
}

function* withPending(
  changes: Iterable<CheckedChange>,
  overlay: (change: CheckedChange) => CheckedChange | null,
): Generator<CheckedChange> {
  for (const change of changes) {
    const kept = overlay(change)
    if (kept !== null) yield kept
  }
}

/** One transaction: rows, cursor and rejects. Nothing is written when the page is not the next one. */
export const applyPage = (deps: SyncDeps, question: PageQuestion, page: Page): PageResult => {
  const { cursor, more } = page.closing
  const { stream, tier } = question
  const at = deps.clock.now()
  return deps.store.write(tx => {
    const overlay = pendingOverlay(stream, tx.sync.waiting())
    const all = readChanges(question, page)
    const changes = overlay === null ? all : withPending(all, overlay)
    return tx.sync.applyPage({ stream, tier, changes, cursor, more, at })
  }, 'page')
}
