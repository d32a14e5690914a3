import type { Enrolment } from '../../model/head-office-status.ts'
import type { Upstream } from './upstream.ts'

export interface UpstreamAddress {
  readonly url: string
  readonly token: string | null
  /** Null takes what the environment says, or none. */
  readonly proxy: string | null
}

export type ConnectUpstream = (address: UpstreamAddress) => Upstream

/** A head office with the fictional world, in a process of its own. */
export interface DemoOffice {
  start(): Promise<{ readonly url: string; readonly code: string }>
  /** The second day of changes. */
  advance(): Promise<void>
  close(): Promise<void>
}

/** What an enrolled device keeps in the encrypted store. */
export interface Connection extends Enrolment {
  readonly url: string
}
