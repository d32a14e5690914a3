import type { RiskCapacity, RiskGrade } from '../../../src-main/model/levels.ts'
import type { VerdictLine } from '../../../src-main/model/report/account/suitability.ts'
import type { useT } from '../../i18n/i18n.ts'

const checks = ['risk', 'term', 'variety'] as const

/** The comparison that decides: `R3 ≤ C3`, `R4 > C3`, `R 缺失`, or the term or variety that does not fit or is missing. */
export const comparisonOf = (
  line: VerdictLine,
  grade: RiskGrade | null,
  capacity: RiskCapacity | null,
  t: ReturnType<typeof useT>,
): string => {
  if (grade === null) return t('verdict.gradeMissing')
  if (capacity === null) return t('verdict.capacityMissing')
  const sought = line.verdict === 'mismatch' ? 'no' : 'unknown'
  const decides = line.verdict === 'match' ? 'risk' : (checks.find(c => line.checks[c] === sought) ?? 'risk')
  if (decides !== 'risk') return t(`verdict.${sought}.${decides}`)
  return `${grade} ${line.checks.risk === 'no' ? '>' : '≤'} ${capacity}`
}
