import type { QueryClient } from '@tanstack/react-query'

const SOON_MS = 150
const PAUSE_MS = 1500

type Later = (run: () => void, ms: number) => unknown

/**
 * Asks again what an event made stale, soon after it and at most every 1.5 s. A query that is being answered is left to finish and asked
 * again afterwards, it alone: cancelled by each event of a long sync it would never come back.
 */
export class StaleAreas {
  readonly #queries: QueryClient
  readonly #later: Later
  readonly #areas = new Set<unknown>()
  /** Hashes of queries that were being answered when their area became stale. */
  #late: ReadonlySet<string> = new Set()
  #isPlanned = false

  constructor(queries: QueryClient, later: Later = (run, ms) => setTimeout(run, ms)) {
    this.#queries = queries
    this.#later = later
  }

  /** A query is named by its area first. */
  add(areas: readonly string[]): void {
    for (const area of areas) this.#areas.add(area)
    this.#plan(SOON_MS)
  }

  #plan(ms: number): void {
    if (this.#isPlanned) return
    this.#isPlanned = true
    this.#later(() => this.#askAgain(), ms)
  }

  #askAgain(): void {
    this.#isPlanned = false
    const stale = this.#queries
      .getQueryCache()
      .findAll({ predicate: each => this.#areas.has(each.queryKey[0]) || this.#late.has(each.queryHash) })
    const [busy, free] = [stale.filter(isBusy), new Set(stale.filter(each => !isBusy(each)))]
    this.#areas.clear()
    this.#late = new Set(busy.map(each => each.queryHash))
    void this.#queries.invalidateQueries({ predicate: each => free.has(each) })
    if (busy.length > 0) this.#plan(PAUSE_MS)
  }
}

const isBusy = (each: { readonly state: { readonly fetchStatus: string } }): boolean =>
  each.state.fetchStatus === 'fetching'
