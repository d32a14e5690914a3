import { expect, test } from 'vitest'
import { backoffMs } from '../../../../src-main/domain/sync/backoff.ts'
import { nextSyncMs } from '../../../../src-main/domain/sync/next-sync.ts'

test('the pause before a repetition doubles from half a second up to a minute, half of it left to chance', () => {
  // full pause 500 ms, 1 s, 2 s ...; chance 0 gives half of it, chance 1 nearly all
  expect([1, 2, 3].map(attempt => backoffMs(attempt, 0))).toEqual([250, 500, 1000])
  expect(backoffMs(1, 0.5)).toBe(375)
  expect(backoffMs(30, 0.999)).toBeLessThanOrEqual(60_000)
})

test('the pause is at least what head office asked for, up to five minutes', () => {
  expect(backoffMs(1, 0, 7000)).toBe(7000)
  expect(backoffMs(1, 0, 86_400_000)).toBe(300_000)
})

test('the next sync by itself comes in half an hour, after failures sooner and sooner less', () => {
  // chance 0.5 is the middle of the tenth: 30 min = 1,800,000 ms; failures 1, 2, 4 ... minutes
  expect([0, 1, 2, 3, 9].map(failures => nextSyncMs(failures, 0.5))).toEqual([
    1_800_000, 60_000, 120_000, 240_000, 1_800_000,
  ])
})
