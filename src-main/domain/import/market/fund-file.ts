import type { Announcement } from '../../../model/announcement.ts'
import type { Fund, FundManager, FundRating } from '../../../model/fund.ts'
import type { ImportPack } from '../../../model/import/import-pack.ts'
import type { StreamName } from '../../../model/stream.ts'
import type { BiText } from '../../../model/text.ts'
import type { IsoDate } from '../../../model/units.ts'
import { productCodeOf } from '../clean-code.ts'
import { announcementOf } from './announcement-line.ts'
import { DisclosedReports } from './disclosed-reports.ts'
import { managerNames, managerTerms } from './manager-terms.ts'
import type { MarketTable } from './market-layout.ts'
import type { MarketLine, NavLine } from './market-line.ts'
import { newFund, statusOf } from './new-fund.ts'
import { ratingsOf } from './rating-line.ts'
import type { MarketKnown } from './read-market.ts'

type Raw = Readonly<Record<string, unknown>>

/** Net assets are published in 亿元. */
const FEN_PER_YI = 1e10

/** Everything the tables say of one share class. */
export class FundFile {
  readonly code: string
  readonly navs: NavLine[] = []
  readonly #reports = new DisclosedReports()
  readonly #sizes = new Map<string, number>()
  readonly #holders = new Map<string, { readonly institutional: number; readonly individual: number }>()
  readonly #turnover = new Map<string, number>()
  readonly #managers: FundManager[] = []
  readonly #ratings: FundRating[] = []
  readonly #announcements = new Map<string, Omit<Announcement, 'fundId'>>()

  constructor(code: string) {
    this.code = code
  }

  /** Takes in one line; `skip` for one that says nothing, else what is wrong with it. */
  take(table: MarketTable, line: MarketLine, pack: ImportPack): BiText | 'skip' | null {
    const { layout } = table
    if (layout === 'managers') return this.#manager(line, pack)
    if (layout === 'announcements') {
      const read = announcementOf(this.code, line, pack)
      if ('zh' in read) return read
      this.#announcements.set(read.id, read)
      return null
    }
    const date = line.date('reportDate')
    const keep = (write: (date: IsoDate) => void): BiText | null => {
      if (line.faults[0] !== undefined || date === null) return line.faults[0] ?? null
      write(date as IsoDate)
      return null
    }
    if (layout === 'allocation') {
      const [stock, bond, cash] = [line.part('stock'), line.part('bond'), line.part('cash')]
      const net = line.number('netAssets', 4)
      return keep(day => {
        this.#reports.allocation(day, stock ?? 0, bond ?? 0, cash ?? 0)
        if (net !== null) this.#sizes.set(day, Math.round((net / 10_000) * FEN_PER_YI))
      })
    }
    if (layout === 'sectors') {
      const [weight, value] = [line.part('weight'), line.number('marketValue', 4)]
      const [code, name] = [line.text('sectorCode'), line.text('sectorName')]
      if (name === '') return { zh: '没有行业名称', en: 'no name of the sector' }
      if (weight === null && value === null && line.faults.length === 0) return 'skip'
      return keep(day => this.#reports.sector(day, { code, name: name.slice(0, 60), weight, value }))
    }
    if (layout === 'ratings') {
      const read = ratingsOf(table, line)
      if ('zh' in read) return read
      return read.length === 0
        ? 'skip'
        : keep(day => this.#ratings.push(...read.map(rating => ({ date: day, ...rating }))))
    }
    if (layout === 'holders') {
      const [institutional, individual] = [line.part('institutional'), line.part('individual')]
      if (institutional === null && individual === null && line.faults.length === 0) return 'skip'
      return keep(day => this.#holders.set(day, { institutional: institutional ?? 0, individual: individual ?? 0 }))
    }
    if (layout === 'turnover') {
      const rate = line.part('rate')
      if (rate === null) return line.faults[0] ?? 'skip'
      return keep(day => this.#turnover.set(day, rate))
    }
    return this.#position(layout === 'stocks', line, keep)
  }

  #position(stock: boolean, line: MarketLine, keep: (write: (date: string) => void) => BiText | null): BiText | null {
    const weight = line.part('weight')
    const code = line.text(stock ? 'stockCode' : 'bondCode')
    if (code === '') return { zh: '没有证券代码', en: 'no code of the security' }
    return keep(day =>
      this.#reports.position(day, {
        code: stock ? productCodeOf(code) : code,
        name: line.text(stock ? 'stockName' : 'bondName').slice(0, 100),
        kind: stock ? 'stock' : 'bond',
        sector: null,
        credit: null,
        weight: weight ?? 0,
      }),
    )
  }

  #manager(line: MarketLine, pack: ImportPack): BiText | null {
    const from = line.date('start')
    const end = line.text('end')
    const to = end === '' || pack.openEnds.includes(end) ? null : line.date('end')
    if (line.faults[0] !== undefined || from === null) return line.faults[0] ?? null
    const names = managerNames(line.text('manager'))
    if (names.length === 0) return { zh: '没有经理姓名', en: 'no name of the manager' }
    this.#managers.push(...names.map(name => ({ name, from: from as IsoDate, to: to as IsoDate | null })))
    return null
  }

  /** The fund and its reports as rows; what a table did not bring stays as the store knows it. */
  rows(known: MarketKnown, pack: ImportPack): { readonly stream: StreamName; readonly row: unknown }[] {
    const before = known.fund(this.code)
    const sorted = this.navs.toSorted((a, b) => a.day - b.day)
    const fund = before ?? newFund(this.code, sorted[0]?.date ?? this.#firstDate(), this.#reports.mix(), pack)
    const events = (of: (line: NavLine) => Raw | null, kept: readonly Raw[]): readonly Raw[] => {
      const own = new Map(sorted.map(line => [line.date, of(line)]))
      return byDate([
        ...kept.filter(each => !own.has(String(each['date']))),
        ...[...own.values()].filter(each => each !== null),
      ])
    }
    const last = sorted.at(-1)
    const ratings = new Map([...fund.ratings, ...this.#ratings].map(r => [`${r.date} ${r.agency} ${r.years}`, r]))
    const row = {
      ...fund,
      managers: this.#managers.length > 0 ? managerTerms(this.#managers) : fund.managers,
      sizes: dated(this.#sizes, size => ({ size }), fund.sizes),
      holders: dated(this.#holders, each => each, fund.holders),
      turnover: dated(this.#turnover, rate => ({ rate }), fund.turnover),
      dividends: events(l => (l.perUnit4 > 0 ? { date: l.date, perUnit4: l.perUnit4 } : null), fund.dividends),
      splits: events(l => (l.ratio === 1 ? null : { date: l.date, ratio: l.ratio }), fund.splits),
      ratings: byDate([...ratings.values()]),
      ...(last === undefined || last.subscription === '' ? {} : { status: statusOf(last.subscription) }),
    } satisfies Record<keyof Fund, unknown>
    const { fundId } = fund
    return [
      { stream: 'funds', row },
      ...this.#reports
        .rows(fundId, date => known.holdings(fundId, date))
        .map(report => ({ stream: 'fundHoldings' as const, row: report })),
      ...Array.from(this.#announcements.values(), each => ({
        stream: 'announcements' as const,
        row: { ...each, fundId },
      })),
    ]
  }

  #firstDate(): string {
    const dates = [
      ...this.#reports.dates(),
      ...this.#holders.keys(),
      ...this.#turnover.keys(),
      ...this.#ratings.map(r => r.date),
      ...Array.from(this.#announcements.values(), each => each.date),
      ...this.#managers.map(m => m.from),
    ]
    return dates.toSorted()[0] ?? ''
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
