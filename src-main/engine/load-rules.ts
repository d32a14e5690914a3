import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRulePacks } from '../adapters/files/rule-packs.ts'
import { AppError } from '../model/app-error.ts'
import { SegmentPack } from '../model/segment-pack.ts'
import { SegmentTexts } from '../model/segment-texts.ts'
import { SuitabilityPack } from '../model/suitability-pack.ts'
import type { Rules } from '../services/rules/rules.ts'

/** The packs that ship with the program. */
export const loadRules = (resources: string): Rules => {
  const newest = readRulePacks(resources, 'segments', SegmentPack).at(-1)
  if (newest === undefined)
    throw new AppError('invalidInput', 'there is no segment pack', {
      where: resources,
      hint: 'install the program again',
    })
  return {
    segments: newest,
    segmentTexts: SegmentTexts.parse(JSON.parse(readFileSync(join(resources, 'texts/segments.json'), 'utf8'))),
    suitability: readRulePacks(resources, 'suitability', SuitabilityPack),
  }
}
