import { expect, test } from 'vitest'
import { pullPlan, tierReady, type PullStep } from '../../../../src-main/domain/sync/pull-plan.ts'
import { StreamName, streams } from '../../../../src-main/model/stream.ts'

const nameOf = (step: PullStep): string => `${step.stream} ${step.tier}`

test('the plan holds every stream once for each of its tiers', () => {
  const expected = StreamName.options.flatMap(stream =>
    streams[stream].scope === 'book' ? [1, 2, 3, 4, 5].map(tier => `${stream} ${tier}`) : [`${stream} null`],
  )
  expect(pullPlan().map(nameOf).toSorted()).toEqual(expected.toSorted())
})

test('tiers come from 5 down, and clients before everything that belongs to them', () => {
  const book = pullPlan().filter(step => step.tier !== null)
  expect(book.map(step => step.tier)).toEqual(book.map(step => step.tier).toSorted((a, b) => Number(b) - Number(a)))
  for (const tier of [5, 4, 3, 2, 1]) expect(book.find(step => step.tier === tier)?.stream).toBe('clients')
  expect(book.findIndex(s => s.stream === 'accounts')).toBeLessThan(book.findIndex(s => s.stream === 'holdings'))
})

test('a tier is ready when it and all tiers above it are complete', () => {
  expect(tierReady(() => false)).toBe(6)
  expect(tierReady(() => true)).toBe(1)
  expect(tierReady(step => (step.tier ?? 0) >= 4)).toBe(4)
  expect(tierReady(step => step.tier === 3)).toBe(6)
})
