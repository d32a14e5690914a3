const AHEAD_MS = 8 * 3_600_000
/** From this hour of UTC on it is the next day there. */
const NEXT_DAY = 16

/**
 * The day of an instant where the exchanges are, as `2026-11-24`; `at` is an ISO instant of UTC, or a day, which stays itself. China has one
 * time, UTC+8, without summer time: at half past seven in the morning there, UTC is still in the day before.
 */
export const dayInChina = (at: string): string =>
  Number(at.slice(11, 13)) < NEXT_DAY ? at.slice(0, 10) : new Date(Date.parse(at) + AHEAD_MS).toISOString().slice(0, 10)

/** The instant, in ISO of UTC, at which the day in China that holds the instant `at` is over. */
export const endOfDayInChina = (at: string): string =>
  new Date(Date.parse(`${dayInChina(at)}T00:00:00Z`) + 24 * 3_600_000 - AHEAD_MS).toISOString()
