import type { FundHoldings } from '../../../model/fund-holding.ts'

type SectorSum = FundHoldings['sectors'][number]

/** One line of a table of sectors; the value in any unit that is the same for the whole report. */
export interface SectorLine {
  readonly code: string
  readonly name: string
  /** A part of one; null where the table left it out. */
  readonly weight: number | null
  readonly value: number | null
}

/**
 * The sums of one report, the largest first. A share that was left out follows from its value and from what value the other
 * lines put on one; it is not taken for 0, and without any other line the sector is left out.
 */
export function sectorSums(lines: readonly SectorLine[]): readonly SectorSum[] {
  const told = lines.filter(line => (line.weight ?? 0) > 0 && line.value !== null)
  const sumOf = (of: (line: SectorLine) => number | null): number =>
    told.reduce((sum, line) => sum + (of(line) ?? 0), 0)
  const whole = told.length === 0 ? null : sumOf(line => line.value) / sumOf(line => line.weight)
  return lines
    .flatMap(({ code, name, weight, value }) => {
      const found = weight ?? (whole === null || value === null ? null : Math.round((value / whole) * 1e6) / 1e6)
      return found === null ? [] : [{ code, name, weight: found }]
    })
    .toSorted((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1))
}
