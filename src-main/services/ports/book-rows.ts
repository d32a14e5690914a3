import type { Client } from '../../model/client.ts'
import type { Contact } from '../../model/contact.ts'
import type { FundHoldings } from '../../model/fund-holding.ts'
import type { Fund } from '../../model/fund.ts'
import type { Holding } from '../../model/holding.ts'
import type { Product } from '../../model/product.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { Tag } from '../../model/tag.ts'
import type { Task } from '../../model/task.ts'
import type { Trade } from '../../model/trade.ts'
import type { YearActivity } from '../../domain/segmentation/derive-facts.ts'

/** One snapshot of the book and the reference data, as the screens read it. */
export interface BookRows {
  clients(): readonly Client[]
  client(id: string): Client | null
  holdings(): readonly Holding[]
  holdingsOf(clientId: string): readonly Holding[]
  trades(clientId: string, offset: number, limit: number): readonly Trade[]
  allTradesOf(clientId: string): readonly Trade[]
  tradeCount(clientId: string): number
  /** By client, from `since` on (inclusive), confirmed trades only. */
  activitySince(since: string): ReadonlyMap<string, YearActivity>
  lastContacts(): ReadonlyMap<string, string>
  contactsOf(clientId: string): readonly Contact[]
  questionnairesOf(clientId: string): readonly Questionnaire[]
  tags(): readonly Tag[]
  tagsOf(clientId: string): readonly Tag[]
  tasksOf(clientId: string): readonly Task[]
  products(): readonly Product[]
  funds(): readonly Fund[]
  latestFundHoldings(): readonly FundHoldings[]
  fundHoldingsOf(fundId: string): readonly FundHoldings[]
}

/** Day numbers since 1970-01-01, ascending, with the value of each. */
export interface Series {
  readonly days: Int32Array
  readonly values: Float64Array
}

export interface MarketRows {
  /** Unit NAV in yuan (万份收益 for money funds); null when there is none. */
  nav(code: string): Series | null
  index(code: string): Series | null
  indexCodes(): readonly { readonly code: string; readonly name: string }[]
  /** Union of all index days. */
  calendar(): Int32Array
  /** Last exchange day with data, as ISO date. */
  dataDate(): string | null
}

export interface SegmentRecord {
  readonly clientId: string
  readonly date: string
  readonly at: string
  readonly from: string | null
  readonly to: string
  readonly why: unknown
  readonly pack: string
}

/** The kept history of cells: one record for every change. */
export interface SegmentHistory {
  /** Cell of each client now, as `tier-style` or `undetermined`. */
  current(): ReadonlyMap<string, string>
  record(changes: readonly SegmentRecord[]): void
  of(clientId: string): readonly SegmentRecord[]
  /** Changes after an instant, newest first. */
  since(at: string): readonly SegmentRecord[]
}
