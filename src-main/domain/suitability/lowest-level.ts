import { riskCapacities, type RiskCapacity, type RiskGrade } from '../../model/levels.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'

/** The lowest level that may hold a grade by the pack's matrix; null when none may. */
export const lowestLevel = (grade: RiskGrade, { matrix }: Pick<SuitabilityPack, 'matrix'>): RiskCapacity | null =>
  riskCapacities.find(level => matrix[level].includes(grade)) ?? null
