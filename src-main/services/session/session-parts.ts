import type { SyncProgress } from '../../contract/sync.ts'
import type { DeliveryTools } from '../deliveries/delivery-tools.ts'
import type { Chance, Clock } from '../ports/clock.ts'
import type { ConnectUpstream, DemoOffice } from '../ports/opening.ts'
import type { Signing } from '../ports/signing.ts'
import type { Rules } from '../rules/rules.ts'
import type { Restoring } from '../vault/restore.ts'
import type { Vault } from '../vault/vault.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { SyncDeps } from '../sync/sync-deps.ts'

/** What a session is put together from. */
export interface SessionParts {
  readonly vault: Vault
  readonly connect: ConnectUpstream
  readonly office: DemoOffice
  readonly rules: Rules
  readonly clock: Clock
  readonly chance: Chance
  readonly signing: Signing
  readonly deliveries: DeliveryTools
  readonly version: string
  /** What computes the answers, see `WorkspaceParts`. */
  readonly maker: string
  /** Whether an enrolled book syncs by itself; the command line does so only when asked. */
  readonly autoSync: boolean
  readonly rest?: SyncDeps['rest']
  readonly tellSync: (progress: SyncProgress) => void
  readonly tellSession: () => void
  /** Work that goes on while a book is open, such as batches. */
  readonly begun: (workspace: Workspace) => void
  readonly leaving: () => void
  readonly tellChanged: (tables: ReadonlySet<string>) => void
  /** Puts the files of a damaged book into a folder of their own and says where. */
  readonly moveBookAside: () => string
  /** `leave` is asked once the backup is known to be good. */
  readonly restoreBook: (file: Restoring) => Promise<unknown>
  /** Puts a restore that was broken off to its end. */
  readonly finishRestore: () => void
  readonly backupBook: (folder: string, passcode: string) => Promise<{ readonly path: string; readonly bytes: number }>
  /** Deletes the book, its key and what was moved aside. */
  readonly eraseFiles: () => void
  /** Faults of work that nobody waits for. */
  readonly log: (fault: unknown) => void
}
