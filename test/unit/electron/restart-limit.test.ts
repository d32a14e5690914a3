import { expect, it } from 'vitest'
import { restartLimit } from '../../../src-main/electron/restart-limit.ts'

it('lets a process start again three times within a minute, and once more when the minute is over', () => {
  let now = 0
  const may = restartLimit(() => now)
  expect([may(), may(), may(), may()]).toEqual([true, true, true, false])
  now = 61_000
  expect(may()).toBe(true)
})
