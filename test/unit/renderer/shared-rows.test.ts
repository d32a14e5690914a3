import { describe, expect, it } from 'vitest'
import { sharedWith } from '../../../src-renderer/state/shared-rows.ts'

interface Row {
  readonly id: string
  readonly assets: number
  readonly tags: readonly string[]
}

const rows = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => ({ id: `C${String(at)}`, assets: at, tags: ['a', 'b'] }))

describe('what an answer shares with the one before', () => {
  it('is the whole of a large list that says the same', () => {
    const before = rows(2000)
    expect(sharedWith(before, rows(2000))).toBe(before)
  })

  it('is every row that did not change, wherever it stands now', () => {
    const before = rows(2000)
    const answer = rows(2001)
    answer[7] = { id: 'C7', assets: 7, tags: ['a', 'c'] }
    answer[8] = { id: 'C8', assets: -1, tags: ['a', 'b'] }
    answer.unshift({ id: 'new', assets: 0, tags: [] })
    const shared = sharedWith(before, answer) as readonly Row[]
    expect(shared).toEqual(answer)
    const kept = new Set<Row>(before)
    expect(shared.filter(row => !kept.has(row)).map(row => row.id)).toEqual(['new', 'C7', 'C8', 'C2000'])
    expect(shared[1]).toBe(before[0])
  })

  it('is not a row that lost a field or has it as something else', () => {
    const before = rows(1000)
    const answer: unknown[] = rows(1000)
    answer[0] = { id: 'C0', assets: 0 }
    answer[1] = { id: 'C1', assets: 1, tags: ['a', 'b'], branch: undefined }
    answer[2] = { id: 'C2', assets: null, tags: ['a', 'b'] }
    const shared = sharedWith(before, answer) as readonly unknown[]
    expect(shared.slice(0, 3)).toEqual(answer.slice(0, 3))
    expect(shared[0]).not.toBe(before[0])
    expect(shared[1]).not.toBe(before[1])
    expect(shared[3]).toBe(before[3])
  })

  it('is a shorter list of the same rows without those that are gone', () => {
    const before = rows(3000)
    const shared = sharedWith(before, rows(2000)) as readonly Row[]
    expect(shared).toHaveLength(2000)
    expect(shared[1999]).toBe(before[1999])
  })

  it('is found deeply in anything else', () => {
    const before = { a: { b: [1, 2] }, c: 1 }
    const shared = sharedWith(before, { a: { b: [1, 2] }, c: 2 }) as typeof before
    expect([shared.a === before.a, shared.c]).toEqual([true, 2])
    expect(sharedWith(undefined, rows(2000))).toEqual(rows(2000))
  })
})
