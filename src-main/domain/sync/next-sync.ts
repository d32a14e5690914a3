const minute = 60_000

export interface SyncCadence {
  readonly everyMinutes: number
  readonly firstRetryMinutes: number
}

/** Ours: a book changes once a day at head office, tasks and tags more often. */
export const officeCadence: SyncCadence = { everyMinutes: 30, firstRetryMinutes: 1 }

/**
 * Milliseconds until the next sync by itself. After a failure the pause starts short and doubles up to the usual one; a tenth is
 * left to chance so that desks that were opened together do not ask together. `random` in [0, 1).
 */
export const nextSyncMs = (failures: number, random: number, cadence: SyncCadence = officeCadence): number => {
  const minutes =
    failures === 0
      ? cadence.everyMinutes
      : Math.min(cadence.everyMinutes, cadence.firstRetryMinutes * 2 ** Math.min(10, failures - 1))
  return Math.round(minutes * minute * (0.95 + 0.1 * random))
}
