import type { FundHoldings } from '../../../model/fund-holding.ts'
import { sectorSums, type SectorLine } from './sector-sums.ts'

type Position = FundHoldings['positions'][number]

/** More named shares than this are the whole list of a half-year or annual report. */
const TOP = 10

/** What the tables say of one fund's reports, by report date. */
export class DisclosedReports {
  readonly #allocation = new Map<string, { readonly stock: number; readonly bond: number; readonly cash: number }>()
  readonly #positions = new Map<string, Position[]>()
  readonly #sectors = new Map<string, SectorLine[]>()

  allocation(date: string, stock: number, bond: number, cash: number): void {
    this.#allocation.set(date, { stock, bond, cash })
  }

  position(date: string, position: Position): void {
    this.#positions.set(date, [...(this.#positions.get(date) ?? []), position])
  }

  sector(date: string, line: SectorLine): void {
    this.#sectors.set(date, [...(this.#sectors.get(date) ?? []), line])
  }

  /** Newest disclosed mix; null where no table has one. */
  mix(): { readonly stock: number; readonly bond: number; readonly cash: number } | null {
    const newest = [...this.#allocation.keys()].toSorted().at(-1)
    return newest === undefined ? null : (this.#allocation.get(newest) ?? null)
  }

  dates(): readonly string[] {
    const all = [...this.#allocation.keys(), ...this.#positions.keys(), ...this.#sectors.keys()]
    return [...new Set(all)].toSorted()
  }

  /** One row a report; what no table brought stays as it was before. */
  rows(fundId: string, known: (date: string) => FundHoldings | null): readonly object[] {
    return this.dates().map(date => {
      const before = known(date)
      const mix = this.#allocation.get(date)
      const positions = this.#positions.get(date) ?? before?.positions ?? []
      const lines = this.#sectors.get(date)
      const sectors = lines === undefined ? (before?.sectors ?? []) : sectorSums(lines)
      const sum = (kind: Position['kind']): number =>
        positions.reduce((s, p) => (p.kind === kind ? s + p.weight : s), 0)
      const inSectors = sectors.reduce((s, sector) => s + sector.weight, 0)
      const equity = mix?.stock ?? before?.allocation.equity ?? Math.max(sum('stock'), inSectors)
      const bond = mix?.bond ?? before?.allocation.bond ?? sum('bond')
      const cash = mix?.cash ?? before?.allocation.cash ?? 0
      const other = Math.max(0, Math.round((1 - equity - bond - cash) * 1e6) / 1e6)
      return {
        fundId,
        date,
        scope: positions.filter(p => p.kind === 'stock').length > TOP ? 'all' : 'topTen',
        allocation: { equity, bond, cash, fund: 0, other },
        positions,
        sectors,
      }
    })
  }
}
