import { z } from 'zod'
import { Figure, FigureCard } from '../figure.ts'

/** One product, manager, sector or stock with its share of all assets. */
export const ConcentrationRow = z
  .object({
    key: z.string(),
    name: z.string(),
    value: Figure,
    share: Figure,
    /** Codes of the holdings it sits in. */
    through: z.array(z.string()).readonly(),
  })
  .readonly()
export type ConcentrationRow = z.infer<typeof ConcentrationRow>

/** Square table of holdings in the order of their value; null where a pair has too little in common. */
export const PairTable = z
  .object({
    codes: z.array(z.string()).readonly(),
    names: z.array(z.string()).readonly(),
    values: z.array(z.array(z.number().nullable()).readonly()).readonly(),
    /** Fewest common observations of a shown pair. */
    card: FigureCard,
  })
  .readonly()
export type PairTable = z.infer<typeof PairTable>

export const HighestPair = z.object({ a: z.string(), b: z.string(), figure: Figure }).readonly()
export type HighestPair = z.infer<typeof HighestPair>

/** Share of assets against share of risk; the risk shares of one account sum to 1. */
export const RiskContributionRow = z
  .object({ code: z.string(), name: z.string(), share: Figure, contribution: Figure })
  .readonly()
export type RiskContributionRow = z.infer<typeof RiskContributionRow>

/** B4: what hangs together. */
export const AccountConcentration = z
  .object({
    products: z.array(ConcentrationRow).readonly(),
    managers: z.array(ConcentrationRow).readonly(),
    sectors: z.array(ConcentrationRow).readonly(),
    stocks: z.array(ConcentrationRow).readonly(),
    overlap: PairTable,
    highestOverlap: HighestPair.nullable(),
    correlation: PairTable,
    highestCorrelation: HighestPair.nullable(),
    hhi: Figure,
    effectiveHoldings: Figure,
    diversificationRatio: Figure,
    riskContributions: z.array(RiskContributionRow).readonly(),
  })
  .readonly()
export type AccountConcentration = z.infer<typeof AccountConcentration>
