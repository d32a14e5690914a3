import { z } from 'zod'
import { IsoDate } from './units.ts'

/** A pack as it travels: the body is validated by its own schema when it is loaded. */
export const RulePackRow = z
  .object({
    kind: z.enum(['segments', 'suitability', 'wording', 'definitions', 'conclusions', 'questionnaires', 'stress']),
    version: z.string().min(1).max(60),
    effectiveOn: IsoDate,
    body: z.unknown(),
  })
  .readonly()
export type RulePackRow = z.infer<typeof RulePackRow>
