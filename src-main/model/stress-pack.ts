import { z } from 'zod'
import { AssetClass } from './levels.ts'
import { BiText } from './text.ts'
import { IsoDate } from './units.ts'

/** Change of each asset class as a fraction. */
export const ClassReturns = z.record(AssetClass, z.number().min(-1).max(5)).readonly()
export type ClassReturns = z.infer<typeof ClassReturns>

export const StressWindow = z
  .strictObject({
    id: z.string().min(1),
    name: BiText,
    /** Close of `from` to close of `to`. */
    from: IsoDate,
    to: IsoDate,
    returns: ClassReturns,
  })
  .readonly()
export type StressWindow = z.infer<typeof StressWindow>

export const FactorShock = z
  .strictObject({
    id: z.string().min(1),
    name: BiText,
    returns: ClassReturns,
    /** Change of yields in parts of one; works through the duration of what is fixed income. */
    yieldChange: z.number(),
  })
  .readonly()
export type FactorShock = z.infer<typeof FactorShock>

/** A mix of index codes that stands for an asset class. */
export const ClassProxy = z
  .array(z.strictObject({ index: z.string().min(1), weight: z.number().gt(0).max(1) }).readonly())
  .min(1)
  .readonly()
export type ClassProxy = z.infer<typeof ClassProxy>

/** Historic windows and factor shocks, by asset class. */
export const StressPack = z
  .strictObject({
    $schema: z.string().optional(),
    kind: z.literal('stress'),
    version: z.string().min(1).max(60),
    effectiveOn: IsoDate,
    name: BiText,
    /** Where the returns come from. */
    origin: BiText,
    windows: z.array(StressWindow).min(1).readonly(),
    shocks: z.array(FactorShock).readonly(),
    /** Years, where a fund states none. */
    duration: z.number().min(0),
    /** Mixes of indices by class; the first whose indices are all known counts. */
    proxies: z.record(AssetClass, z.array(ClassProxy).readonly()).readonly(),
  })
  .readonly()
export type StressPack = z.infer<typeof StressPack>
