import { EventPublisher } from '@orpc/server'
import type { SyncConflict, SyncProgress } from '../contract/sync.ts'
import type { EnrolledDevice } from '../model/head-office-status.ts'
import { diagnostics } from '../services/sync/diagnostics.ts'
import type { ReadTx } from '../services/ports/store.ts'
import { resolveConflict } from '../services/sync/resolve-conflict.ts'
import { syncStatus } from '../services/workspace/sync-status.ts'
import type { Implementer } from './context.ts'
import { desktopOf, type ApiDeps } from './deps.ts'

/** The steps of one sync as a stream that ends with its outcome. */
async function* stepsOf({ session, events }: ApiDeps): AsyncGenerator<SyncProgress> {
  const steps = new EventPublisher<{ step: SyncProgress }>()
  const unsubscribe = events.subscribe('app', event => {
    if (event.kind === 'sync') steps.publish('step', event.progress)
  })
  const stop = new AbortController()
  try {
    const queue = steps.subscribe('step', { signal: stop.signal })
    const end = session.sync().finally(() => stop.abort())
    end.catch(() => undefined)
    try {
      for await (const step of queue) yield step
    } catch (reason) {
      if (!stop.signal.aborted) throw reason
    }
    yield await end
  } finally {
    unsubscribe()
  }
}

const PATIENCE_MS = 20_000

const devicesOf = async ({ session }: ApiDeps): Promise<EnrolledDevice[]> => [
  ...(await session.askOffice(upstream => upstream.devices(AbortSignal.timeout(PATIENCE_MS)))),
]

const nameOf = (tx: ReadTx, clientId: string | null): string | null =>
  clientId === null ? null : (tx.clients.byKey(clientId)?.name ?? null)

const diagnosticsOf = ({ session }: ApiDeps): string => {
  const { workspace, runner } = session.opened()
  return JSON.stringify(diagnostics(workspace.store, runner.progress, session.version), null, 2)
}

const conflictsOf = ({ session }: ApiDeps): SyncConflict[] =>
  session
    .opened()
    .workspace.store.read(tx =>
      tx.sync
        .conflicts()
        .map(({ entryId: _entryId, ...conflict }) => ({ ...conflict, clientName: nameOf(tx, conflict.clientId) })),
    )

export const syncApi = (os: Implementer['sync'], deps: ApiDeps) => {
  const { session } = deps
  return {
    status: os.status.handler(() => syncStatus(session.opened())),
    run: os.run.handler(() => stepsOf(deps)),
    devices: os.devices.handler(() => devicesOf(deps)),
    revokeDevice: os.revokeDevice.handler(async ({ input }) => {
      await session.askOffice(upstream => upstream.revokeDevice(input.id, AbortSignal.timeout(PATIENCE_MS)))
      return devicesOf(deps)
    }),
    cancel: os.cancel.handler(() => {
      session.opened().runner.cancel()
      return {}
    }),
    rejects: os.rejects.handler(({ input }) =>
      session
        .opened()
        .workspace.store.read(tx =>
          tx.sync.rejects(input.limit).map(({ stream, key, reason, row, at }) => ({ stream, key, reason, row, at })),
        ),
    ),
    outbox: os.outbox.handler(() =>
      session.opened().workspace.store.read(tx =>
        tx.sync.outbox().map(({ entry, state, reason, answeredAt }) => ({
          id: entry.id,
          kind: entry.kind,
          clientName: nameOf(tx, 'clientId' in entry ? entry.clientId : entry.row.clientId),
          madeAt: entry.madeAt,
          answeredAt,
          state: state === 'duplicate' ? ('applied' as const) : state,
          reason,
        })),
      ),
    ),
    conflicts: os.conflicts.handler(() => conflictsOf(deps)),
    resolveConflict: os.resolveConflict.handler(({ input }) => {
      session.opened().workspace.store.write(tx => resolveConflict(tx, input.id, input.resolution, deps))
      return conflictsOf(deps)
    }),
    diagnostics: os.diagnostics.handler(() => diagnosticsOf(deps)),
    saveDiagnostics: os.saveDiagnostics.handler(async () => {
      const day = deps.clock.now().slice(0, 10)
      const bytes = new TextEncoder().encode(diagnosticsOf(deps))
      return { path: await desktopOf(deps).saveFile(`advisor-diagnostics-${day}.json`, 'json', bytes) }
    }),
    networkBack: os.networkBack.handler(() => {
      session.networkBack()
      return {}
    }),
  }
}
