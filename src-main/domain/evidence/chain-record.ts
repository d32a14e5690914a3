import type { ChainRecord } from '../../model/evidence.ts'
import { canonicalJson } from './canonical-json.ts'

/** SHA-256 of the bytes of the parts, one after another, texts in UTF-8, as 64 lower-case hex digits. */
export type HashText = (...parts: readonly (string | Uint8Array)[]) => string

/** `previous` of the first record. */
export const chainStart = '0'.repeat(64)

/** A record before it is linked; the body is any JSON value. */
export interface Unlinked {
  readonly id: string
  readonly at: ChainRecord['at']
  readonly clientId: string
  readonly productCode: string | null
  readonly kind: string
  readonly body: unknown
}

/** A record as it lies in the file: the body may be its bytes. */
export type StoredRecord = Omit<ChainRecord, 'body'> & { readonly body: string | Uint8Array }

/** What a record's hash covers: one field a line, then the body. */
export const hashRecord = (record: Omit<StoredRecord, 'hash'>, hash: HashText): string =>
  hash(
    `${record.previous}\n${record.id}\n${record.at}\n${record.clientId}\n${record.productCode ?? ''}\n${record.kind}\n`,
    record.body,
  )

/** Links a record to the chain that ends in `previous` (`chainStart` for the first). */
export const linkRecord = (record: Unlinked, previous: string, hash: HashText): ChainRecord => {
  for (const field of [record.id, record.at, record.clientId, record.productCode ?? '-', record.kind])
    if (field === '' || /[\n\r]/.test(field)) throw new RangeError('a field of a chain record must be one line')
  const linked = { ...record, body: canonicalJson(record.body), previous }
  return { ...linked, hash: hashRecord(linked, hash) }
}
