import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { readRulePacks } from '../../adapters/files/rule-packs.ts'
import { ClearError } from '../clear-error.ts'
import { explainIssues } from './explain-issues.ts'

const resources = fileURLToPath(new URL('../../../resources', import.meta.url))

/** The packs of one kind that come with the program, earliest effective first. */
export const packsOf = <P extends { readonly version: string; readonly effectiveOn: string }>(
  folder: string,
  schema: z.ZodType<P>,
): readonly P[] => readRulePacks(resources, folder, schema)

/** The pack a question asks for: null for the default, a version by name, or a whole pack. */
export const choosePack = <P extends { readonly version: string }>(
  asked: unknown,
  packs: readonly P[],
  schema: z.ZodType<P>,
): P | null => {
  if (asked === undefined || asked === null) return null
  if (typeof asked !== 'string') {
    const parsed = schema.safeParse(asked)
    if (parsed.success) return parsed.data
    throw new ClearError(`pack.${explainIssues(parsed.error.issues)}`)
  }
  const found = packs.find(p => p.version === asked)
  if (found !== undefined) return found
  throw new ClearError(`pack: no version "${asked}"; known: ${packs.map(p => p.version).join(', ')}`)
}
