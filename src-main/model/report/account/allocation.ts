import { z } from 'zod'
import { AssetClass, RiskCapacity } from '../../levels.ts'
import { Figure } from '../figure.ts'

export const AllocationRow = z
  .object({
    assetClass: AssetClass,
    value: Figure,
    share: Figure,
    target: Figure,
    /** Share minus target, in parts of one. */
    drift: Figure,
    /** The band inside which nothing has to be done. */
    toleranceFrom: z.number(),
    toleranceTo: z.number(),
    state: z.enum(['inside', 'below', 'above', 'noTarget']),
    /** Fen to move in (positive) or out to be back on target. */
    move: Figure,
  })
  .readonly()
export type AllocationRow = z.infer<typeof AllocationRow>

/** B3: allocation looked through, against the target of the C-level. */
export const AccountAllocation = z
  .object({
    targetOf: RiskCapacity.nullable(),
    pack: z.string(),
    rows: z.array(AllocationRow).readonly(),
    coverage: Figure,
    /** Classes outside their band. */
    outside: z.int().min(0),
    /** Half of the sum of absolute drifts: the part of the account in the wrong class. */
    misplaced: Figure,
  })
  .readonly()
export type AccountAllocation = z.infer<typeof AccountAllocation>
