import { memo } from 'react'
import type { ReactNode } from 'react'
import type { ImportPreview } from '../../../src-main/contract/imports.ts'
import type { ImportMapping } from '../../../src-main/model/import/import-kind.ts'
import { MappingTable } from './mapping-table.tsx'

interface Tables {
  readonly preview: ImportPreview
  /** Reads the state when it is called, so that an older one does the same. */
  readonly onMap: (index: number, mapping: ImportMapping | null) => void
}

/** Every table of the files; drawn anew for another preview only, not with each step of the writing. */
export const PreviewTables = memo(
  ({ preview, onMap }: Tables): ReactNode =>
    preview.tables.map(table => (
      <MappingTable
        key={`${String(table.index)} ${table.file}`}
        table={table}
        onMap={mapping => onMap(table.index, mapping)}
      />
    )),
  (before, after) => before.preview === after.preview,
)
