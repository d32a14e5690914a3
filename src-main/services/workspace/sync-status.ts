import type { SyncStatus } from '../../contract/sync.ts'
import { StreamName } from '../../model/stream.ts'
import { keptView } from '../kept/kept-view.ts'
import { readConnection } from '../session/connection.ts'
import type { SyncRunner } from './sync-runner.ts'
import type { Workspace } from './workspace.ts'

/** Rows of every stream; counting a whole book takes a while, so the numbers are kept until something is written. */
const rowCounts = (workspace: Workspace): SyncStatus['counts'] =>
  keptView(workspace, {
    name: 'counts',
    depends: null,
    make: () => {
      const rows = new Map<string, number>()
      for (const each of workspace.store.read(tx => tx.sync.rowCounts()))
        rows.set(each.stream, (rows.get(each.stream) ?? 0) + each.rows)
      return StreamName.options.map(stream => ({ stream, rows: rows.get(stream) ?? 0 }))
    },
  })

/** What the sync screen and the title bar show. */
export const syncStatus = ({
  workspace,
  runner,
}: {
  readonly workspace: Workspace
  readonly runner: SyncRunner
}): SyncStatus => {
  const connection = readConnection(workspace.store)
  const counts = rowCounts(workspace)
  const dataDate = workspace.dataDate()
  return workspace.store.read(tx => {
    const last = tx.settings.get('lastSyncAt')
    const outbox = tx.sync.outboxCounts()
    // what was just written lies in the log until it is moved into the file
    const { bytes, walBytes } = workspace.store.size()
    return {
      progress: runner.progress,
      lastSyncAt: typeof last === 'string' ? last : null,
      enrolled: connection !== null,
      url: connection?.url ?? null,
      outbox: outbox.waiting,
      refused: outbox.rejected,
      rejects: tx.sync.rejectCount(),
      conflicts: tx.sync.conflicts().filter(conflict => conflict.resolution === 'open').length,
      storageBytes: bytes + walBytes,
      dataDate,
      counts,
      tiers: tx.sync.tierCounts(),
    }
  })
}
