import type { FigureDefinitionsPack } from '../../model/figure-definitions-pack.ts'
import type { Figure, FigureCard, FigureUnit, FigureWindow } from '../../model/report/figure.ts'
import type { IsoDate } from '../../model/units.ts'

export interface FigureSource {
  /** Id in the definitions pack. */
  readonly definition: string
  readonly window?: FigureWindow | null
  readonly frequency?: FigureCard['frequency']
  readonly n?: number | null
  readonly rf?: number | null
  readonly benchmark?: string | null
  readonly inputs?: FigureCard['inputs']
  /** Why there is no value; asked for wherever the value may be missing. */
  readonly reason?: string | null
}

export interface FigureMaker {
  readonly figure: (id: string, unit: FigureUnit, value: number | null, source: FigureSource) => Figure
  readonly card: (source: FigureSource) => FigureCard
  /** Ids of definitions and reasons that were used so far. */
  readonly definitions: ReadonlySet<string>
  readonly reasons: ReadonlySet<string>
}

/** Makes the figures of one report: same as-of date, same version of definitions; what is not finite is missing. */
export function figureMaker(pack: FigureDefinitionsPack, asOf: IsoDate): FigureMaker {
  const definitions = new Set<string>()
  const reasons = new Set<string>()
  const card = (source: FigureSource): FigureCard => {
    definitions.add(source.definition)
    return {
      definition: `${source.definition}@${pack.version}`,
      window: source.window ?? null,
      frequency: source.frequency ?? null,
      n: source.n ?? null,
      rf: source.rf ?? null,
      benchmark: source.benchmark ?? null,
      asOf,
      inputs: source.inputs ?? [],
    }
  }
  return {
    definitions,
    reasons,
    card,
    figure: (id, unit, value, source) => {
      const known = value !== null && Number.isFinite(value) ? value : null
      const reason = known === null ? (source.reason ?? 'not-defined') : null
      if (reason !== null) reasons.add(reason)
      // A rounded zero has no sign: -0 would print one.
      return { id, value: known === 0 ? 0 : known, unit, reason, card: card(source) }
    },
  }
}
