import { modifiedDietz } from '../../domain/portfolio/modified-dietz.ts'
import { xirr } from '../../domain/portfolio/xirr.ts'
import { DietzQuestion, XirrQuestion } from '../../model/calc/cashflows.ts'
import { calculator } from './calculator.ts'

export const xirrRate = calculator(XirrQuestion, q => xirr(q.cashflows))

export const modifiedDietzRate = calculator(DietzQuestion, modifiedDietz)
