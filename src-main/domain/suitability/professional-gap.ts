import type { Client } from '../../model/client.ts'
import type { ProfessionalGap } from '../../model/levels.ts'

export type ProfessionalStatus = Pick<Client, 'investorType' | 'professionalClass' | 'professionalUntil'>

/** A is professional by its licence. B by assets, C by its own request: both are evidence of one day, which somebody has to look at again. */
const WITHOUT_END: readonly string[] = ['A']

/**
 * Why somebody called professional is to be treated as ordinary on a day: no class, no end of the evidence, or an end that has passed;
 * null for a status that counts, and for ordinary investors. `date` is an ISO date; the last day still counts. The classes are those of
 * the guides to CSRC Order 130 (arts. 8, 11); that evidence without an end counts for nothing is a default of ours, on the safe side.
 */
export const professionalGap = (
  { investorType, professionalClass, professionalUntil }: ProfessionalStatus,
  date: string,
): ProfessionalGap | null => {
  if (investorType !== 'professional') return null
  if (professionalClass === null) return 'noClass'
  if (professionalUntil === null) return WITHOUT_END.includes(professionalClass) ? null : 'noEnd'
  return professionalUntil < date ? 'ended' : null
}
