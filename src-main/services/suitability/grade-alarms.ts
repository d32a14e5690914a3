import type { GradeAlarm } from '../../contract/suitability.ts'
import { drawdownAlarms } from '../../domain/suitability/drawdown-alarm.ts'
import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** Products whose drawdown of the last three years is out of line with their grade, with who holds them here. */
export const gradeAlarms = (workspace: Workspace): readonly GradeAlarm[] => {
  const pack = packInForce(workspace.rules.suitability, workspace.today())
  if (pack === null) return []
  const book = workspace.book()
  const standing = workspace.standing()
  const graded = Array.from(book.products.values(), product => ({
    code: product.code as string,
    riskGrade: product.riskGrade,
    maxDrawdown: standing.get(product.code)?.figures.maxDrawdown3y ?? null,
  }))
  const holders = new Map<string, { clients: number; value: number }>()
  for (const { holdings } of book.entries)
    for (const { code, value } of holdings) {
      const sum = holders.get(code) ?? { clients: 0, value: 0 }
      holders.set(code, { clients: sum.clients + 1, value: sum.value + value })
    }
  return drawdownAlarms(graded, pack).map(alarm => {
    const product = book.products.get(alarm.code)
    return {
      ...alarm,
      name: product?.name ?? alarm.code,
      gradedBy: product?.gradedBy ?? null,
      gradedOn: product?.gradedOn ?? null,
      isFund: workspace.market().funds.has(alarm.code),
      holders: holders.get(alarm.code)?.clients ?? 0,
      value: holders.get(alarm.code)?.value ?? 0,
    }
  })
}
