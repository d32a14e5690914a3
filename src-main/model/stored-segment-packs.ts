import { z } from 'zod'
import { SegmentPack } from './segment-pack.ts'

/** Segment packs made in one book, and which of them is in force; null is the one that shipped. */
export const StoredSegmentPacks = z.object({ active: z.string().nullable(), packs: z.array(SegmentPack) }).readonly()
export type StoredSegmentPacks = z.infer<typeof StoredSegmentPacks>
