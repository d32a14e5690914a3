import { array, assert, nat, pre, property } from 'fast-check'
import { expect, it } from 'vitest'
import { sharesThatAdd, shareText } from '../../../src-renderer/ui/add-up.ts'

const print = (n: number): string => `${(n * 100).toFixed(1)}%`

it('shares add up to one hundred percent, and none is off by a whole unit', () => {
  assert(
    property(array(nat(1e12), { minLength: 1, maxLength: 40 }), values => {
      const total = values.reduce((a, b) => a + b, 0)
      pre(total > 0)
      const shares = sharesThatAdd(values)
      expect(Math.round(shares.reduce((a, b) => a + b, 0) * 1000)).toBe(1000)
      for (const [i, share] of shares.entries()) expect(Math.abs(share - (values[i] ?? 0) / total)).toBeLessThan(0.001)
    }),
  )
})

it('shares of nothing are nothing', () => {
  expect(sharesThatAdd([0, 0, 0])).toEqual([0, 0, 0])
})

it('a part that rounds to nothing is told as less than the smallest unit', () => {
  expect(shareText(0, true, print)).toBe('<0.1%')
  expect(shareText(0, false, print)).toBe('0.0%')
})
