import { z } from 'zod'
import { Style } from './levels.ts'
import { BiText } from './text.ts'
import { SegmentFacts } from './segment-facts.ts'

const phraseNames = [
  'assets',
  'assetsBelow',
  'valueRaises',
  'value',
  'keptTier',
  'fell',
  'highest',
  'tie',
  'keptStyle',
  'inactive',
  'more',
  'less',
  'gain',
  'drop',
  'sign',
  'unsign',
  'or',
  'and',
  'unreachable',
  'undetermined',
  'cell',
  'movedIn',
  'movedOut',
  'new',
  'left',
  'unknownCell',
  'near',
  'packGone',
] as const

/** Sentences of the segment screens: data, with `{name}` where a figure goes. */
export const SegmentTexts = z
  .object({
    version: z.string(),
    styles: z.record(Style, BiText),
    scores: z.record(Style, BiText),
    figures: z.record(z.enum(Object.keys(SegmentFacts.unwrap().shape) as [keyof SegmentFacts]), BiText),
    phrases: z.record(z.enum(phraseNames), BiText),
  })
  .readonly()
export type SegmentTexts = z.infer<typeof SegmentTexts>
