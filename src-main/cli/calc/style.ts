import { styleWeights } from '../../domain/diagnosis/style-weights.ts'
import { StyleQuestion } from '../../model/calc/style.ts'
import { calculator } from './calculator.ts'

export const style = calculator(StyleQuestion, styleWeights)
