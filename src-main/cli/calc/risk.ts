import { portfolioRisk } from '../../domain/portfolio/portfolio-risk.ts'
import { RiskQuestion } from '../../model/calc/risk.ts'
import { calculator } from './calculator.ts'

export const risk = calculator(RiskQuestion, portfolioRisk)
