import type { Figure, FigureCard, FigureUnit } from '../../../model/report/figure.ts'
import type { IsoDate } from '../../../model/units.ts'
import { isoDate } from '../../portfolio/day-number.ts'

/** Why a figure is missing: codes of the definitions pack. */
export type Reason =
  | 'shorterThanWindow'
  | 'tooFewReturns'
  | 'underOneYear'
  | 'noNav'
  | 'noBenchmark'
  | 'noPeers'
  | 'fewPeers'
  | 'notDefined'
  | 'moneyFund'
  | 'noHoldings'
  | 'noStyleIndices'
  | 'noYields'
  | 'notBondFund'
  | 'noDuration'
  | 'noTurnover'
  | 'noHolders'
  | 'noSize'
  | 'oneClass'
  | 'noBreakEven'
  | 'noManager'
  | 'noGrade'
  | 'weeklyNav'
  | 'fewReports'

export interface CardFacts {
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly frequency?: FigureCard['frequency']
  readonly n?: number | null
  readonly rf?: number | null
  readonly benchmark?: string | null
  readonly inputs?: FigureCard['inputs']
}

export type MakeFigure = (
  id: string,
  definition: string,
  unit: FigureUnit,
  value: number | null | Reason,
  facts?: CardFacts,
) => Figure

export const dateOf = (day: number): IsoDate => isoDate(day) as IsoDate

/** Makes figures of one report: every one carries its card, a missing one its reason. */
export function figureKit(version: string, asOf: IsoDate): MakeFigure {
  return (id, definition, unit, value, facts = {}) => {
    const missing = typeof value === 'string' ? value : value === null || !Number.isFinite(value) ? 'notDefined' : null
    const { from, to } = facts
    return {
      id,
      value: missing === null && typeof value === 'number' ? value : null,
      unit,
      reason: missing,
      card: {
        definition: `${definition}@${version}`,
        window: from === undefined || to === undefined ? null : { from: dateOf(from), to: dateOf(to) },
        frequency: facts.frequency ?? null,
        n: facts.n ?? null,
        rf: facts.rf ?? null,
        benchmark: facts.benchmark ?? null,
        asOf,
        inputs: facts.inputs ?? [],
      },
    }
  }
}
