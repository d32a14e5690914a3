import { expect, test } from 'vitest'
import { autoSync } from '../../../../src-main/services/sync/auto-sync.ts'

test('syncs soon, then on schedule, sooner after a failure, and not again after it was stopped', async () => {
  const outcomes = [true, false, 'thrown', true]
  const pauses: number[] = []
  const stop = new AbortController()
  const run = async (): Promise<boolean> => {
    const outcome = outcomes.shift()
    if (outcomes.length === 0) stop.abort()
    if (outcome === 'thrown') throw new Error('no network')
    return outcome === true
  }
  const clock = { wait: async (ms: number) => void pauses.push(ms) }
  const told: number[] = []
  const planned = (ms: number): void => void told.push(ms)
  await autoSync({ clock, chance: { random: () => 0.5 }, run, planned }, stop.signal)
  // 3 s after opening, 30 min after the success, 1 and 2 min after one and two failures
  expect(pauses).toEqual([3000, 1_800_000, 60_000, 120_000])
  expect(told).toEqual(pauses)
  expect(outcomes).toEqual([])
})

test('begins with the short pause after a failure when one has just failed', async () => {
  const pauses: number[] = []
  const stop = new AbortController()
  const run = async (): Promise<boolean> => {
    if (pauses.length === 2) stop.abort()
    return false
  }
  const clock = { wait: async (ms: number) => void pauses.push(ms) }
  await autoSync({ clock, chance: { random: () => 0.5 }, run, planned: () => undefined }, stop.signal, 1)
  expect(pauses).toEqual([60_000, 120_000])
})
