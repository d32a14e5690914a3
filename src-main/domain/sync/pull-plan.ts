import type { StreamName } from '../../model/stream.ts'

export interface PullStep {
  readonly stream: StreamName
  /** Null for reference streams. */
  readonly tier: number | null
}

/** Masters before details, so that no page brings a row whose client is not there yet. */
const bookOrder = [
  'clients',
  'accounts',
  'holdings',
  'questionnaires',
  'tags',
  'tasks',
  'contacts',
  'engagements',
  'trades',
] as const satisfies readonly StreamName[]

/** What the screens need before they can name a holding. */
const firstReference = ['rulePacks', 'products'] as const satisfies readonly StreamName[]
/** What diagnoses need; pulled when the best clients are on screen. */
const laterReference = [
  'funds',
  'benchmarks',
  'yields',
  'navs',
  'fundHoldings',
  'announcements',
] as const satisfies readonly StreamName[]

const reference = (names: readonly StreamName[]): PullStep[] => names.map(stream => ({ stream, tier: null }))
const book = (tier: number): PullStep[] => bookOrder.map(stream => ({ stream, tier }))

/**
 * All streams in the order of the pull: names of products, tier 5 with all its details, market data, then tiers 4 to 1.
 * Every stream of model/stream.ts occurs once for each of its tiers.
 */
export const pullPlan = (): readonly PullStep[] => [
  ...reference(firstReference),
  ...book(5),
  ...reference(laterReference),
  ...[4, 3, 2, 1].flatMap(book),
]

/** The lowest tier that is complete together with all above it; 6 when none is. */
export const tierReady = (isDone: (step: PullStep) => boolean): number => {
  let ready = 6
  for (let tier = 5; tier >= 1; tier--) {
    if (!book(tier).every(isDone)) break
    ready = tier
  }
  return ready
}
