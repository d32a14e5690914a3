import { sharesThatAddUp } from '../../portfolio/largest-remainder.ts'
import type { AccountFacts } from './account-facts.ts'

/** Key of the cash among the holdings. */
export const CASH = 'cash'

/**
 * Share of every holding, and of the cash under `CASH`, in the account as fractions of whole tenths of a percent that add up to one
 * (largest remainder). Every table of a report that lists holdings prints these, so that no holding has two shares; limits are compared
 * with exact ones. Null where the account has no assets.
 */
export function holdingShares({
  held,
  cash,
  total,
}: Pick<AccountFacts, 'held' | 'cash' | 'total'>): ReadonlyMap<string, number | null> {
  const shares = sharesThatAddUp([...held.map(h => h.value), Math.max(0, cash)])
  const codes = [...held.map(h => h.code), CASH]
  return new Map(codes.map((code, i) => [code, total > 0 ? (shares[i] ?? 0) : null]))
}
