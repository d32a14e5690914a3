import { brinson, linkedBrinson } from '../../domain/diagnosis/brinson.ts'
import { BrinsonQuestion } from '../../model/calc/brinson.ts'
import { calculator, type Calculator } from './calculator.ts'

const single = calculator(BrinsonQuestion.single, brinson)

const several = calculator(BrinsonQuestion.several, q => {
  const linked = linkedBrinson(q.periods)
  return linked ?? { allocation: null, selection: null, interaction: null, total: null, reason: 'total-loss' }
})

export const brinsonEffects: Calculator = question =>
  typeof question === 'object' && question !== null && 'periods' in question ? several(question) : single(question)
