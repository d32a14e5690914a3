import type { SegmentPack } from '../../model/segment-pack.ts'
import type { Rules } from '../rules/rules.ts'
import { StoredSegmentPacks } from '../../model/stored-segment-packs.ts'

export const PACKS = 'segmentPacks'

/** Packs made in this book; a kept pack that no longer fits its schema counts as none. */
export const storedPacks = (settings: { get(key: string): unknown }): StoredSegmentPacks =>
  StoredSegmentPacks.safeParse(settings.get(PACKS)).data ?? { active: null, packs: [] }

/** The pack that decides the cells: the one that this book has chosen, else the newest that shipped. */
export const activePack = (
  stored: StoredSegmentPacks,
  shipped: Pick<Rules, 'segments' | 'segmentsShipped'>,
): SegmentPack =>
  stored.active === null
    ? shipped.segments
    : ([...stored.packs, ...shipped.segmentsShipped].find(pack => pack.version === stored.active) ?? shipped.segments)
