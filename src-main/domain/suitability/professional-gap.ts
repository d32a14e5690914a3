import type { Client } from '../../model/client.ts'
import type { ProfessionalGap } from '../../model/levels.ts'
import type { ProfessionalRules } from '../../model/suitability-pack.ts'

export type ProfessionalStatus = Pick<Client, 'investorType' | 'professionalClass' | 'professionalUntil'>

/**
 * Why somebody called professional is to be treated as ordinary on a day: no class, no end of the evidence where the pack asks for one, or
 * an end that has passed; null for a status that counts, and for ordinary investors. `date` is an ISO date; the last day still counts.
 * `rules` are those of the pack in force on the day; without one every class needs an end. The classes are those of CSRC Order 130 (arts. 8-13).
 */
export const professionalGap = (
  { investorType, professionalClass, professionalUntil }: ProfessionalStatus,
  date: string,
  rules: ProfessionalRules | null,
): ProfessionalGap | null => {
  if (investorType !== 'professional') return null
  if (professionalClass === null) return 'noClass'
  if (professionalUntil === null)
    return rules?.evidenceWithoutEnd?.includes(professionalClass) === true ? null : 'noEnd'
  return professionalUntil < date ? 'ended' : null
}
