import type { BenchResult } from './bench-result.ts'
import { withDisplay } from './with-display.ts'

/** Benchmarks that are measured in one go carry the names of all their results. */
export interface BenchGroup {
  readonly names: readonly string[]
  readonly load: () => Promise<() => Promise<BenchResult | readonly BenchResult[]>>
}

const onDisplay =
  <T>(work: () => Promise<T>) =>
  (): Promise<T> =>
    withDisplay(work)

/** Every benchmark, loaded when it is run; the quick ones first. */
export const benchmarks: readonly BenchGroup[] = [
  { names: ['segment-million'], load: async () => (await import('./segment-million.ts')).segmentMillion },
  { names: ['judge-book'], load: async () => (await import('./judge-book.ts')).judgeBook },
  { names: ['verify-chain'], load: async () => (await import('./verify-chain.ts')).verifyChainBench },
  { names: ['diagnose-client'], load: async () => (await import('./diagnose-client.ts')).diagnoseClient },
  { names: ['report-warm'], load: async () => (await import('./report-warm.ts')).reportWarm },
  { names: ['report-cold'], load: async () => (await import('./report-cold.ts')).reportCold },
  { names: ['diagnose-universe'], load: async () => (await import('./diagnose-universe.ts')).diagnoseUniverse },
  { names: ['diagnose-universe-day'], load: async () => (await import('./diagnose-universe.ts')).diagnoseUniverseDay },
  {
    names: ['sync-first', 'sync-usable', 'sync-increment'],
    load: async () => (await import('./sync-bench.ts')).syncBench,
  },
  { names: ['navigate', 'navigate-sync'], load: async () => onDisplay((await import('./navigate.ts')).navigate) },
  { names: ['memory'], load: async () => onDisplay((await import('./window-memory.ts')).windowMemory) },
  {
    names: ['matrix-repaint', 'grid-50k', 'grid-50k-scroll'],
    load: async () => (await import('./window-bench.ts')).windowBench,
  },
  { names: ['start-cold'], load: async () => onDisplay(async () => (await import('./start-cold.ts')).startCold()) },
  { names: ['sync-memory', 'sync-memory-flat'], load: async () => (await import('./memory-bench.ts')).memoryBench },
  { names: ['report-batch'], load: async () => (await import('./report-batch.ts')).reportBatch },
  { names: ['segment-firm'], load: async () => (await import('./segment-firm.ts')).segmentFirm },
]
