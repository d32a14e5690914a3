import type { Chance, Clock } from '../ports/clock.ts'
import type { Mailer } from '../ports/mailer.ts'

export interface DeliveryTools {
  readonly mailer: Mailer
  readonly clock: Clock
  readonly chance: Chance
  readonly sha256: (bytes: Uint8Array) => string
  /** What nobody expected in the background; never a message, an address or a password. */
  readonly log: (fault: unknown) => void
}
