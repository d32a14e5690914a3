import type { ChainRecord } from '../../model/evidence.ts'

/** Where a client stood at a time; newest first in all readers. */
export interface SegmentRecord {
  readonly clientId: string
  /** UTC instant of the run. */
  readonly at: string
  readonly tier: number | null
  readonly style: string | null
  readonly packVersion: string
  /** JSON of the reasons and scores. */
  readonly body: unknown
}

/** The cell of a client without what led to it. */
export type CellRecord = Pick<SegmentRecord, 'clientId' | 'tier' | 'style'>

/** One frozen verdict; its body is the canonical JSON that the hash covers, never parsed on the way. */
export type EvidenceRecord = ChainRecord
export type StoredEvidence = Omit<ChainRecord, 'body'> & { readonly body: Uint8Array }

export interface ReportRecord {
  readonly id: string
  readonly clientId: string | null
  readonly fundCode: string | null
  readonly kind: string
  readonly edition: string
  readonly madeAt: string
  readonly file: string | null
  readonly state: string
  readonly body: unknown
}

export interface SuggestionRecord {
  readonly id: string
  readonly clientId: string
  readonly madeAt: string
  readonly state: string
  readonly body: unknown
}

export interface WorkTables {
  readonly segments: {
    ofClient(clientId: string): SegmentRecord[]
    /** The cell of every client at an instant, or now: its newest record not after it. */
    cells(at: string | null): CellRecord[]
  }
  readonly evidence: {
    first(): EvidenceRecord | null
    last(): EvidenceRecord | null
    ofClient(clientId: string): EvidenceRecord[]
    /** In the order of the chain. */
    iterate(): IterableIterator<EvidenceRecord>
    /** The same with the bodies as bytes: a chain is verified over what lies in the file, not over what it reads as. */
    stored(): IterableIterator<StoredEvidence>
    byId(id: string): EvidenceRecord | null
    count(): number
  }
  readonly reports: {
    all(limit: number): ReportRecord[]
    ofClient(clientId: string): ReportRecord[]
    byId(id: string): ReportRecord | null
    /** The id with the highest number behind `head`. */
    lastId(head: string): string | null
    /** The finished file. */
    pdf(id: string): Uint8Array | null
    /** The page sequence it was printed from, without fonts; null of reports by an older program. */
    page(id: string): string | null
  }
  readonly suggestions: {
    all(limit: number): SuggestionRecord[]
    ofClient(clientId: string): SuggestionRecord[]
    byId(id: string): SuggestionRecord | null
  }
  readonly kept: {
    /** Grows with every committed write that may change an answer. */
    revision(): number
    get(name: string): { readonly fingerprint: string; readonly body: unknown } | null
  }
  readonly settings: {
    get(key: string): unknown
    all(): Readonly<Record<string, unknown>>
  }
}

export interface WorkWriter extends WorkTables {
  readonly segments: WorkTables['segments'] & { append(record: SegmentRecord): void }
  readonly evidence: WorkTables['evidence'] & { append(record: EvidenceRecord): void }
  readonly reports: WorkTables['reports'] & {
    put(record: ReportRecord): void
    putPdf(id: string, pdf: Uint8Array, page: string): void
  }
  readonly suggestions: WorkTables['suggestions'] & { put(record: SuggestionRecord): void }
  readonly kept: WorkTables['kept'] & { put(name: string, fingerprint: string, body: unknown): void }
  readonly settings: WorkTables['settings'] & { set(key: string, value: unknown): void; unset(key: string): void }
}
