import { expect, it } from 'vitest'
import { digitsOf, roundTicks } from '../../src-main/domain/report/charts/geometry.ts'

it('an axis of a narrow range prints no figure twice', () => {
  const ticks = roundTicks(1, 1.02, 4)
  const printed = ticks.map(tick => tick.toFixed(digitsOf(ticks)))
  expect(new Set(printed).size).toBe(ticks.length)
})

it('round ticks need no more decimals than they have', () => {
  expect(digitsOf([400, 600, 800])).toBe(0)
  expect(digitsOf([2.5, 5, 7.5])).toBe(1)
})
