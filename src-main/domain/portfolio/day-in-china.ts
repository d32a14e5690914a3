const AHEAD_MS = 8 * 3_600_000

/**
 * The day of an instant where the exchanges are, as `2026-11-24`; `at` is an ISO instant. China has one time, UTC+8, without summer time:
 * at half past seven in the morning there, UTC is still in the day before.
 */
export const dayInChina = (at: string): string => new Date(Date.parse(at) + AHEAD_MS).toISOString().slice(0, 10)
