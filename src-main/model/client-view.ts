import { z } from 'zod'
import { ColumnFilters } from './column-filter.ts'

export const ClientListName = z.enum(['all', 'overdue', 'due', 'expired', 'mismatch', 'inactive'])
export type ClientListName = z.infer<typeof ClientListName>

/** How the clients grid stood when the advisor kept it under a name. */
export const SavedClientView = z
  .object({
    name: z.string().trim().min(1).max(40),
    list: ClientListName,
    text: z.string().max(100),
    /** Cells as `5-allocation`; empty is all. */
    cells: z.array(z.string().max(20)).max(16).readonly(),
    filters: ColumnFilters,
    /** The columns with order, width and sorting, as the grid gives them. */
    columns: z.array(z.record(z.string(), z.unknown())).max(100).readonly(),
  })
  .readonly()
export type SavedClientView = z.infer<typeof SavedClientView>
