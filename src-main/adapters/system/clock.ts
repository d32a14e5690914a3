import { randomUUID, randomBytes } from 'node:crypto'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { IsoTime } from '../../model/units.ts'
import type { Chance, Clock } from '../../services/ports/clock.ts'

let stopped: IsoTime | null = null

/** Pictures that are compared must not depend on the hour: development and tests stop the clock, null lets it go on. */
export const stopClock = (at: string | null): void => {
  stopped = at === null ? null : IsoTime.parse(at)
}

export const systemClock: Clock = {
  now: () => stopped ?? IsoTime.parse(new Date().toISOString()),
  monotonic: () => performance.now(),
  wait: async (ms, signal) => {
    if (ms <= 0) await setImmediate(undefined, { signal })
    else await setTimeout(ms, undefined, { signal })
  },
}

export const systemChance: Chance = {
  random: () => randomBytes(4).readUInt32LE() / 2 ** 32,
  id: () => randomUUID(),
}
