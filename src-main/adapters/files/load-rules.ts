import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { AppError } from '../../model/app-error.ts'
import { SegmentPack } from '../../model/segment-pack.ts'
import { SegmentTexts } from '../../model/segment-texts.ts'
import { SuitabilityPack } from '../../model/suitability-pack.ts'
import type { Rules } from '../../services/rules/rules.ts'

const readJson = <S extends z.ZodType>(path: string, schema: S): z.output<S> => {
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new AppError('invalidInput', `rule file does not hold what it should: ${issue?.message ?? 'unknown'}`, {
    where: `${path} ${issue?.path.join('.') ?? ''}`,
    hint: 'install the program again, or restore the file from its backup',
  })
}

const packs = <S extends z.ZodType>(folder: string, schema: S): z.output<S>[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .toSorted()
    .map(name => readJson(join(folder, name), schema))

/** The packs that ship with the program; those in the store come on top of them. */
export const loadRules = (resources: string): Rules => {
  const segments = packs(join(resources, 'rule-packs/segments'), SegmentPack)
  const newest = segments.at(-1)
  if (newest === undefined) throw new AppError('invalidInput', 'there is no segment pack', { where: resources })
  return {
    segments: newest,
    segmentTexts: readJson(join(resources, 'texts/segments.json'), SegmentTexts),
    suitability: packs(join(resources, 'rule-packs/suitability'), SuitabilityPack),
  }
}
