import type { SegmentPack } from '../../model/segment-pack.ts'
import { StoredSegmentPacks } from '../../model/stored-segment-packs.ts'

export const PACKS = 'segmentPacks'

/** Packs made in this book; a kept pack that no longer fits its schema counts as none. */
export const storedPacks = (settings: { get(key: string): unknown }): StoredSegmentPacks =>
  StoredSegmentPacks.safeParse(settings.get(PACKS)).data ?? { active: null, packs: [] }

/** The pack that decides the cells: the chosen one of this book, else the one that shipped. */
export const activePack = (stored: StoredSegmentPacks, shipped: SegmentPack): SegmentPack =>
  stored.packs.find(pack => pack.version === stored.active) ?? shipped
