import type { EventPublisher } from '@orpc/server'
import { AppError } from '../model/app-error.ts'
import type { AppEvent } from '../contract/events.ts'
import type { Batches } from '../services/batches/batches.ts'
import type { Romanise } from '../services/clients/client-rows.ts'
import type { Chance, Clock } from '../services/ports/clock.ts'
import type { HashText } from '../services/ports/hash-text.ts'
import type { Desktop } from '../services/ports/host.ts'
import type { PutFile } from '../services/ports/put-file.ts'
import type { TableFiles } from '../services/ports/table-files.ts'
import type { DeliveryTools } from '../services/deliveries/delivery-tools.ts'
import type { ReportTools } from '../services/reports/make-report.ts'
import type { EvidenceTools } from '../services/evidence/evidence-files.ts'
import type { Imports } from '../services/import/imports.ts'
import type { Session } from '../services/session/session.ts'

export interface ApiDeps {
  readonly session: Session
  readonly events: EventPublisher<{ app: AppEvent }>
  readonly romanise: Romanise
  readonly clock: Clock
  readonly chance: Chance
  readonly imports: Imports
  readonly files: TableFiles
  readonly hash: HashText
  readonly reports: ReportTools
  readonly batches: Batches
  readonly putFile: PutFile
  /** Lets other questions be answered in between. */
  readonly breathe: () => Promise<void>
  readonly deliveries: DeliveryTools
  readonly evidence: EvidenceTools
  /** Absent on the command line. */
  readonly desktop: Desktop | null
}

export const desktopOf = ({ desktop }: Pick<ApiDeps, 'desktop'>): Desktop => {
  if (desktop === null) throw new AppError('invalidInput', 'this needs the desktop program', { hint: 'use the window' })
  return desktop
}
