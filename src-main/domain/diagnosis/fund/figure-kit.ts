import type { Figure, FigureCard, FigureUnit } from '../../../model/report/figure.ts'
import type { IsoDate } from '../../../model/units.ts'
import type { FigureDefinitionsPack } from '../../../model/figure-definitions-pack.ts'
import { isoDate } from '../../portfolio/day-number.ts'
import { figureMaker } from '../figure-maker.ts'

/** Why a figure is missing: codes of the definitions pack. */
export type Reason =
  | 'shorterThanWindow'
  | 'beforeData'
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
  | 'yieldsShort'
  | 'notBondFund'
  | 'noDuration'
  | 'noTurnover'
  | 'noHolders'
  | 'noSize'
  | 'noRating'
  | 'oneClass'
  | 'noBreakEven'
  | 'noManager'
  | 'noGrade'
  | 'weeklyNav'
  | 'fewReports'
  | 'noFees'
  | 'openDrawdown'
  | 'newPosition'
  | 'noEarlierReport'
  | 'notInEarlierReport'

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

/** The figures of a fund report: days become dates, a missing value names its reason in place. */
export function figureKit(pack: FigureDefinitionsPack, asOf: IsoDate): MakeFigure {
  const maker = figureMaker(pack, asOf)
  return (id, definition, unit, value, { from, to, ...facts } = {}) =>
    maker.figure(id, unit, typeof value === 'string' ? null : value, {
      ...facts,
      definition,
      window: from === undefined || to === undefined ? null : { from: dateOf(from), to: dateOf(to) },
      reason: typeof value === 'string' ? value : 'notDefined',
    })
}
