import type { RiskGrade } from '../../model/levels.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'

export interface GradedDrawdown {
  readonly code: string
  readonly riskGrade: RiskGrade | null
  /** Realised maximum drawdown as a positive fraction; null when there is too little history. */
  readonly maxDrawdown: number | null
}

export interface DrawdownAlarm {
  readonly code: string
  readonly riskGrade: RiskGrade
  readonly maxDrawdown: number
  /** The pack's limit of this grade. */
  readonly limit: number
  /** The lowest grade whose limit holds the drawdown; null when even R5's does not. */
  readonly looksLike: RiskGrade | null
}

const grades = ['R1', 'R2', 'R3', 'R4', 'R5'] as const

/** Products whose realised drawdown is out of line with their grade, the furthest beyond first. */
export const drawdownAlarms = (
  products: readonly GradedDrawdown[],
  pack: SuitabilityPack,
): readonly DrawdownAlarm[] => {
  const alarms: DrawdownAlarm[] = []
  for (const { code, riskGrade, maxDrawdown } of products) {
    if (riskGrade === null || maxDrawdown === null) continue
    const limit = pack.drawdownAlarm[riskGrade]
    if (maxDrawdown <= limit) continue
    const looksLike = grades.find(grade => maxDrawdown <= pack.drawdownAlarm[grade]) ?? null
    alarms.push({ code, riskGrade, maxDrawdown, limit, looksLike })
  }
  return alarms.toSorted((a, b) => b.maxDrawdown - b.limit - (a.maxDrawdown - a.limit))
}
