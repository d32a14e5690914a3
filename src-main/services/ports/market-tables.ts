import type { Announcement } from '../../model/announcement.ts'
import type { FundHoldings } from '../../model/fund-holding.ts'
import type { Fund } from '../../model/fund.ts'
import type { RiskGrade } from '../../model/levels.ts'
import type { Product } from '../../model/product.ts'
import type { RulePackRow } from '../../model/rule-pack-row.ts'
import type { IndexChunk, NavChunk } from '../../model/nav-chunk.ts'
import type { YieldChunk } from '../../model/yield-chunk.ts'
import type { RowReader, RowWriter } from './rows.ts'
import type { NavMark, Series } from './series.ts'

export interface FundReader extends RowReader<Fund> {
  ofPeerGroup(peerGroup: string): Fund[]
  /** All share classes of one fund. */
  ofFund(fundId: string): Fund[]
  search(text: string, limit: number): Fund[]
}

export interface FundHoldingsReader extends RowReader<FundHoldings> {
  /** Oldest first. */
  ofFund(fundId: string): FundHoldings[]
  /** The newest disclosure on or before a date. */
  latest(fundId: string, asOf: string): FundHoldings | null
}

export interface AnnouncementReader extends RowReader<Announcement> {
  /** Newest first. */
  ofFund(fundId: string): Announcement[]
}

export interface SeriesReader {
  codes(): string[]
  /** Null when nothing is stored under the code. */
  series(code: string): Series | null
  /** Day of the newest point (whole days since 1970-01-01), null when there is none. */
  lastDay(code: string): number | null
}

export interface IndexReader extends SeriesReader {
  names(): { readonly code: string; readonly name: string }[]
  /** Exchange calendar: the union of all index days, ascending. */
  calendar(): Int32Array
}

export interface RulePackReader extends RowReader<RulePackRow> {
  ofKind(kind: RulePackRow['kind']): RulePackRow[]
}

export interface ProductReader extends RowReader<Product> {
  /** Grade before the present one; null where it never changed here. */
  earlierGrade(code: string): RiskGrade | null
}

export interface MarketReader {
  readonly products: ProductReader
  readonly funds: FundReader
  readonly fundHoldings: FundHoldingsReader
  readonly announcements: AnnouncementReader
  readonly navs: SeriesReader & {
    /** Every stored series by its code. */
    marks(): ReadonlyMap<string, NavMark>
  }
  /** One calendar year of a fund's NAV, key `code|year`. */
  readonly navYears: Pick<RowReader<NavChunk>, 'byKey'>
  /** The same of an index. */
  readonly indexYears: Pick<RowReader<IndexChunk>, 'byKey'>
  readonly benchmarks: IndexReader
  readonly yields: RowReader<YieldChunk>
  readonly rulePacks: RulePackReader
}

/** Market data of the user's own files; what head office sends takes its place. */
export interface MarketWriter extends MarketReader {
  readonly products: ProductReader & RowWriter<Product>
  readonly funds: FundReader & RowWriter<Fund>
  readonly fundHoldings: FundHoldingsReader & RowWriter<FundHoldings>
  readonly announcements: AnnouncementReader & RowWriter<Announcement>
  readonly navYears: Pick<RowReader<NavChunk>, 'byKey'> & RowWriter<NavChunk>
  readonly indexYears: Pick<RowReader<IndexChunk>, 'byKey'> & RowWriter<IndexChunk>
  readonly yields: RowReader<YieldChunk> & RowWriter<YieldChunk>
}
