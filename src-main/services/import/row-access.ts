import { joinedYields } from '../../domain/import/market/yield-chunks.ts'
import { navChunks, pointsOf } from '../../domain/import/read-navs.ts'
import type { importOrder } from '../../domain/import/read-sheet.ts'
import { canonicalJson } from '../../domain/evidence/canonical-json.ts'
import { fingerprint } from '../../domain/import/fingerprint.ts'
import type { ImportedRow } from '../../domain/import/import-context.ts'
import type { IndexChunk, NavChunk } from '../../model/nav-chunk.ts'
import type { YieldChunk } from '../../model/yield-chunk.ts'
import type { Tag } from '../../model/tag.ts'
import type { ReadTx, WriteTx } from '../ports/store.ts'
import type { RowWriter } from '../ports/rows.ts'

export type ImportStream = (typeof importOrder)[number]

const tableOf = { navs: 'navYears', benchmarks: 'indexYears' } as const

const nameOf = (stream: ImportStream) => (stream === 'navs' || stream === 'benchmarks' ? tableOf[stream] : stream)

/** The row that stands under a key now. */
export const currentRow = (tx: ReadTx | WriteTx, stream: ImportStream, key: string): unknown =>
  tx[nameOf(stream)].byKey(key)

/** Rows passed the schema of their stream, so the table of the same name takes them. */
export const writerOf = (tx: WriteTx, stream: ImportStream): RowWriter<unknown> =>
  tx[nameOf(stream)] as unknown as RowWriter<unknown>

/** A year of NAVs joins what is here already, a file's point before a kept one; a tag that is here keeps its time. */
export const rowToWrite = ({ stream, row }: ImportedRow, current: unknown): unknown => {
  if (current === null) return row
  if (stream === 'tags' && (current as Tag).value === (row as Tag).value) return current
  if (stream === 'benchmarks') return joinedLevels(current as IndexChunk, row as IndexChunk)
  if (stream === 'yields') return joinedYields(current as YieldChunk, row as YieldChunk)
  if (stream !== 'navs') return row
  const [kept, read] = [current as NavChunk, row as NavChunk]
  return navChunks([...pointsOf(kept), ...pointsOf(read)])[0] ?? row
}

const asNavs = ({ levels, ...chunk }: IndexChunk) => ({ ...chunk, navs: levels })

/** A year of levels joins what is here already, a file's point before a kept one. */
const joinedLevels = (kept: IndexChunk, read: IndexChunk): IndexChunk => {
  const [joined] = navChunks([...pointsOf(asNavs(kept)), ...pointsOf(asNavs(read))])
  return joined === undefined ? read : { ...read, days: [...joined.days], levels: [...joined.navs] }
}

/** Names the content of a row, whatever the order of its fields. */
export const markOf = (row: unknown): string => fingerprint(canonicalJson(row))

export const isSame = (a: unknown, b: unknown): boolean => a !== null && canonicalJson(a) === canonicalJson(b)
