import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { AppError } from '../../model/app-error.ts'

interface DatedPack {
  readonly version: string
  readonly effectiveOn: string
}

/**
 * Every pack of one kind below `<root>/rule-packs/<folder>` (of those whose file name starts with `prefix`), the earliest effective first (then by version). Throws an
 * AppError that names the file when one does not fit its schema.
 */
export const readRulePacks = <P extends DatedPack>(
  root: string,
  folder: string,
  schema: z.ZodType<P>,
  prefix = '',
): readonly P[] => {
  const path = join(root, 'rule-packs', folder)
  return readdirSync(path)
    .filter(name => name.startsWith(prefix) && name.endsWith('.json') && !name.endsWith('.schema.json'))
    .map(name => readPack(join(path, name), schema))
    .toSorted((a, b) => compare(a.effectiveOn, b.effectiveOn) || compare(a.version, b.version))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const readPack = <P>(file: string, schema: z.ZodType<P>): P => {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new AppError('fileUnreadable', 'a rule pack is not readable JSON', {
      where: file,
      hint: 'restore the file or remove it',
      cause,
    })
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new AppError(
    'invalidInput',
    `a rule pack does not fit its schema: ${issue?.path.join('.')}: ${issue?.message}`,
    {
      where: file,
      hint: 'correct the named field',
      cause: parsed.error,
    },
  )
}
