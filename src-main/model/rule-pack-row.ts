import { z } from 'zod'
import { SuitabilityPack } from './suitability-pack.ts'
import { IsoDate } from './units.ts'

/** A pack as it travels. A suitability pack must fit its own schema on arrival: a bad one is put aside with its reason. */
export const RulePackRow = z
  .object({
    kind: z.enum(['segments', 'suitability', 'wording', 'definitions', 'conclusions', 'questionnaires', 'stress']),
    version: z.string().min(1).max(60),
    effectiveOn: IsoDate,
    body: z.unknown(),
  })
  .superRefine((row, context) => {
    if (row.kind !== 'suitability') return
    const pack = SuitabilityPack.safeParse(row.body)
    if (!pack.success) {
      for (const issue of pack.error.issues)
        context.addIssue({ code: 'custom', path: ['body', ...issue.path], message: issue.message })
      return
    }
    for (const field of ['version', 'effectiveOn'] as const)
      if (pack.data[field] !== row[field])
        context.addIssue({ code: 'custom', path: ['body', field], message: `is not the ${field} of the row` })
  })
  .readonly()
export type RulePackRow = z.infer<typeof RulePackRow>
