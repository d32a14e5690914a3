import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { QuestionnairePack } from '../../../src-main/model/questionnaire-pack.ts'
import { TodayPack } from '../../../src-main/model/today-pack.ts'
import { WordingPack } from '../../../src-main/model/wording-pack.ts'
import { ShelfPack } from '../../../src-main/model/shelf-pack.ts'
import { SuitabilityPack } from '../../../src-main/model/suitability-pack.ts'
import { SegmentPack } from '../../../src-main/model/segment-pack.ts'
import { defaultSegmentPack, readPackJson } from '../../helpers/rule-packs.ts'

const stored = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../resources/rule-packs/${path}`, import.meta.url), 'utf8'))

describe('JSON schemas beside the packs', () => {
  it.each([
    ['today/today-pack.schema.json', TodayPack],
    ['questionnaires/questionnaire-pack.schema.json', QuestionnairePack],
    ['wording/wording-pack.schema.json', WordingPack],
    ['segments/segment-pack.schema.json', SegmentPack],
    ['shelf/shelf-pack.schema.json', ShelfPack],
    ['suitability/suitability-pack.schema.json', SuitabilityPack],
  ] as const)('%s is in step with the model', (path, schema) => {
    expect(stored(path)).toEqual(z.toJSONSchema(schema, { io: 'input' }))
  })
})

describe('the default segment pack', () => {
  it('says that its thresholds are ours', () => {
    expect(defaultSegmentPack().origin.zh).toContain('自定')
  })

  it('is refused with marks that do not rise', () => {
    const pack = defaultSegmentPack()
    const broken = { ...pack, tier: { ...pack.tier, assetMarks: [5_000_000, 5_000_000, 300_000_000, 1_000_000_000] } }
    expect(SegmentPack.safeParse(broken).success).toBe(false)
  })

  it('is refused when a cell is missing', () => {
    const pack = defaultSegmentPack()
    expect(SegmentPack.safeParse({ ...pack, cells: pack.cells.slice(1) }).success).toBe(false)
  })

  it('is refused with an unknown key, so that a misspelt threshold is not silently ignored', () => {
    const json = readPackJson('segments/2026.11.3.json')
    expect(SegmentPack.safeParse({ ...Object(json), keeep: 1 }).success).toBe(false)
  })
})
