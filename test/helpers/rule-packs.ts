import { readFileSync } from 'node:fs'
import { SegmentPack } from '../../src-main/model/segment-pack.ts'

const folder = new URL('../../resources/rule-packs/', import.meta.url)

/** A rule pack of the resources folder as plain JSON. */
export const readPackJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'))

export const defaultSegmentPack = (): SegmentPack => SegmentPack.parse(readPackJson('segments/2026.11.2.json'))
