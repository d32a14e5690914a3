import type { Client } from '../../model/client.ts'
import type { SuitabilityVerdict } from '../../model/levels.ts'
import type { Product } from '../../model/product.ts'
import type { SegmentFacts } from '../../model/segment-facts.ts'
import type { SegmentDecision } from '../../domain/segmentation/segment-decision.ts'
import type { DatedClient } from './suitability-facts.ts'
import type { ServiceState } from '../../domain/segmentation/service-state.ts'

/** One held product, summed over the accounts of a client; value in fen, units in 1/100. */
export interface EntryHolding {
  readonly code: string
  readonly value: number
  readonly units: number
  readonly product: Product | undefined
  readonly verdict: SuitabilityVerdict
}

/** Everything the book screens know of one client, computed once per state of facts and rules. */
export interface ClientEntry {
  readonly client: DatedClient
  /** As it stands in the book, whatever the pack of the day makes of it. */
  readonly filed: Client
  readonly facts: SegmentFacts
  readonly decision: SegmentDecision
  /** `5-allocation`, or `undetermined`. */
  readonly cell: string
  readonly holdings: readonly EntryHolding[]
  /** Fen: the latest total, or holdings plus cash where head office gave none. */
  readonly assets: number
  readonly heldValue: number
  readonly mismatchValue: number
  readonly service: ServiceState
}

/** The book as of one data date. */
export interface Book {
  readonly dataDate: string
  /** The day that contacts and verdicts were judged on. */
  readonly today: string
  readonly entries: readonly ClientEntry[]
  readonly byId: ReadonlyMap<string, ClientEntry>
  readonly products: ReadonlyMap<string, Product>
}
