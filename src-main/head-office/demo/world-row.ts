import type { StreamName } from '../../model/stream.ts'

/** One row on its way into head office; tier 0 stands for reference data. */
export interface WorldRow {
  readonly stream: StreamName
  readonly key: string
  readonly tier: number
  readonly row: object
}

/** One difference of a later day; `book` is null for reference data. */
export type WorldChange =
  | { readonly op: 'put'; readonly book: string | null; readonly put: WorldRow }
  | { readonly op: 'move'; readonly clientId: string; readonly from: string; readonly to: string }
