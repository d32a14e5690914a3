import { expect } from 'vitest'
import { readShared, readSharedCsv } from './shared-folder.ts'

export interface Vector {
  readonly id: string
  readonly metric: string
  readonly function?: string
  readonly input: Readonly<Record<string, unknown>>
  readonly expected: unknown
  readonly tolerance: { readonly abs?: number; readonly rel?: number }
  readonly usable?: boolean
  readonly note?: string
}

export function readVectors(file: string): readonly Vector[] {
  const { vectors } = JSON.parse(readShared(`vectors/${file}.json`)) as { vectors: readonly Vector[] }
  return vectors
}

/** What a conversion to our convention gives: a number to compare, a comparison made, or why a vector does not apply. */
export type Converted = number | null | { readonly matches: true } | { readonly notApplicable: string }

/** Compares every vector a conversion exists for, prints how many of how many pass, and lists what does not apply. */
export function checkVectors(file: string, convert: (vector: Vector) => Converted): void {
  const vectors = readVectors(file)
  const skipped = new Map<string, number>()
  const wrong: string[] = []
  let passed = 0
  const usable = vectors.filter(vector => vector.usable !== false)
  for (const vector of usable) {
    const ours = convert(vector)
    if (ours !== null && typeof ours === 'object' && 'matches' in ours) passed++
    else if (ours !== null && typeof ours === 'object') {
      const reason = `${vector.metric}: ${ours.notApplicable}`
      skipped.set(reason, (skipped.get(reason) ?? 0) + 1)
    } else if (agrees(ours, vector)) passed++
    else wrong.push(`${vector.id}: ours ${ours}, expected ${String(vector.expected)}`)
  }
  console.log(`${file}: ${passed} of ${usable.length} pass`)
  const left = vectors.filter(vector => vector.usable === false)
  if (left.length > 0)
    console.log(`  left out, the file says their values are wrong: ${left.map(v => v.id).join(', ')}`)
  for (const [reason, count] of skipped) console.log(`  not applicable (${count}): ${reason}`)
  expect(wrong).toEqual([])
}

export function agrees(ours: number | null, vector: Vector): boolean {
  const { expected, tolerance } = vector
  if (typeof expected !== 'number') return ours === null && (expected === null || expected === 'NaN')
  if (ours === null) return false
  return Math.abs(ours - expected) <= Math.max(tolerance.abs ?? 0, (tolerance.rel ?? 0) * Math.abs(expected))
}

/** The columns of a data set, only the rows where all of them have a value. */
export function columnsOf(dataset: string, names: readonly string[]): readonly (readonly number[])[] {
  const rows = readSharedCsv(`vectors/${dataset}`).filter(row => names.every(name => (row[name] ?? '') !== ''))
  return names.map(name => rows.map(row => Number(row[name])))
}

export function datesOf(dataset: string, names: readonly string[]): readonly string[] {
  return readSharedCsv(`vectors/${dataset}`)
    .filter(row => names.every(name => (row[name] ?? '') !== ''))
    .map(row => row['date'] ?? '')
}
