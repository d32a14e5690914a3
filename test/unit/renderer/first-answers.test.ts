import { expect, it } from 'vitest'
import { FirstAnswers } from '../../../src-renderer/state/first-answers.ts'

const cell = { tier: 5, style: 'allocation' }
const text = JSON.stringify({
  'matrix.view {}': '{"clients":3}',
  'matrix.cell {"tier":5,"style":"allocation"}': 'null',
})

it('gives each answer once, and only to its own question', async () => {
  const first = new FirstAnswers(text)
  expect(first.has(['matrix', 'view'], {})).toBe(true)
  expect(await first.take(['matrix', 'view'], {})).toEqual({ clients: 3 })
  expect(first.take(['matrix', 'view'], {})).toBeNull()
  expect(first.take(['matrix', 'cell'], { ...cell, tier: 4 })).toBeNull()
  const answer = first.take(['matrix', 'cell'], cell)
  expect(answer).not.toBeNull()
  expect(await answer).toBeNull()
})

it('has nothing to say once it is told to forget, and where nothing was kept', () => {
  const first = new FirstAnswers(text)
  first.forget()
  expect(first.take(['matrix', 'view'], {})).toBeNull()
  for (const nothing of [null, undefined, 7]) expect(new FirstAnswers(nothing).has(['matrix', 'view'], {})).toBe(false)
})
