import { z } from 'zod'
import { QuestionnairePack } from './questionnaire-pack.ts'
import { SuitabilityPack } from './suitability-pack.ts'
import { IsoDate } from './units.ts'

const judged: Readonly<Record<string, z.ZodType<{ readonly version: string; readonly effectiveOn: string }>>> = {
  suitability: SuitabilityPack,
  questionnaires: QuestionnairePack,
}

/** What is wrong with the body of a row that judges or asks, `field: reason`; null for a good one and for other kinds. */
const faultOf = (row: unknown): string | null => {
  const { kind, version, effectiveOn, body } = row as Readonly<Record<string, unknown>>
  const schema = judged[String(kind)]
  if (schema === undefined) return null
  const pack = schema.safeParse(body)
  if (!pack.success) {
    const [issue] = pack.error.issues
    return `${issue?.path.join('.')}: ${issue?.message}`
  }
  if (pack.data.version !== version) return 'version: is not the version of the row'
  return pack.data.effectiveOn === effectiveOn ? null : 'effectiveOn: is not the date of the row'
}

/** A pack as it travels. A pack that judges or asks must fit its own schema on arrival: a bad one is put aside with its reason. */
export const RulePackRow = z
  .object({
    kind: z.enum(['segments', 'suitability', 'wording', 'definitions', 'conclusions', 'questionnaires', 'stress']),
    version: z.string().min(1).max(60),
    effectiveOn: IsoDate,
    body: z.unknown(),
  })
  .refine(row => faultOf(row) === null, { path: ['body'], error: issue => faultOf(issue.input) ?? '' })
  .readonly()
export type RulePackRow = z.infer<typeof RulePackRow>
