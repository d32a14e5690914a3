import { AppError } from '../../model/app-error.ts'
import { QuestionnairePack } from '../../model/questionnaire-pack.ts'
import { SuitabilityPack } from '../../model/suitability-pack.ts'
import type { BroughtPack } from './kept-packs.ts'

const schemaOf = (json: unknown) => {
  const kind = typeof json === 'object' && json !== null && 'kind' in json ? json.kind : null
  return kind === 'questionnaires'
    ? ({
        schema: QuestionnairePack,
        hint: 'correct the named field; questionnaire-pack.schema.json describes every one',
      } as const)
    : ({
        schema: SuitabilityPack,
        hint: 'correct the named field; suitability-pack.schema.json describes every one',
      } as const)
}

/** A pack that was checked when it was brought. */
export const packOf = (body: unknown): BroughtPack => schemaOf(body).schema.parse(body)

/** The pack in the text of a file: one that judges, or a version of the questionnaire. */
export const readPack = (text: string, file: string): BroughtPack => {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new AppError('fileUnreadable', `${file}: this is no JSON: ${(cause as Error).message}`, {
      where: file,
      hint: 'choose the rule pack as it was published, a JSON file',
      cause,
    })
  }
  const wanted = schemaOf(json)
  const parsed = wanted.schema.safeParse(json)
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  const [first] = issues
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''
  throw new AppError(
    'invalidInput',
    `${file}: the pack does not fit its schema: ${first?.path.join('.') || 'file'}: ${first?.message}${more}`,
    {
      where: file,
      hint: wanted.hint,
      cause: parsed.error,
    },
  )
}
