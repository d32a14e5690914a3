import { z } from 'zod'
import { segmentClient } from '../../domain/segmentation/segment-client.ts'
import { PreviousSegment, SegmentFacts } from '../../model/segment-facts.ts'
import { SegmentPack } from '../../model/segment-pack.ts'
import { ClearError } from '../clear-error.ts'
import { calculator } from './calculator.ts'
import { choosePack, packsOf } from './packs.ts'

const Question = z.strictObject({
  facts: SegmentFacts,
  previous: PreviousSegment.nullish(),
  pack: z.unknown().optional(),
})

const packs = packsOf('segments', SegmentPack)

export const segment = calculator(Question, question => {
  const pack = choosePack(question.pack, packs, SegmentPack) ?? packs.at(-1)
  if (pack === undefined) throw new ClearError('pack: none installed; give one in the question')
  return segmentClient(question.facts, question.previous ?? null, pack)
})
