import { z } from 'zod'
import { SegmentPack } from '../../model/segment-pack.ts'

export const PACKS = 'segmentPacks'

const Stored = z.object({ active: z.string().nullable(), packs: z.array(SegmentPack) })
export type StoredPacks = z.infer<typeof Stored>

/** Packs made in this book; a kept pack that no longer fits its schema counts as none. */
export const storedPacks = (settings: { get(key: string): unknown }): StoredPacks =>
  Stored.safeParse(settings.get(PACKS)).data ?? { active: null, packs: [] }

/** The pack that decides the cells: the chosen one of this book, else the one that shipped. */
export const activePack = (stored: StoredPacks, shipped: SegmentPack): SegmentPack =>
  stored.packs.find(pack => pack.version === stored.active) ?? shipped
