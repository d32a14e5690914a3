import type { Courier } from '../deliveries/courier.ts'
import { autoSync } from '../sync/auto-sync.ts'
import type { SyncRunner } from '../workspace/sync-runner.ts'
import { warmUp } from '../workspace/warm-up.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { readConnection } from './connection.ts'
import type { SessionParts } from './session-parts.ts'

/** What an open book does by itself until the signal comes: deliveries, getting ready for the first questions, syncs. */
export const runSchedule = (
  {
    workspace,
    runner,
    courier,
  }: { readonly workspace: Workspace; readonly runner: SyncRunner; readonly courier: Courier },
  { clock, chance, log }: Pick<SessionParts, 'clock' | 'chance' | 'log'>,
  signal: AbortSignal,
  failed = 0,
): void => {
  void courier.watch()
  void warmUp(workspace, clock, signal).catch(log)
  if (workspace.demo) return
  const run = async (): Promise<boolean> => {
    // not enrolled yet: nothing to do, and no failure
    if (readConnection(workspace.store) === null) return true
    const end = await runner.run()
    await courier.run()
    // who cancelled it does not want it back in a minute
    return end.state !== 'stopped'
  }
  void autoSync({ clock, chance, run, planned: ms => runner.planned(ms) }, signal, failed)
}
