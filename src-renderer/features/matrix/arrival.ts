import type { SyncProgress } from '../../../src-main/contract/sync.ts'
import type { Tier } from '../../../src-main/model/levels.ts'

export type TierState = 'whole' | 'partial' | 'missing'
export type Arrival = { readonly partial: boolean; readonly stateOf: (tier: Tier) => TierState }

const everything: Arrival = { partial: false, stateOf: () => 'whole' }

/** Which tiers of the book are here. Only a first sync leaves gaps: later ones replace row by row. */
export const arrivalOf = (progress: SyncProgress | null, neverSynced: boolean): Arrival => {
  if (!progress || !neverSynced || progress.state === 'idle' || progress.state === 'done') return everything
  const ready = progress.tierReady
  if (ready === 1) return everything
  const started = new Set(progress.streams.filter(s => s.rows > 0).map(s => s.tier))
  return {
    partial: true,
    stateOf: tier => (tier >= ready ? 'whole' : started.has(tier) ? 'partial' : 'missing'),
  }
}
