import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beginAssessment,
  isWithClient,
  stepAssessment,
} from '../../../../src-main/domain/suitability/assessment-steps.ts'
import type { AssessmentAct } from '../../../../src-main/domain/suitability/assessment-steps.ts'
import { assessedFacts } from '../../../../src-main/domain/suitability/assessed-facts.ts'
import { assessmentEffect } from '../../../../src-main/domain/suitability/hold-result.ts'
import { scoreQuestionnaire } from '../../../../src-main/domain/suitability/score-questionnaire.ts'
import { ClientId } from '../../../../src-main/model/ids.ts'
import { Questionnaire } from '../../../../src-main/model/questionnaire.ts'
import { QuestionnairePack } from '../../../../src-main/model/questionnaire-pack.ts'
import { IsoDate, IsoTime } from '../../../../src-main/model/units.ts'
import { readPackJson } from '../../../helpers/rule-packs.ts'

const packs = ['2026.2', '2026-org.2'].map(v => QuestionnairePack.parse(readPackJson(`questionnaires/${v}.json`)))
const levels = ['C1min', 'C1', 'C2', 'C3', 'C4', 'C5'] as const
const date = IsoDate.parse('2026-11-23')
const time = IsoTime.parse('2026-11-23T02:00:00.000Z')

const sheets = (pack: QuestionnairePack) =>
  fc.record(Object.fromEntries(pack.questions.map(q => [q.id, fc.constantFrom(...q.answers.map(a => a.id))])))

describe.each(packs.map(pack => [pack.version, pack] as const))('what a result of %s may change', (_, pack) => {
  it('is never above what the client had, unless nothing holds it back', () => {
    const before = fc.record({
      riskCapacity: fc.constantFrom(null, ...levels),
      term: fc.constantFrom(null, 1 as const, 2 as const, 3 as const),
      variety: fc.constantFrom(null, 1 as const, 2 as const, 3 as const, 4 as const),
    })
    fc.assert(
      fc.property(
        sheets(pack),
        before,
        fc.constantFrom('client' as const, 'advisor' as const),
        (answers, had, answeredBy) => {
          const result = scoreQuestionnaire(answers, pack)
          if (result.kind !== 'scored') throw new Error('answers were complete')
          const { held, facts } = assessmentEffect(
            { before: had, result, answeredBy, events: [], date, waiting: [] },
            pack,
          )
          if (held.length === 0) {
            expect(facts).toMatchObject({ riskCapacity: result.riskCapacity, assessedOn: date })
            return
          }
          expect(facts.validUntil).toBeUndefined()
          expect(facts.assessedOn).toBeUndefined()
          if (facts.riskCapacity !== undefined) {
            expect(had.riskCapacity).not.toBeNull()
            expect(levels.indexOf(facts.riskCapacity)).toBeLessThan(levels.indexOf(had.riskCapacity ?? 'C1min'))
          }
          if (facts.term != null) expect(facts.term).toBeLessThan(had.term ?? 0)
          if (facts.variety != null) expect(facts.variety).toBeLessThan(had.variety ?? 0)
        },
      ),
    )
  })

  it('always waits when the advisor wrote the answers', () => {
    fc.assert(
      fc.property(sheets(pack), answers => {
        const result = scoreQuestionnaire(answers, pack)
        if (result.kind !== 'scored') throw new Error('answers were complete')
        const before = { riskCapacity: 'C3', term: 2, variety: 2 } as const
        const { held } = assessmentEffect(
          { before, result, answeredBy: 'advisor', events: [], date, waiting: [] },
          pack,
        )
        expect(held).toContain('answeredByAdvisor')
      }),
    )
  })
})

describe('a rise that a product waits for', () => {
  const [pack] = packs
  if (pack === undefined) throw new Error('no pack')
  const middle = Object.fromEntries(pack.questions.map(q => [q.id, q.answers[0]?.id ?? '']))
  const scored = scoreQuestionnaire(middle, pack)
  if (scored.kind !== 'scored') throw new Error('answers were complete')
  const heldFrom = (
    from: (typeof levels)[number] | null,
    to: (typeof levels)[number],
    needs: (typeof levels)[number],
  ) =>
    assessmentEffect(
      {
        before: { riskCapacity: from, term: 3, variety: 4 },
        result: { ...scored, riskCapacity: to, contradictions: [] },
        answeredBy: 'client',
        events: [],
        date,
        waiting: [{ date, code: 'P', needs }],
      },
      pack,
    ).held

  it.each([
    ['C3', 'C4', 'C4', ['purchaseWaiting']],
    ['C2', 'C3', 'C3', ['purchaseWaiting']],
    // it was possible before, is still out of reach, or there was no level to rise from
    ['C3', 'C4', 'C3', []],
    ['C3', 'C4', 'C5', []],
    ['C4', 'C3', 'C4', []],
    [null, 'C4', 'C4', []],
  ] as const)('from %s to %s for a product that needs %s is held: %j', (from, to, needs, held) => {
    expect(heldFrom(from, to, needs)).toEqual(held)
  })
})

it('every level can be reached with the questionnaire for organisations', () => {
  const pack = packs[1]
  if (pack === undefined) throw new Error('no pack')
  const [low, high] = [Math.min, Math.max].map(pick =>
    pack.questions.reduce((sum, q) => sum + pick(...q.answers.map(a => a.score)), 0),
  )
  expect(low).toBeLessThan(18)
  expect(high).toBeGreaterThanOrEqual(76)
})

describe('the steps of an assessment', () => {
  const [pack] = packs
  if (pack === undefined) throw new Error('no pack')
  const clientId = ClientId.parse('C1')
  const acts = fc.array(
    fc.constantFrom<AssessmentAct>(
      { do: 'identify' },
      { do: 'answer', question: 'loss', answers: ['a'] },
      { do: 'submit' },
      { do: 'change' },
      { do: 'keep' },
      { do: 'confirm' },
      { do: 'handBack' },
      { do: 'pause' },
      { do: 'handOver' },
      { do: 'advisorWrites', reason: 'x' },
    ),
    { maxLength: 40 },
  )

  it('never let an answer of the advisor pass for one of the client', () => {
    fc.assert(
      fc.property(acts, steps => {
        let open = beginAssessment({ id: 'A', clientId, by: 'client', reason: '' }, pack, time)
        for (const act of steps) {
          const outcome = stepAssessment(open, act, pack, time)
          if (outcome.kind === 'refused') continue
          // whoever is named as the writer was given the device: the client after it said who it is
          if (act.do === 'answer' && outcome.assessment.by === 'client') {
            const order = open.events.map(e => e.step)
            expect(order.lastIndexOf('identified')).toBeGreaterThan(order.lastIndexOf('advisorWrites'))
            expect(isWithClient(open)).toBe(true)
          }
          open = outcome.assessment
        }
        const wrote = open.events.some(e => e.step === 'advisorWrites')
        if (open.by === 'advisor') expect(wrote).toBe(true)
      }),
    )
  })
})

it('facts of a questionnaire that names none are its whole result', () => {
  const row = Questionnaire.parse({
    id: 'Q',
    clientId: 'C1',
    date,
    version: '2026',
    score: 50,
    riskCapacity: 'C3',
    validUntil: '2027-11-23',
    term: 2,
    variety: 3,
    answers: {},
    answeredBy: 'client',
  })
  expect(assessedFacts({ row })).toEqual({
    riskCapacity: 'C3',
    assessedOn: date,
    validUntil: '2027-11-23',
    term: 2,
    variety: 3,
  })
  expect(assessedFacts({ row, facts: {} })).toEqual({})
  expect(assessedFacts({ row, facts: { riskCapacity: 'C2' } })).toEqual({ riskCapacity: 'C2' })
})
