import { assessments } from './assessments.ts'
import { batches } from './batches.ts'
import { clients } from './clients.ts'
import { deliveries } from './deliveries.ts'
import { evidence } from './evidence.ts'
import { events } from './events.ts'
import { funds } from './funds.ts'
import { imports } from './imports.ts'
import { mail } from './mail.ts'
import { matrix } from './matrix.ts'
import { products } from './products.ts'
import { reports } from './reports.ts'
import { rulePacks } from './rule-packs.ts'
import { search } from './search.ts'
import { segmentRules } from './segment-rules.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { signing } from './signing.ts'
import { suggestions } from './suggestions.ts'
import { suitability } from './suitability.ts'
import { sync } from './sync.ts'
import { today } from './today.ts'
import { windows } from './windows.ts'

/** The one API of the engine, for the window, the CLI and the tests. */
export const contract = {
  session,
  sync,
  evidence,
  events,
  matrix,
  segmentRules,
  clients,
  funds,
  reports,
  rulePacks,
  batches,
  deliveries,
  mail,
  search,
  settings,
  signing,
  today,
  assessments,
  suggestions,
  suitability,
  products,
  imports,
  windows,
}
export type Contract = typeof contract
