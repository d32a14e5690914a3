import type { AppEvent } from '../../contract/events.ts'

type Area = Extract<AppEvent, { kind: 'changed' }>['areas'][number]

const areas: Readonly<Record<string, Area>> = {
  products: 'market',
  funds: 'market',
  fundHoldings: 'market',
  announcements: 'market',
  benchmarks: 'market',
  yields: 'market',
  navs: 'market',
  seriesTails: 'market',
  rulePacks: 'rules',
  keptPacks: 'rules',
  notices: 'suitability',
  lastJudged: 'suitability',
  evidence: 'suitability',
  reports: 'reports',
  reportFiles: 'reports',
  batches: 'reports',
  batchItems: 'reports',
  deliveries: 'reports',
  reportContents: 'reports',
  outbox: 'outbox',
  settings: 'settings',
}

/** Parts of the screens that a committed write may have made stale. */
export const changedAreas = (tables: ReadonlySet<string>): Area[] => [
  ...new Set(Array.from(tables, table => areas[table] ?? 'book')),
]
