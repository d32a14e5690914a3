import { SegmentRun } from '../../model/segment-run.ts'
import type { WriteTx } from '../ports/store.ts'

const RUNS = 'segmentRuns'
const KEPT_RUNS = 200

/** The runs that were recorded, oldest first. */
export const segmentRuns = (settings: { get(key: string): unknown }): readonly SegmentRun[] => {
  const value = settings.get(RUNS)
  return Array.isArray(value) ? value.flatMap(each => SegmentRun.safeParse(each).data ?? []) : []
}

export const keepRun = (settings: WriteTx['settings'], run: SegmentRun): void =>
  settings.set(RUNS, [...segmentRuns(settings), run].slice(-KEPT_RUNS))
