import { readFileSync } from 'node:fs'
import { TodayPack } from '../../src-main/model/today-pack.ts'
import { SegmentPack } from '../../src-main/model/segment-pack.ts'
import { ShelfPack } from '../../src-main/model/shelf-pack.ts'
import { WordingPack } from '../../src-main/model/wording-pack.ts'
import { SuitabilityPack } from '../../src-main/model/suitability-pack.ts'

const folder = new URL('../../resources/rule-packs/', import.meta.url)

/** A rule pack of the resources folder as plain JSON. */
export const readPackJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'))

export const defaultSegmentPack = (): SegmentPack => SegmentPack.parse(readPackJson('segments/2026.11.3.json'))

export const shelfPack = (): ShelfPack => ShelfPack.parse(readPackJson('shelf/2026.11.json'))

/** The dated suitability packs, oldest first. */
export const suitabilityPacks = (): readonly SuitabilityPack[] =>
  ['2017-07-01-default-3', '2026-12-12-default-3'].map(v =>
    SuitabilityPack.parse(readPackJson(`suitability/${v}.json`)),
  )

export const defaultWordingPack = (): WordingPack => WordingPack.parse(readPackJson('wording/2026.11.4.json'))

/** The rules that name what they find, as texts of the program are checked. */
export const namedWordingRules = (): WordingPack => {
  const { likeness: _, ...rules } = defaultWordingPack()
  return rules
}

export const todayPack = (): TodayPack => TodayPack.parse(readPackJson('today/2026.11.3.json'))
