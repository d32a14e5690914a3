import { z } from 'zod'
import { judgeSuitability } from '../../domain/suitability/judge-suitability.ts'
import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import { SuitabilityClient, SuitabilityContext, SuitabilityProduct } from '../../model/suitability-facts.ts'
import { SuitabilityPack } from '../../model/suitability-pack.ts'
import { ClearError } from '../clear-error.ts'
import { calculator } from './calculator.ts'
import { choosePack, packsOf } from './packs.ts'

const Question = z.strictObject({
  client: SuitabilityClient,
  product: SuitabilityProduct,
  context: SuitabilityContext,
  pack: z.unknown().optional(),
})

const packs = packsOf('suitability', SuitabilityPack)

export const suitability = calculator(Question, question => {
  const { client, product, context } = question
  const pack = choosePack(question.pack, packs, SuitabilityPack) ?? packInForce(packs, context.date)
  if (pack === null)
    throw new ClearError(
      `context.date: no rules in force on ${context.date}; the first are of ${packs[0]?.effectiveOn}`,
    )
  const verdict = judgeSuitability(client, product, context, pack)
  return {
    ...verdict,
    requirements: verdict.requirements.map(({ id, text }) => ({ id, text: text.zh, textEn: text.en })),
  }
})
