import { describe, expect, test } from 'vitest'
import { IdleLock } from '../../../../src-main/services/session/idle-lock.ts'

/** A clock that stands still until it is waited for; `events` happen when their time has come. */
const fakeClock = (events: readonly (readonly [number, () => void])[] = []) => {
  let now = 0
  const due = [...events]
  return {
    monotonic: () => now,
    wait: (ms: number, signal: AbortSignal): Promise<void> => {
      const until = now + ms
      for (let next = due[0]; next !== undefined && next[0] <= until; next = due[0]) {
        due.shift()
        now = next[0]
        next[1]()
      }
      now = until
      return signal.aborted ? Promise.reject(new Error('stopped')) : Promise.resolve()
    },
  }
}
const minutesOf = (ms: number): number => ms / 60_000
const throwing = (fault: unknown): void => {
  throw fault
}

describe('the lock of a workstation that nobody is at', () => {
  test('comes when the minutes of the setting are over', async () => {
    const clock = fakeClock()
    let lockedAt = 0
    const lock = async (): Promise<void> => void (lockedAt = clock.monotonic())
    await new IdleLock({ clock, minutes: () => 15, lock, log: throwing }).watch(new AbortController().signal)
    expect(minutesOf(lockedAt)).toBe(15)
  })

  test('is put off by a key or a movement', async () => {
    const parts = { lockedAt: 0 }
    const clock = fakeClock([[14 * 60_000, () => idle.active()]])
    const lock = async (): Promise<void> => void (parts.lockedAt = clock.monotonic())
    const idle = new IdleLock({ clock, minutes: () => 15, lock, log: throwing })
    await idle.watch(new AbortController().signal)
    // 14 minutes, and 15 from there
    expect(minutesOf(parts.lockedAt)).toBe(29)
  })

  test('takes a shorter setting into force within half a minute, and 0 means never', async () => {
    let minutes = 0
    const clock = fakeClock([[100 * 60_000, () => (minutes = 5)]])
    let lockedAt = 0
    const lock = async (): Promise<void> => void (lockedAt = clock.monotonic())
    await new IdleLock({ clock, minutes: () => minutes, lock, log: throwing }).watch(new AbortController().signal)
    expect(minutesOf(lockedAt)).toBeGreaterThanOrEqual(100)
    expect(minutesOf(lockedAt)).toBeLessThanOrEqual(100.5)
  })

  test('does not come after the book was locked otherwise', async () => {
    const stop = new AbortController()
    const clock = fakeClock([[60_000, () => stop.abort()]])
    let locks = 0
    const lock = async (): Promise<void> => void locks++
    await new IdleLock({ clock, minutes: () => 15, lock, log: throwing }).watch(stop.signal)
    expect(locks).toBe(0)
  })
})
