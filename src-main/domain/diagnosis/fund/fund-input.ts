import type { FundHoldings } from '../../../model/fund-holding.ts'
import type { Fund } from '../../../model/fund.ts'
import type { FigureDefinitionsPack } from '../../../model/figure-definitions-pack.ts'
import type { FundConclusionsPack } from '../../../model/fund-conclusions-pack.ts'
import type { RiskGrade, Term } from '../../../model/levels.ts'
import type { IsoDate } from '../../../model/units.ts'
import type { PeerSet } from '../peer-set.ts'
import type { Curve } from '../yield-curve.ts'

/** Ascending whole days since 1970-01-01 and one value each. */
export interface DaySeries {
  readonly days: Int32Array
  readonly values: Float64Array
}

export interface IndexInput {
  readonly name: string
  readonly series: DaySeries
}

export interface OtherFundInput {
  readonly code: string
  readonly name: string
  readonly peerGroup: string
  readonly from: IsoDate
  /** Adjusted NAV on exchange days, NaN before the start. */
  readonly adjusted: DaySeries
}

/** Everything a fund diagnosis depends on: the same input gives the same report. */
export interface FundInput {
  /** Day the report was asked for; the newest NAV on or before `asOf` is the last one used. */
  readonly date: IsoDate
  readonly asOf: IsoDate
  readonly fund: Fund
  readonly riskGrade: RiskGrade | null
  readonly gradedOn: IsoDate | null
  /** Grade before the present one, where known. */
  readonly previousGrade: RiskGrade | null
  readonly term: Term | null
  readonly redemptionDays: number | null
  /** Unit NAV in yuan as published; for money funds income of 10,000 units a day in yuan. */
  readonly nav: DaySeries
  /** All exchange days. */
  readonly calendar: Int32Array
  /** Closes by index code; at least those of the benchmark and the styles, where known. */
  readonly indices: ReadonlyMap<string, IndexInput>
  /** Disclosed portfolios in order of date. */
  readonly holdings: readonly FundHoldings[]
  /** Share classes of the same fund, this one included. */
  readonly classes: readonly Fund[]
  /** Peer group with one share class of each fund; `null` where there is none. */
  readonly peers: PeerSet | null
  readonly otherFunds: readonly OtherFundInput[]
  /** The curves Campisi's attribution is measured with; `null` where one of them is not stored. */
  readonly yields: { readonly treasury: Curve; readonly credit: Curve } | null
  /** Risk-free rate a year. */
  readonly riskFree: number
  readonly definitions: FigureDefinitionsPack
  readonly conclusions: FundConclusionsPack
}
