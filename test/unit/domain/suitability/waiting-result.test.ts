import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { waitingResult } from '../../../../src-main/domain/suitability/waiting-result.ts'
import { Questionnaire } from '../../../../src-main/model/questionnaire.ts'

const row = (id: string, date: string, fields: object = {}): Questionnaire =>
  Questionnaire.parse({
    id,
    clientId: 'C1',
    date,
    version: 'v',
    score: 50,
    riskCapacity: 'C3',
    validUntil: '2027-11-23',
    term: 2,
    variety: 3,
    answers: {},
    answeredBy: 'client',
    ...fields,
  })
const held = { held: ['levelJump'] }
const review = (decision: string) => ({ decision, at: '2026-11-24T02:00:00.000Z', by: '李合规', note: '' })

describe('the result that waits', () => {
  it.each([
    ['nothing', [row('a', '2026-01-01')], null],
    ['the held one', [row('a', '2026-01-01'), row('b', '2026-11-23', held)], 'b'],
    ['none after a release', [row('b', '2026-11-23', { ...held, review: review('released') })], null],
    ['none after it was declined', [row('b', '2026-11-23', { ...held, review: review('declined') })], null],
    ['none once newer answers count', [row('b', '2026-11-20', held), row('c', '2026-11-23')], null],
    [
      'none once newer answers were released',
      [row('b', '2026-11-20', held), row('c', '2026-11-23', { ...held, review: review('released') })],
      null,
    ],
    ['one of the same day as answers that count', [row('b', '2026-11-23', held), row('c', '2026-11-23')], 'b'],
    ['the newest of two', [row('b', '2026-11-20', held), row('c', '2026-11-23', held)], 'c'],
    [
      'the older one when the newer was declined',
      [row('b', '2026-11-20', held), row('c', '2026-11-23', { ...held, review: review('declined') })],
      'b',
    ],
  ] as const)('is %s', (_, history, id) => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...history], { minLength: history.length }), shuffled => {
        expect(waitingResult(shuffled)?.id ?? null).toBe(id)
      }),
    )
  })
})
