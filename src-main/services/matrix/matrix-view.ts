import type { CellFigures, MatrixView } from '../../contract/matrix.ts'
import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import type { Style, Tier } from '../../model/levels.ts'
import { IsoDate } from '../../model/units.ts'
import { cellOf } from '../book/cell-name.ts'
import type { Book, ClientEntry } from '../book/client-entry.ts'
import type { Move } from '../book/moves.ts'
import type { Rules } from '../rules/rules.ts'

export const TIERS = [5, 4, 3, 2, 1] as const satisfies readonly Tier[]
export const STYLES = ['trading', 'wealth', 'allocation'] as const satisfies readonly Style[]

interface Compared {
  readonly with: string | null
  readonly moves: readonly Move[]
}

export interface MatrixInput {
  readonly book: Book
  readonly rules: Rules
  readonly compared: Compared
  readonly marks: { readonly overdueShare: number; readonly mismatchShare: number }
  readonly today: string
  /** AUM of each cell at the last twelve week ends, oldest first. */
  readonly sparks: ReadonlyMap<string, readonly number[]>
}

const sum = (entries: readonly ClientEntry[], pick: (entry: ClientEntry) => number): number =>
  entries.reduce((total, entry) => total + pick(entry), 0)

const cellFigures = (
  tier: Tier,
  style: Style,
  entries: readonly ClientEntry[],
  aum: number,
  input: MatrixInput,
): CellFigures => {
  const name = cellOf(tier, style)
  const cellAum = sum(entries, entry => entry.assets)
  const held = sum(entries, entry => entry.heldValue)
  return {
    tier,
    style,
    count: entries.length,
    aum: cellAum,
    share: aum === 0 ? 0 : cellAum / aum,
    revenue365: sum(entries, entry => entry.client.revenue365 ?? 0),
    movedIn: input.compared.moves.filter(move => move.to === name && move.from !== null).length,
    movedOut: input.compared.moves.filter(move => move.from === name).length,
    overdue: entries.filter(entry => entry.service.kind === 'overdue').length,
    due: entries.filter(entry => entry.service.kind === 'due').length,
    mismatchShare: held === 0 ? 0 : sum(entries, entry => entry.mismatchValue) / held,
    spark: [...(input.sparks.get(name) ?? [])],
  }
}

/** The fifteen cells with their figures, from one state of the book. */
export const matrixView = (input: MatrixInput): MatrixView => {
  const { book, rules, compared } = input
  const { segments } = rules
  const groups = Map.groupBy(book.entries, entry => entry.cell)
  const aum = sum(book.entries, entry => entry.assets)
  const count = (kind: Move['kind']): number => compared.moves.filter(move => move.kind === kind).length
  return {
    dataDate: book.dataDate,
    comparedWith: compared.with,
    clients: book.entries.length,
    aum,
    undetermined: groups.get('undetermined')?.length ?? 0,
    moves: {
      total: count('up') + count('down') + count('style'),
      up: count('up'),
      down: count('down'),
      style: count('style'),
      added: count('added'),
      left: count('left'),
    },
    tiers: TIERS.map(tier => ({
      tier,
      name: segments.tier.names[tier - 1] ?? { zh: String(tier), en: String(tier) },
      from: segments.tier.assetMarks[tier - 2] ?? null,
      below: segments.tier.assetMarks[tier - 1] ?? null,
    })),
    styles: STYLES.map(style => ({ style, name: segments.style.names[style] })),
    cells: TIERS.flatMap(tier =>
      STYLES.map(style => cellFigures(tier, style, groups.get(cellOf(tier, style)) ?? [], aum, input)),
    ),
    marks: input.marks,
    pack: { version: segments.version, ours: true },
    suitabilityPack: packInForce(rules.suitability, IsoDate.parse(input.today))?.version ?? '',
  }
}
