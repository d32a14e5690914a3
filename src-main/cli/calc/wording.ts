import { z } from 'zod'
import { checkWording } from '../../domain/wording/check-wording.ts'
import { Edition, WordingPack } from '../../model/wording-pack.ts'
import { ClearError } from '../clear-error.ts'
import { calculator } from './calculator.ts'
import { choosePack, packsOf } from './packs.ts'

const Question = z.strictObject({ text: z.string().max(1_000_000), edition: Edition, pack: z.unknown().optional() })

const packs = packsOf('wording', WordingPack)

export const wording = calculator(Question, question => {
  const pack = choosePack(question.pack, packs, WordingPack) ?? packs.at(-1)
  if (pack === undefined) throw new ClearError('pack: none installed; give one in the question')
  return checkWording(question.text, question.edition, pack).map(finding => ({
    ...finding,
    advice: finding.advice.zh,
    adviceEn: finding.advice.en,
  }))
})
