import { expect, test } from 'vitest'
import { makeRandom } from '../../../../src-main/head-office/demo/random.ts'

const first = (seed: number, name: string): number[] => {
  const random = makeRandom(seed, name)
  return Array.from({ length: 8 }, () => random.next())
}

test('a seed and a name give one sequence; another of either gives another', () => {
  expect(first(1, 'a')).toEqual(first(1, 'a'))
  expect(first(1, 'a')).not.toEqual(first(2, 'a'))
  expect(first(1, 'a')).not.toEqual(first(1, 'b'))
})

const mean = (xs: readonly number[]): number => xs.reduce((s, x) => s + x, 0) / xs.length

test('uniform and normal numbers have the moments they should', () => {
  const random = makeRandom(7, 'moments')
  const n = 100_000
  const uniform = Array.from({ length: n }, () => random.next())
  const normal = Array.from({ length: n }, () => random.normal())
  // Standard errors: 0.29 / sqrt(n) = 0.0009, 1 / sqrt(n) = 0.003, sqrt(2 / n) = 0.0045, sqrt(24 / n) = 0.015; five of each
  expect(Math.abs(mean(uniform) - 0.5)).toBeLessThan(0.0046)
  expect(Math.min(...uniform.slice(0, 5000))).toBeGreaterThanOrEqual(0)
  expect(Math.abs(mean(normal))).toBeLessThan(0.016)
  expect(Math.abs(mean(normal.map(x => x * x)) - 1)).toBeLessThan(0.023)
  expect(Math.abs(mean(normal.map(x => x ** 4)) - 3)).toBeLessThan(0.15)
})
