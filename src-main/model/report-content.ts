import { z } from 'zod'
import { BiText } from './text.ts'
import { FigureUnit } from './report/figure.ts'

/** What two versions of a report are compared by. */
export const ReportDigest = z
  .object({
    figures: z.array(
      z.object({ id: z.string(), name: BiText, unit: FigureUnit, value: z.number().nullable() }).readonly(),
    ),
    /** Share of the assets by product, and what the report said of it. */
    holdings: z.array(
      z
        .object({
          code: z.string(),
          name: z.string(),
          value: z.number().nullable(),
          share: z.number().nullable(),
          verdict: z.string().nullable(),
          conclusion: z.string().nullable(),
        })
        .readonly(),
    ),
    findings: z.array(BiText),
    actions: z.array(BiText),
  })
  .readonly()
export type ReportDigest = z.infer<typeof ReportDigest>

/** What a report says, kept beside its file: every statement for the wording check, and the figures to compare. */
export const ReportContent = z
  .object({
    statements: z.array(z.string()),
    /** Versions that it was made with, by name. */
    versions: z.array(z.object({ name: z.string(), version: z.string() }).readonly()),
    digest: ReportDigest.nullable(),
  })
  .readonly()
export type ReportContent = z.infer<typeof ReportContent>
