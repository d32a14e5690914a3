import { adjustedNav } from '../../domain/portfolio/adjusted-nav.ts'
import { AdjustedNavQuestion } from '../../model/calc/adjusted-nav.ts'
import { calculator } from './calculator.ts'

export const adjusted = calculator(AdjustedNavQuestion, q => {
  const { adjusted: nav, returns } = adjustedNav(q)
  return { adjusted: [...nav], returns: [...returns] }
})
