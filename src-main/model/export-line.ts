import { z } from 'zod'
import { IsoTime } from './units.ts'

/** What left the book as a file, when, and whether names and numbers were masked. */
export const ExportLine = z
  .object({
    at: IsoTime,
    what: z.enum(['clients', 'matrix', 'cut', 'migration']),
    format: z.enum(['xlsx', 'csv']),
    masked: z.boolean(),
    rows: z.int().min(0),
    columns: z.array(z.string()).readonly(),
    path: z.string(),
  })
  .readonly()
export type ExportLine = z.infer<typeof ExportLine>
