import type { Account } from '../../../model/account.ts'
import type { AccountConclusionsPack } from '../../../model/account-conclusions-pack.ts'
import type { Client } from '../../../model/client.ts'
import type { FigureDefinitionsPack } from '../../../model/figure-definitions-pack.ts'
import type { FundHoldings } from '../../../model/fund-holding.ts'
import type { Fund } from '../../../model/fund.ts'
import type { Holding } from '../../../model/holding.ts'
import type { AssetClass, RiskCapacity, RiskGrade } from '../../../model/levels.ts'
import type { Product } from '../../../model/product.ts'
import type { VerdictLine } from '../../../model/report/account/suitability.ts'
import type { FitLight, Force } from '../../../model/report/account/summary.ts'
import type { AccountSegment } from '../../../model/report/account/who.ts'
import type { AccountClosing } from '../../../model/report/account/closing.ts'
import type { RiskCaps } from '../../../model/segment-cell.ts'
import type { ShelfPack } from '../../../model/shelf-pack.ts'
import type { StressPack } from '../../../model/stress-pack.ts'
import type { Trade } from '../../../model/trade.ts'
import type { IsoDate } from '../../../model/units.ts'
import type { DaySeries } from '../../portfolio/day-series.ts'

/** Scores 0..100 of one fund within its peer group; null where there are too few peers or returns. */
export interface PeerScore {
  readonly total: number | null
  readonly forces: Readonly<Record<Force, number | null>>
}

/** What the suitability rules say, bound to this client and day by the caller. */
export interface SuitabilityRules {
  readonly judge: (product: Product) => VerdictLine
  readonly pack: string
  /** Grades each level may hold. */
  readonly matrix: Readonly<Record<RiskCapacity, readonly RiskGrade[]>>
  /** Realised drawdown above which a grade looks too low. */
  readonly drawdownAlarm: Readonly<Record<RiskGrade, number>>
  readonly warnDays: number
  readonly caps: RiskCaps | null
}

/** All facts of one account diagnosis; nothing else is read, no clock and no chance. */
export interface AccountInput {
  readonly date: IsoDate
  readonly client: Client
  readonly accounts: readonly Account[]
  readonly holdings: readonly Holding[]
  readonly trades: readonly Trade[]
  /** Everything held, traded or on the shelf, by code. */
  readonly products: ReadonlyMap<string, Product>
  readonly funds: ReadonlyMap<string, Fund>
  /** Published unit prices in yuan, by code; money funds stand at 1 and may be left out. */
  readonly prices: ReadonlyMap<string, DaySeries>
  /** Prices with dividends and splits reinvested, by code. */
  readonly adjusted: ReadonlyMap<string, DaySeries>
  /** Index levels by code; their days are the exchange calendar. */
  readonly indices: ReadonlyMap<string, DaySeries>
  /** Newest disclosed portfolio by fund id. */
  readonly disclosures: ReadonlyMap<string, FundHoldings>
  readonly scores: ReadonlyMap<string, PeerScore>
  readonly segment: AccountSegment | null
  readonly target: { readonly shares: Readonly<Record<AssetClass, number>>; readonly pack: string } | null
  /** Codes the cell of the client may be offered. */
  readonly shelf: readonly string[]
  readonly suitability: SuitabilityRules
  readonly serviceFit: FitLight | null
  readonly packs: {
    readonly shelf: ShelfPack
    readonly stress: StressPack
    readonly conclusions: AccountConclusionsPack
    readonly definitions: FigureDefinitionsPack
  }
  /** Risk-free rate a year. */
  readonly riskFree: number
  readonly reportId: string | null
  readonly inputHash: string | null
  readonly advisor: AccountClosing['advisor']
}
