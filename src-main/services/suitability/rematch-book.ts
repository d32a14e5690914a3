import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import { rematch, type JudgedState, type RematchNotice } from '../../domain/suitability/rematch.ts'
import type { RematchRun } from '../../model/judged-snapshot.ts'
import type { RematchCause } from '../../model/notice.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { bookState, heldProducts } from './book-state.ts'
import { readSnapshot, snapshotOf, stateOfSnapshot } from './judged-snapshot.ts'
import { queueNotices } from './queue-notices.ts'

const causesOf = (notices: readonly RematchNotice[]): Partial<Record<RematchCause, number>> => {
  const counts: Partial<Record<RematchCause, number>> = {}
  for (const { causes } of notices) for (const cause of causes) counts[cause] = (counts[cause] ?? 0) + 1
  return counts
}

const runOf = (notices: readonly RematchNotice[], state: JudgedState, holdings: number, at: string): RematchRun => ({
  at,
  date: state.context.date,
  pack: state.pack.version,
  holdings,
  changed: notices.length,
  worse: notices.filter(each => each.worse).length,
  better: notices.filter(each => each.before?.verdict !== 'match' && each.now.verdict === 'match').length,
  causes: causesOf(notices),
})

/**
 * Judges every holding again and compares with the last judging: what ceased to fit joins the queue of notices, what fits
 * again, or is held no more, leaves it. The very first judging has nothing to compare with and queues nothing.
 */
export const rematchBook = (
  workspace: Workspace,
  made: { readonly at: string; readonly id: () => string },
): RematchRun | null => {
  const { rules } = workspace
  const today = workspace.today()
  const pack = packInForce(rules.suitability, today)
  if (pack === null) return null
  const book = workspace.book()
  const now = bookState(book, today, pack)
  const held = heldProducts(book)
  const snapshot = workspace.store.read(readSnapshot)
  const before = snapshot === null ? null : stateOfSnapshot(snapshot, rules.suitabilityKnown)
  const notices = before === null ? [] : rematch(held, before, now)
  const run = runOf(notices, now, held.length, made.at)
  const lastChange = notices.length > 0 ? run : (snapshot?.lastChange ?? null)
  workspace.store.write(tx => {
    queueNotices(tx, { book, state: now, notices, made })
    tx.keepJudged(made.at, snapshotOf(now, run, lastChange))
  }, 'page')
  return run
}
