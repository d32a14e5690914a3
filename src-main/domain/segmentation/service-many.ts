/** Codes of the standing against the contact cadence. */
export const ON_TIME = 0
export const DUE = 1
export const OVERDUE = 2

/**
 * Standing of n clients on day `today`: the same answers as `serviceState`, as codes. `servedOn` is the day number from
 * which the cadence runs, NaN where neither a contact nor the opening of the account is known (due today); `cadenceDays`
 * holds one cadence a place, `place` the place of every client. All days are day numbers.
 */
export const serviceMany = (
  servedOn: Float64Array,
  place: Uint8Array,
  cadenceDays: readonly number[],
  today: number,
  leadDays: number,
): Uint8Array => {
  const states = new Uint8Array(servedOn.length)
  for (let i = 0; i < states.length; i++) {
    const base = servedOn[i] ?? Number.NaN
    const due = Number.isNaN(base) ? today : base + (cadenceDays[place[i] ?? 0] ?? 0)
    states[i] = today > due ? OVERDUE : today >= due - leadDays ? DUE : ON_TIME
  }
  return states
}
