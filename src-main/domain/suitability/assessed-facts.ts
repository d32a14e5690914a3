import type { AssessedFacts } from '../../model/assessment.ts'
import type { Client } from '../../model/client.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'

type Facts = Partial<Pick<Client, 'riskCapacity' | 'assessedOn' | 'validUntil' | 'term' | 'variety'>>

/** What a questionnaire that was sent changes in the client's row, dates ISO: the facts it names, else all of the result. */
export const assessedFacts = (entry: {
  readonly row: Questionnaire
  readonly facts?: AssessedFacts | undefined
}): Facts => {
  const { riskCapacity, date, validUntil, term, variety } = entry.row
  if (entry.facts === undefined) return { riskCapacity, assessedOn: date, validUntil, term, variety }
  const { facts } = entry
  return {
    ...(facts.riskCapacity === undefined ? {} : { riskCapacity: facts.riskCapacity }),
    ...(facts.assessedOn === undefined ? {} : { assessedOn: facts.assessedOn }),
    ...(facts.validUntil === undefined ? {} : { validUntil: facts.validUntil }),
    ...(facts.term === undefined ? {} : { term: facts.term }),
    ...(facts.variety === undefined ? {} : { variety: facts.variety }),
  }
}
