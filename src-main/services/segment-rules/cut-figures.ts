import { ageOn } from '../../domain/suitability/age-on.ts'
import type { CutFigure } from '../../model/cut-pack.ts'
import { IsoDate } from '../../model/units.ts'
import type { ClientEntry } from '../book/client-entry.ts'
import { suitabilityClient } from '../book/suitability-facts.ts'

type FigureOf = (entry: ClientEntry, today: string) => string | number

/** `professional`, the level that counts today, or `none`. */
const level: FigureOf = ({ client }, today) => {
  const facts = suitabilityClient(client)
  if (facts.investorType === 'professional') return 'professional'
  if (facts.riskCapacity === null || facts.validUntil === null || facts.validUntil < today) return 'none'
  return facts.riskCapacity
}

/** What the standard and the fit of the holdings ask for, the most pressing first. */
const need: FigureOf = ({ service, mismatchValue }) => {
  if (service.kind === 'overdue') return 'overdue'
  return mismatchValue > 0 ? 'mismatch' : service.kind
}

const age: FigureOf = ({ client }, today) => {
  if (client.kind === 'organisation') return 'organisation'
  return client.birthDate === null ? 'unknown' : ageOn(client.birthDate, IsoDate.parse(today))
}

/** The figures that an axis of the pack may name. */
export const cutFigures: Readonly<Record<CutFigure, FigureOf>> = {
  level,
  need,
  age,
  cashShare: ({ client, assets }) => (client.cash === null || assets <= 0 ? 'unknown' : client.cash / assets),
  revenue365: ({ client }) => client.revenue365 ?? 'unknown',
}
