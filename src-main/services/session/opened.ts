import type { Courier } from '../deliveries/courier.ts'
import type { SyncRunner } from '../workspace/sync-runner.ts'
import type { Workspace } from '../workspace/workspace.ts'

export interface EnrolRequest {
  readonly url: string
  readonly code: string
  readonly deviceName: string
  /** For the book that is made on the first run; null trusts the computer's keystore alone. */
  readonly passcode: string | null
}

export interface Opened {
  readonly workspace: Workspace
  readonly runner: SyncRunner
  readonly courier: Courier
}
