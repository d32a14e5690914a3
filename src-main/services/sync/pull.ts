import type { PageQuestion } from '../../domain/sync/check-page.ts'
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

interface Fetched {
  readonly question: PageQuestion
  readonly page: Page
}

/** Pulls the whole plan; the next page is fetched while the last one is applied. */
export const pull = async (
  deps: SyncDeps,
  limits: SyncLimits,
  epoch: string,
  signal: AbortSignal,
  onPage: (page: PulledPage) => void,
): Promise<void> => {
  const cursors = new Map(deps.store.read(tx => tx.sync.cursors()).map(c => [`${c.stream} ${c.tier}`, c]))
  const first = (step: PullStep): PageQuestion => {
    const known = cursors.get(`${step.stream} ${step.tier}`)
    return { ...step, epoch, after: known?.cursor ?? '', lastSeq: known?.lastSeq ?? 0 }
  }
  const rest = pullPlan().map(first)
  const fetch = async (question: PageQuestion): Promise<Fetched> => ({
    question,
    page: await fetchPage(deps, limits, question, signal),
  })
  const start = (question: PageQuestion | undefined): Promise<Fetched> | null => {
    if (question === undefined) return null
    const fetched = fetch(question)
    // a failure is met when the page is awaited, not before
    fetched.catch(() => undefined)
    return fetched
  }
  let next = start(rest.shift())
  while (next !== null) {
    const { question, page } = await next
    // lets the screens' queries in between two pages
    await breathe(deps, signal)
    const following = page.closing.more ? { ...question, after: page.closing.cursor } : rest[0]
    if (!page.closing.more) rest.shift()
    const lastSeq = lastSeqOf(page, question.lastSeq)
    next = start(page.closing.more && following !== undefined ? { ...following, lastSeq } : following)
    const result = await applyOrRepeat(deps, limits, question, page, signal)
    onPage({ stream: question.stream, tier: question.tier, result, more: page.closing.more })
  }
}

const breathe = async (deps: SyncDeps, signal: AbortSignal): Promise<void> => {
  try {
    await deps.clock.wait(0, signal)
  } catch {
    throw new UpstreamError('cancelled')
  }
}

/** Of the last line; the whole page is read when it is applied. */
const lastSeqOf = (page: Page, before: number): number => {
  const start = page.text.lastIndexOf('\n', page.text.length - 2) + 1
  const found = /"seq":(\d+)/.exec(page.text.slice(start))
  return found?.[1] === undefined ? before : Math.max(before, Number(found[1]))
}

/** A page that passed its hash but makes no sense is asked for again before the sync stops. */
const applyOrRepeat = (
  deps: SyncDeps,
  limits: SyncLimits,
  question: PageQuestion,
  page: Page,
  signal: AbortSignal,
): Promise<PageResult> =>
  withRetries(deps, limits.attempts, signal, async attempt =>
    applyPage(deps, question, attempt === 1 ? page : await fetchPage(deps, limits, question, signal)),
  )
