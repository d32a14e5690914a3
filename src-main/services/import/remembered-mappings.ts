import type { ReadTx, WriteTx } from '../ports/store.ts'
import { layoutOf, type Remembered } from './choose-mapping.ts'
import type { ReadTable } from './read-source.ts'

const REMEMBERED = 'importMappings'
const KEPT_LAYOUTS = 200

export const rememberedMappings = (tx: Pick<ReadTx, 'settings'>): Remembered => {
  const found = tx.settings.get(REMEMBERED)
  return typeof found === 'object' && found !== null ? (found as Remembered) : {}
}

/** The mappings that were used, under their layouts, the newest last. */
export const rememberMappings = (tx: WriteTx, tables: readonly ReadTable[]): void => {
  const used = tables.flatMap(({ sheet, headRow, mapping }) =>
    mapping === null ? [] : [[layoutOf(sheet.rows[headRow] ?? []), mapping] as const],
  )
  const names = new Set(used.map(([name]) => name))
  const kept = Object.entries(rememberedMappings(tx)).filter(([name]) => !names.has(name))
  tx.settings.set(REMEMBERED, Object.fromEntries([...kept, ...used].slice(-KEPT_LAYOUTS)))
}
