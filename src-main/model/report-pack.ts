import { z } from 'zod'
import { BiText } from './text.ts'
import { IsoDate } from './units.ts'

/** What reports say, and what the client edition leaves out: data with a date and a version like every rule. */
export const ReportPack = z
  .strictObject({
    $schema: z.string().optional(),
    kind: z.literal('report'),
    version: z.string().min(1).max(60),
    effectiveOn: IsoDate,
    name: BiText,
    clientEdition: z
      .strictObject({
        /** A period of fewer calendar days is not shown to a client. Source: "more than 6 months" of the wording rules. */
        leastPeriodDays: z.int().positive(),
        /** Definitions of what stands in the internal edition only, by id; a star stands for the rest of an id. */
        internalDefinitions: z.array(z.string().min(1)).readonly(),
      })
      .readonly(),
    /** By chapter and name; `{value}` is filled in when the report is laid. */
    texts: z.record(z.string(), z.record(z.string(), BiText)).readonly(),
  })
  .readonly()
export type ReportPack = z.infer<typeof ReportPack>
