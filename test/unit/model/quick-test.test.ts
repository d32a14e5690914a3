import { assert, boolean, constantFrom, jsonValue, oneof, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { quickTest } from '../../../src-main/model/quick-test.ts'
import { StreamName, streams } from '../../../src-main/model/stream.ts'
import { sampleRow } from '../../helpers/sample-rows.ts'

/** Values that break a field in ways that schemas tell apart. */
const oddities = oneof(
  jsonValue(),
  constantFrom<unknown>(
    null,
    '',
    '2026-02-30',
    '2028-02-29',
    '2026-02-28T01:02:03.004Z',
    1.5,
    -0,
    2 ** 53,
    'x'.repeat(5000),
    [],
    {},
    true,
  ),
)

const copyOf = (row: unknown): Record<string, unknown> => JSON.parse(JSON.stringify(row)) as Record<string, unknown>

describe('the quick test', () => {
  test.each(StreamName.options)('exists for %s and takes its rows', stream => {
    expect(quickTest(streams[stream].schema)?.(copyOf(sampleRow(stream)))).toBe(true)
  })

  test.each(StreamName.options)('never takes a row of %s that the schema refuses or changes', stream => {
    const { schema } = streams[stream]
    const quick = quickTest(schema)
    const fields = Object.keys(sampleRow(stream))
    assert(
      property(constantFrom(...fields, 'unknownField'), oddities, boolean(), (field, value, isRemoved) => {
        const row = copyOf(sampleRow(stream))
        if (isRemoved) delete row[field]
        else row[field] = value
        if (quick?.(row) !== true) return
        const parsed = schema.safeParse(row)
        expect(parsed.success).toBe(true)
        expect(parsed.data).toEqual(row)
      }),
      { numRuns: 300 },
    )
  })

  test('takes a field that may be missing, and nothing in its place', () => {
    const quick = quickTest(z.object({ a: z.string(), b: z.int().min(1).optional() }))
    expect([{ a: '' }, { a: '', b: 1 }].map(row => quick?.(row))).toEqual([true, true])
    expect([{ b: 1 }, { a: '', b: 0 }, { a: '', c: 1 }, { a: '', b: null }].map(row => quick?.(row))).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  test('is not made for what it does not know', () => {
    expect(quickTest(z.string().transform(text => text.length))).toBeNull()
    expect(quickTest(z.object({ a: z.union([z.string(), z.number()]) }))).toBeNull()
    expect(quickTest(z.string().regex(/a/g))).toBeNull()
  })
})
