import { dayInChina } from '../../domain/portfolio/day-in-china.ts'
import { lastDataDate, buildBook } from '../book/build-book.ts'
import type { Book } from '../book/client-entry.ts'
import { movesBetween, noMoves, type Moves } from '../book/moves.ts'
import { earlierBooks } from '../book/earlier-books.ts'
import { recordCells } from '../book/record-cells.ts'
import { recut, withContacts } from '../book/refresh-book.ts'
import { segmentRuns } from '../book/segment-runs.ts'
import { bookHistory } from '../matrix/book-history.ts'
import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import type { AccountReport } from '../../model/report/account-report.ts'
import type { FundReport } from '../../model/report/fund-report.ts'
import { dayNumber } from '../../domain/portfolio/day-number.ts'
import type { SegmentPack } from '../../model/segment-pack.ts'
import type { SegmentRun } from '../../model/segment-run.ts'
import { IsoDate } from '../../model/units.ts'
import { accountDiagnosis } from '../diagnosis/account-diagnosis.ts'
import { fundDiagnosis } from '../diagnosis/fund-diagnosis.ts'
import type { FundStanding } from '../diagnosis/fund-standing.ts'
import { MarketStanding, type MarketRanks } from '../diagnosis/market-standing.ts'
import { MarketSeries } from '../diagnosis/market-series.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'
import { readConnection } from '../session/connection.ts'
import { lazyPacks } from '../rule-packs/lazy-packs.ts'
import { rematchBook } from '../suitability/rematch-book.ts'
import { activePack, storedPacks } from '../segment-rules/stored-packs.ts'
import { readSettings } from '../settings/settings.ts'
import type { Rules } from '../rules/rules.ts'

export interface WorkspaceParts {
  readonly store: Store
  readonly rules: Rules
  readonly clock: Clock
  /** The demo world stands still: its today is its last data date. */
  readonly demo: boolean
  /** What computes the answers: the code and the rules that came with it. An answer kept by another one is no answer. */
  readonly maker: string
}

const BOOK_TABLES = ['clients', 'accounts', 'holdings', 'trades', 'products', 'funds', 'fundHoldings', 'benchmarks']

const HISTORY_TABLES = ['clients', 'holdings', 'trades', 'funds', 'navs', 'benchmarks']

const PACK_TABLES = ['rulePacks', 'keptPacks']

const MARKET_TABLES = ['funds', 'navs', 'seriesTails', 'benchmarks', 'yields', 'fundHoldings', 'products']

const KEPT_FUNDS = 40

/** An opened book: the store, the rules, and what was computed from both until one of them changes. */
export class Workspace {
  readonly store: Store
  readonly demo: boolean
  readonly maker: string
  readonly #shipped: Rules
  #rules: Rules
  readonly #clock: Clock
  readonly #forget: () => void
  #book: Book | null = null
  /** Contacts were written since the book was built. */
  #contacted = false
  #history: Float64Array | null = null
  #dataDate: { readonly day: string | null } | null = null
  #moves: { readonly of: Book; readonly at: string; readonly moves: Moves & { readonly with: string | null } } | null =
    null
  #rematched: Book | null = null
  #market: MarketSeries | null = null
  /** Kept apart: a day of NAV changes no fund. */
  #funds: MarketSeries['funds'] | null = null
  readonly #standing = new MarketStanding()
  #ranks: { readonly key: string; readonly ranks: MarketRanks } | null = null
  /** Newest diagnoses of funds: a batch asks for the same ones again and again. */
  readonly #fundReports = new Map<string, FundReport>()

  constructor(parts: WorkspaceParts) {
    this.store = parts.store
    this.#shipped = parts.rules
    this.#rules = this.#chosenRules()
    this.demo = parts.demo
    this.maker = parts.maker
    this.#clock = parts.clock
    this.#forget = parts.store.onChanged(tables => {
      if (BOOK_TABLES.some(table => tables.has(table))) this.#book = null
      if (PACK_TABLES.some(table => tables.has(table))) this.#takeRules()
      if (HISTORY_TABLES.some(table => tables.has(table))) this.#history = null
      if (tables.has('contacts')) this.#contacted = true
      if (!MARKET_TABLES.some(table => tables.has(table))) return
      if (tables.has('funds')) this.#funds = null
      this.#dataDate = null
      this.#market = null
      this.#ranks = null
      this.#fundReports.clear()
    })
  }

  /** The packs in force: those that shipped, those that came, and the segment pack that this book has chosen. */
  get rules(): Rules {
    return this.#rules
  }

  get shippedSuitability(): Rules['suitability'] {
    return this.#shipped.suitability
  }

  get shippedQuestionnaires(): Rules['questionnaires'] {
    return this.#shipped.questionnaires
  }

  get shippedSegments(): SegmentPack {
    return this.#shipped.segments
  }

  /** Takes a change of the chosen pack into force and keeps the cells under it. */
  reloadRules(): void {
    const book = this.book()
    this.#rules = this.#chosenRules()
    this.#book = recut(book, this.#rules)
    this.recordCells('rules')
  }

  #takeRules(): void {
    this.#rules = this.#chosenRules()
    this.#fundReports.clear()
    this.#book = null
  }

  #chosenRules(): Rules {
    const shipped = this.#shipped
    const stored = this.store.read(tx => storedPacks(tx.settings))
    let chosen: SegmentPack | null = null
    const own = {
      get segments() {
        return (chosen ??= activePack(stored, shipped))
      },
    }
    // not spread: a pack is read only when somebody asks for it
    const parts = [shipped, own, lazyPacks(this.store, shipped)].map(Object.getOwnPropertyDescriptors)
    return Object.defineProperties({}, Object.assign({}, ...parts) as PropertyDescriptorMap) as Rules
  }

  today(): string {
    const real = dayInChina(this.#clock.now())
    if (!this.demo) return real
    return this.dataDate() ?? real
  }

  /** The last day with data; asked with every question, so it is read once until the market changes. */
  dataDate(): string | null {
    this.#dataDate ??= { day: this.store.read(tx => lastDataDate(tx)) }
    return this.#dataDate.day
  }

  book(): Book {
    const today = this.today()
    if (this.#book === null || this.#book.today !== today)
      this.#book = this.store.read(tx => buildBook(tx, this.rules, today))
    else if (this.#contacted) {
      const known = this.#book
      this.#book = this.store.read(tx => withContacts(known, tx, this.rules))
    }
    this.#contacted = false
    return this.#book
  }

  /** Assets of every client at the last week ends, as `bookHistory` lays them out. */
  history(): Float64Array {
    const book = this.book()
    this.#history ??= this.store.read(tx => bookHistory(tx, book))
    return this.#history
  }

  /** Version of the pack that judges today; empty when none is in force. */
  suitabilityVersion(): string {
    return packInForce(this.rules.suitability, IsoDate.parse(this.today()))?.version ?? ''
  }

  /** Days before its end from which a questionnaire is to be renewed, by the pack in force. */
  warnDays(): number {
    return packInForce(this.rules.suitability, IsoDate.parse(this.today()))?.warnDays ?? 0
  }

  market(): MarketSeries {
    this.#market ??= this.store.read(tx => new MarketSeries(tx, this.#funds))
    this.#funds = this.#market.funds
    return this.#market
  }

  /** Every metric of every fund with its rank; brought up to date once per state of the market. */
  ranks(): MarketRanks {
    const today = this.today()
    const riskFree = readSettings(this.store).riskFreeRate
    const key = `${today} ${riskFree}`
    if (this.#ranks?.key === key) return this.#ranks.ranks
    const { funds, calendar } = this.market()
    const { thresholds } = this.rules.fund.conclusions
    const ranks = this.store.read(tx =>
      this.#standing.ranks(tx, [...funds.values()], calendar, dayNumber(today), { riskFree, thresholds }),
    )
    this.#ranks = { key, ranks }
    return ranks
  }

  /** Return, risk, rank and score of every fund. */
  standing(): ReadonlyMap<string, FundStanding> {
    return this.ranks().funds
  }

  accountReport(clientId: string, reportId: string | null = null): AccountReport {
    const book = this.book()
    const market = this.market()
    const connection = readConnection(this.store)
    const scores = new Map(Array.from(this.standing(), ([code, { score }]) => [code, score]))
    return this.store.read(tx =>
      accountDiagnosis({
        tx,
        book,
        market,
        rules: this.rules,
        scores,
        clientId,
        today: this.today(),
        riskFree: readSettings(this.store).riskFreeRate,
        reportId,
        advisor:
          connection === null
            ? null
            : { name: connection.advisor ?? connection.book, licence: connection.licence ?? '', branch: null },
      }),
    )
  }

  fundReport(code: string, asOf: string | null): FundReport {
    const market = this.market()
    const today = this.today()
    const riskFree = readSettings(this.store).riskFreeRate
    const key = [code, asOf ?? today, today, riskFree].join(' ')
    const known = this.#fundReports.get(key)
    if (known !== undefined) return known
    const made = this.store.read(tx =>
      fundDiagnosis({ tx, market, rules: this.rules, code, asOf: asOf ?? today, today, riskFree }),
    )
    this.#fundReports.set(key, made)
    for (const old of [...this.#fundReports.keys()].slice(0, -KEPT_FUNDS)) this.#fundReports.delete(old)
    return made
  }

  /** The demo book has no syncs behind it: its first one is given the weeks before, worked out from its trades and prices. */
  recordEarlierCells(): void {
    if (!this.demo || this.store.read(tx => segmentRuns(tx.settings).length > 0)) return
    const earlier = earlierBooks(this.book(), this.history(), this.rules)
    const now = Date.parse(this.#clock.now())
    const pack = this.rules.segments.version
    this.store.write(tx => {
      for (const { weeks, book } of earlier)
        recordCells(tx, book, { at: new Date(now - weeks * 7 * 86_400_000).toISOString(), why: 'derived', pack })
    }, 'page')
    // the cell of now follows on the one of a week ago
    this.#book = null
  }

  /** Keeps the cells of now in the history; called after every sync, every import and every change of rules. */
  recordCells(why: SegmentRun['why'] = 'data'): number {
    const book = this.book()
    const run = { at: this.#clock.now(), why, pack: this.rules.segments.version }
    return this.store.write(tx => recordCells(tx, book, run), 'page')
  }

  /** Judges the holdings again when the book, the rules or the day are others than at the last time. */
  rematch(made: { readonly at: string; readonly id: () => string }): void {
    const book = this.book()
    if (this.#rematched === book) return
    rematchBook(this, made)
    this.#rematched = book
  }

  /** Moves of the last recorded run against the one before it. */
  lastMoves(): Moves & { readonly with: string | null } {
    const book = this.book()
    return this.store.read(tx => {
      const [last, before] = segmentRuns(tx.settings).toReversed()
      if (last === undefined || before === undefined) return { with: null, ...noMoves }
      if (this.#moves?.of !== book || this.#moves.at !== last.at)
        this.#moves = { of: book, at: last.at, moves: { with: before.at, ...movesBetween(tx, before, last) } }
      return this.#moves.moves
    })
  }

  close(): void {
    this.#forget()
  }
}
