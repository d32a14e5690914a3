import { z } from 'zod'
import { BiText } from '../text.ts'
import { IsoDate } from '../units.ts'
import { AccountAllocation } from './account/allocation.ts'
import { AccountBehaviour } from './account/behaviour.ts'
import { ChangePlan, ProductOffer } from './account/change-plan.ts'
import { AccountClosing } from './account/closing.ts'
import { AccountConcentration } from './account/concentration.ts'
import { HoldingLine } from './account/holding-line.ts'
import { AccountPerformance } from './account/performance.ts'
import { AccountRisk } from './account/risk.ts'
import { AccountSuitability } from './account/suitability.ts'
import { AccountKeyFigures, AccountSummary } from './account/summary.ts'
import { AccountWho } from './account/who.ts'

/** Account diagnosis of one client, sections B1 to B11; screen and print show this and compute nothing. */
export const AccountReport = z
  .object({
    kind: z.literal('account'),
    version: z.string(),
    /** Day of the run and day of the newest price used. */
    date: IsoDate,
    asOf: IsoDate,
    summary: AccountSummary,
    keyFigures: AccountKeyFigures,
    who: AccountWho,
    performance: AccountPerformance,
    allocation: AccountAllocation,
    concentration: AccountConcentration,
    risk: AccountRisk,
    suitability: AccountSuitability,
    behaviour: AccountBehaviour,
    holdings: z.array(HoldingLine).readonly(),
    plan: ChangePlan,
    products: z.array(ProductOffer).readonly(),
    closing: AccountClosing,
    /** Name and formula of every definition used, and the text of every reason, by their ids. */
    definitions: z.record(z.string(), z.object({ name: BiText, formula: BiText }).readonly()).readonly(),
    reasons: z.record(z.string(), BiText).readonly(),
  })
  .readonly()
export type AccountReport = z.infer<typeof AccountReport>
