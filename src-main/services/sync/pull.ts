import type { PageQuestion } from '../../domain/sync/check-page.ts'
import type { HeadOfficeStatus } from '../../model/head-office-status.ts'
import { pullPlan, type PullStep } from '../../domain/sync/pull-plan.ts'
import type { PageResult } from '../ports/sync-tables.ts'
import { UpstreamError, type Page } from '../ports/upstream.ts'
import { applyPage, fetchPage } from './pull-page.ts'
import type { SyncDeps, SyncLimits } from './sync-deps.ts'
import { withRetries } from './with-retries.ts'

export interface PulledPage extends PullStep {
  readonly result: PageResult
  readonly more: boolean
}

/** Hears how far a pull is. */
export interface PullListener {
  addPage(page: PulledPage): void
  addKnown(steps: readonly PullStep[]): void
}

/**
 * Pulls the whole plan in its order. While one page is applied the next ones are on their way: the following page of the stream and
 * the first pages of the streams after it, so that a sync that brings little does not wait for fifty answers one after the other.
 */
export const pull = async (
  deps: SyncDeps,
  limits: SyncLimits,
  { epoch, heads }: Pick<HeadOfficeStatus, 'epoch' | 'heads'>,
  signal: AbortSignal,
  { addPage: onPage, addKnown }: PullListener,
): Promise<void> => {
  const failed = new AbortController()
  const fetching = AbortSignal.any([signal, failed.signal])
  const fetch = (question: PageQuestion): Promise<Page> => {
    const page = fetchPage(deps, limits, question, fetching)
    // a failure is met when the page is awaited, not before
    page.catch(() => undefined)
    return page
  }
  const steps = firstQuestions(deps, epoch, heads)
  addKnown(steps.filter(step => step.isKnown).map(step => step.question))
  const rest = steps.filter(step => !step.isKnown).map(step => step.question)
  const ahead: { readonly question: PageQuestion; readonly page: Promise<Page> }[] = []
  const lookAhead = (): void => {
    for (;;) {
      const [question] = rest
      if (question === undefined) return
      if (ahead.length >= (question.after === '' ? limits.lookAhead : limits.lookFarAhead)) return
      rest.shift()
      ahead.push({ question, page: fetch(question) })
    }
  }
  try {
    for (lookAhead(); ahead.length > 0; lookAhead()) {
      const next = ahead.shift()
      if (next !== undefined) await pullStream(deps, limits, next.question, next.page, signal, fetch, onPage)
    }
  } finally {
    failed.abort()
  }
}

const nameOf = ({ stream, tier }: { readonly stream: string; readonly tier: number | null }): string =>
  `${stream} ${tier}`

/** Where each step of the plan begins, and whether head office's newest row of it is here already. */
const firstQuestions = (
  { store }: SyncDeps,
  epoch: string,
  heads: HeadOfficeStatus['heads'],
): { readonly question: PageQuestion; readonly isKnown: boolean }[] => {
  const cursors = new Map(store.read(tx => tx.sync.cursors()).map(c => [nameOf(c), c]))
  const newest = new Map(heads?.map(head => [nameOf(head), head.seq]))
  return pullPlan().map(step => {
    const known = cursors.get(nameOf(step))
    const question = { ...step, epoch, after: known?.cursor ?? '', lastSeq: known?.lastSeq ?? 0 }
    const isKnown = heads !== null && known?.completedAt != null && (newest.get(nameOf(step)) ?? 0) === known.lastSeq
    return { question, isKnown }
  })
}

/** All pages of one stream and tier. */
const pullStream = async (
  deps: SyncDeps,
  limits: SyncLimits,
  first: PageQuestion,
  firstPage: Promise<Page>,
  signal: AbortSignal,
  fetch: (question: PageQuestion) => Promise<Page>,
  onPage: (page: PulledPage) => void,
): Promise<void> => {
  let question = first
  let coming: Promise<Page> | null = firstPage
  while (coming !== null) {
    const page: Page = await coming
    await breathe(deps, signal)
    // asked before this page is applied; given up when another page took its place
    const ahead: Promise<Page> | null = page.closing.more ? fetch({ ...question, after: page.closing.cursor }) : null
    const applied = await applyOrRepeat(deps, limits, question, page, signal)
    const { cursor: after, more } = applied.page.closing
    onPage({ stream: question.stream, tier: question.tier, result: applied.result, more })
    question = { ...question, after, lastSeq: Math.max(question.lastSeq, applied.result.lastSeq) }
    coming = !more ? null : applied.page === page ? ahead : fetch(question)
  }
}

/** Lets the screens' queries in between two pages, and the windows themselves while somebody works there. */
const breathe = async (deps: SyncDeps, signal: AbortSignal): Promise<void> => {
  try {
    await deps.clock.wait(deps.rest?.() ?? 0, signal)
  } catch {
    throw new UpstreamError('cancelled')
  }
}

/** A page that passed its hash but makes no sense is asked for again before the sync stops. */
const applyOrRepeat = (
  deps: SyncDeps,
  limits: SyncLimits,
  question: PageQuestion,
  page: Page,
  signal: AbortSignal,
): Promise<{ readonly result: PageResult; readonly page: Page }> =>
  withRetries(deps, limits.attempts, signal, async attempt => {
    const used = attempt === 1 ? page : await fetchPage(deps, limits, question, signal)
    return { result: applyPage(deps, question, used), page: used }
  })
