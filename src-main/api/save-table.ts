import type { TableToWrite } from '../services/ports/table-files.ts'
import { desktopOf, type ApiDeps } from './deps.ts'

/** Writes a table to where the user wants it, and logs what went out; the path is null when the user thought better of it. */
export const saveTable = async (
  deps: ApiDeps,
  format: 'xlsx' | 'csv',
  table: TableToWrite,
  log: { readonly what: string; readonly masked: boolean; readonly columns: readonly string[] },
): Promise<{ readonly path: string | null; readonly rows: number }> => {
  const { workspace } = deps.session.opened()
  const bytes = await deps.files.write(format, table)
  const path = await desktopOf(deps).saveFile(`${table.name}.${format}`, format, bytes)
  const rows = table.rows.length
  if (path !== null) workspace.store.write(tx => tx.exports.add(deps.clock.now(), { ...log, rows, format, path }))
  return { path, rows }
}
