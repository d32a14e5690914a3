import type { FundHoldings } from '../../../model/fund-holding.ts'
import type { Fund } from '../../../model/fund.ts'
import type { ImportPack } from '../../../model/import/import-pack.ts'
import type { StreamName } from '../../../model/stream.ts'
import type { BiText } from '../../../model/text.ts'
import { productCodeOf } from '../clean-code.ts'
import { newFund, statusOf } from './new-fund.ts'
import type { MarketLayout } from './market-layout.ts'
import type { MarketLine, NavLine } from './market-line.ts'
import type { MarketKnown } from './read-market.ts'

type Position = FundHoldings['positions'][number]
type Raw = Readonly<Record<string, unknown>>

/** Percent in 1e-4 as a fraction. */
const part = (percent4: number | null): number => Math.round((percent4 ?? 0) * 100) / 1e8
/** Net assets are published in 亿元. */
const FEN_PER_YI = 1e10

/** Everything the tables say of one share class. */
export class FundFile {
  readonly code: string
  readonly navs: NavLine[] = []
  readonly #allocation = new Map<string, { readonly stock: number; readonly bond: number; readonly cash: number }>()
  readonly #sizes = new Map<string, number>()
  readonly #positions = new Map<string, Position[]>()
  readonly #holders = new Map<string, { readonly institutional: number; readonly individual: number }>()
  readonly #turnover = new Map<string, number>()
  readonly #managers = new Map<string, Raw>()

  constructor(code: string) {
    this.code = code
  }

  /** Takes in one line; `skip` for what the store has no place for, else what is wrong with it. */
  take(layout: MarketLayout, line: MarketLine, pack: ImportPack): BiText | 'skip' | null {
    if (layout === 'managers') return this.#manager(line, pack)
    if (layout === 'sectors') return 'skip'
    const date = line.date('reportDate')
    const numbers = (...fields: readonly string[]): readonly (number | null)[] =>
      fields.map(field => line.number(field, 4))
    const keep = (write: (date: string) => void): BiText | null => {
      if (line.faults[0] !== undefined || date === null) return line.faults[0] ?? null
      write(date)
      return null
    }
    if (layout === 'allocation') {
      const [stock, bond, cash, net] = numbers('stock', 'bond', 'cash', 'netAssets')
      return keep(day => {
        this.#allocation.set(day, { stock: part(stock ?? null), bond: part(bond ?? null), cash: part(cash ?? null) })
        if (net != null) this.#sizes.set(day, Math.round((net / 10_000) * FEN_PER_YI))
      })
    }
    if (layout === 'holders') {
      const [institutional, individual] = numbers('institutional', 'individual')
      return keep(day =>
        this.#holders.set(day, { institutional: part(institutional ?? null), individual: part(individual ?? null) }),
      )
    }
    if (layout === 'turnover') {
      const [rate] = numbers('rate')
      return rate === null ? 'skip' : keep(day => this.#turnover.set(day, part(rate ?? null)))
    }
    const stock = layout === 'stocks'
    const [weight] = numbers('weight')
    const code = line.text(stock ? 'stockCode' : 'bondCode')
    if (code === '') return { zh: '没有证券代码', en: 'no code of the security' }
    return keep(day => {
      const list = this.#positions.get(day) ?? []
      list.push({
        code: stock ? productCodeOf(code) : code,
        name: line.text(stock ? 'stockName' : 'bondName').slice(0, 100),
        kind: stock ? 'stock' : 'bond',
        sector: null,
        credit: null,
        weight: part(weight ?? null),
      })
      this.#positions.set(day, list)
    })
  }

  #manager(line: MarketLine, pack: ImportPack): BiText | null {
    const from = line.date('start')
    const end = line.text('end')
    const to = end === '' || pack.openEnds.includes(end) ? null : line.date('end')
    if (line.faults[0] !== undefined) return line.faults[0]
    const name = line.text('manager')
    if (name === '') return { zh: '没有经理姓名', en: 'no name of the manager' }
    this.#managers.set(`${name} ${from}`, { name, from, to })
    return null
  }

  /** The fund and its reports as rows; what a table did not bring stays as the store knows it. */
  rows(known: MarketKnown): { readonly stream: StreamName; readonly row: unknown }[] {
    const before = known.fund(this.code)
    const sorted = this.navs.toSorted((a, b) => a.day - b.day)
    const fund = before ?? newFund(this.code, sorted[0]?.date ?? this.#firstDate(), this.#mix())
    const events = (of: (line: NavLine) => Raw | null, kept: readonly Raw[]): readonly Raw[] => {
      const own = new Map(sorted.map(line => [line.date, of(line)]))
      return byDate([
        ...kept.filter(each => !own.has(String(each['date']))),
        ...[...own.values()].filter(each => each !== null),
      ])
    }
    const last = sorted.at(-1)
    const row = {
      ...fund,
      managers: this.#managers.size > 0 ? [...this.#managers.values()] : fund.managers,
      sizes: dated(this.#sizes, size => ({ size }), fund.sizes),
      holders: dated(this.#holders, each => each, fund.holders),
      turnover: dated(this.#turnover, rate => ({ rate }), fund.turnover),
      dividends: events(l => (l.perUnit4 > 0 ? { date: l.date, perUnit4: l.perUnit4 } : null), fund.dividends),
      splits: events(l => (l.ratio === 1 ? null : { date: l.date, ratio: l.ratio }), fund.splits),
      ...(last === undefined || last.subscription === '' ? {} : { status: statusOf(last.subscription) }),
    } satisfies Record<keyof Fund, unknown>
    return [{ stream: 'funds', row }, ...this.#reports(fund.fundId, known)]
  }

  #reports(fundId: string, known: MarketKnown): { readonly stream: StreamName; readonly row: unknown }[] {
    const dates = new Set([...this.#allocation.keys(), ...this.#positions.keys()])
    return [...dates].toSorted().map(date => {
      const before = known.holdings(fundId, date)
      const own = this.#positions.get(date)
      const mix = this.#allocation.get(date)
      const positions = own ?? before?.positions ?? []
      const sum = (kind: Position['kind']): number =>
        positions.reduce((s, p) => (p.kind === kind ? s + p.weight : s), 0)
      const equity = mix?.stock ?? before?.allocation.equity ?? sum('stock')
      const bond = mix?.bond ?? before?.allocation.bond ?? sum('bond')
      const cash = mix?.cash ?? before?.allocation.cash ?? 0
      const other = Math.max(0, Math.round((1 - equity - bond - cash) * 1e6) / 1e6)
      const stocks = positions.filter(p => p.kind === 'stock').length
      return {
        stream: 'fundHoldings',
        row: {
          fundId,
          date,
          scope: stocks > 10 ? 'all' : 'topTen',
          allocation: { equity, bond, cash, fund: 0, other },
          positions,
        },
      }
    })
  }

  #mix(): { readonly stock: number; readonly bond: number; readonly cash: number } | null {
    const [newest] = [...this.#allocation].toSorted((a, b) => (a[0] < b[0] ? 1 : -1))
    return newest?.[1] ?? null
  }

  #firstDate(): string {
    const dates = [...this.#allocation.keys(), ...this.#positions.keys(), ...this.#holders.keys()]
    return dates.toSorted()[0] ?? String(Array.from(this.#managers.values(), m => m['from']).toSorted()[0] ?? '')
  }
}

const byDate = (rows: readonly Raw[]): readonly Raw[] =>
  rows.toSorted((a, b) => (String(a['date']) < String(b['date']) ? -1 : 1))

/** What is kept, with the file's own entry where it has one of the day. */
const dated = <T>(map: ReadonlyMap<string, T>, row: (value: T) => Raw, kept: readonly Raw[]): readonly Raw[] =>
  byDate([
    ...kept.filter(each => !map.has(String(each['date']))),
    ...Array.from(map, ([date, value]) => ({ date, ...row(value) })),
  ])
