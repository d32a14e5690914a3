import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMonths,
  assessmentStanding,
  questionnaireAlerts,
  repeatCheck,
  validUntil,
  type Assessment,
} from '../../../../src-main/domain/suitability/questionnaire-history.ts'
import { scoreQuestionnaire } from '../../../../src-main/domain/suitability/score-questionnaire.ts'
import { QuestionnairePack } from '../../../../src-main/model/questionnaire-pack.ts'
import { readPackJson } from '../../../helpers/rule-packs.ts'

const pack = QuestionnairePack.parse(readPackJson('questionnaires/2026.2.json'))
const answersOf = (pick: (scores: readonly number[]) => number): Record<string, string> =>
  Object.fromEntries(pack.questions.map(q => [q.id, q.answers[pick(q.answers.map(a => a.score))]?.id ?? '']))
const best = answersOf(scores => scores.indexOf(Math.max(...scores)))
const worst = answersOf(scores => scores.indexOf(Math.min(...scores)))

describe('scoreQuestionnaire', () => {
  it('gives the highest level for the highest answers', () => {
    expect(scoreQuestionnaire(best, pack)).toMatchObject({
      kind: 'scored',
      score: 109,
      riskCapacity: 'C5',
      term: 3,
      variety: 4,
      objective: 'growth',
      lowest: [],
      contradictions: [],
    })
  })

  it('puts a client who can bear no loss in the lowest category, whatever the score', () => {
    const result = scoreQuestionnaire({ ...best, loss: 'a' }, pack)
    expect(result).toMatchObject({ riskCapacity: 'C1min', score: 100 })
    expect(result.kind === 'scored' && result.lowest.map(r => r.id)).toEqual(['no-loss'])
    expect(scoreQuestionnaire(worst, pack)).toMatchObject({ riskCapacity: 'C1min', score: 10 })
  })

  it('names contradictions with the questions to show again', () => {
    const result = scoreQuestionnaire({ ...best, loss: 'a' }, pack)
    expect(result.kind === 'scored' && result.contradictions.map(c => c.id)).toEqual([
      'no-loss-but-growth',
      'no-loss-but-gamble',
    ])
    expect(result.kind === 'scored' && result.contradictions[0]?.questions).toEqual(['loss', 'objective'])
  })

  it('counts the highest of several answers', () => {
    const one = scoreQuestionnaire({ ...best, held: 'b' }, pack)
    const two = scoreQuestionnaire({ ...best, held: 'a,b' }, pack)
    expect(two).toEqual(one)
  })

  it('is incomplete with a missing, an unknown or a second single answer', () => {
    const { loss: _, ...rest } = best
    expect(scoreQuestionnaire(rest, pack)).toEqual({ kind: 'incomplete', missing: ['loss'] })
    expect(scoreQuestionnaire({ ...best, loss: 'z' }, pack)).toEqual({ kind: 'incomplete', missing: ['loss'] })
    expect(scoreQuestionnaire({ ...best, loss: 'a,b' }, pack)).toEqual({ kind: 'incomplete', missing: ['loss'] })
  })

  it('never lowers the level when one answer scores more, lowest category apart', () => {
    const levels = ['C1min', 'C1', 'C2', 'C3', 'C4', 'C5']
    const sheet = fc.record(
      Object.fromEntries(pack.questions.map(q => [q.id, fc.constantFrom(...q.answers.map(a => a.id))])),
    )
    fc.assert(
      fc.property(sheet, fc.constantFrom(...pack.questions), (answers, question) => {
        const top = question.answers.toSorted((a, b) => b.score - a.score)[0]?.id ?? ''
        const before = scoreQuestionnaire(answers, pack)
        const after = scoreQuestionnaire({ ...answers, [question.id]: top }, pack)
        if (before.kind !== 'scored' || after.kind !== 'scored') throw new Error('answers were complete')
        expect(levels.indexOf(after.riskCapacity)).toBeGreaterThanOrEqual(levels.indexOf(before.riskCapacity))
      }),
    )
  })

  it.each([
    [19, 'C1'],
    [20, 'C2'],
    [36, 'C2'],
    [37, 'C3'],
    [53, 'C3'],
    [54, 'C4'],
    [82, 'C4'],
    [83, 'C5'],
  ])('%d points are %s', (score, capacity) => {
    const one = {
      ...pack,
      questions: [{ id: 'q', text: pack.name, multiple: false, answers: [{ id: 'a', text: pack.name, score }] }],
    }
    expect(scoreQuestionnaire({ q: 'a' }, one)).toMatchObject({ score, riskCapacity: capacity })
  })
})

describe('validity', () => {
  it('lasts twelve months, to the last of a shorter month', () => {
    expect(validUntil('2026-11-23', pack)).toBe('2027-11-23')
    expect(validUntil('2024-02-29', pack)).toBe('2025-02-28')
    expect(addMonths('2026-12-31', 2)).toBe('2027-02-28')
  })

  it.each([
    [null, { kind: 'none' }],
    ['2026-12-24', { kind: 'valid', until: '2026-12-24', daysLeft: 31 }],
    ['2026-12-23', { kind: 'expiring', until: '2026-12-23', daysLeft: 30 }],
    ['2026-11-23', { kind: 'expiring', until: '2026-11-23', daysLeft: 0 }],
    ['2026-11-22', { kind: 'expired', until: '2026-11-22', daysAgo: 1 }],
  ])('until %s it stands as it should on 2026-11-23', (until, standing) => {
    expect(assessmentStanding(until, '2026-11-23', pack)).toEqual(standing)
  })
})

const assessment = (id: string, date: string, riskCapacity: Assessment['riskCapacity']): Assessment => ({
  id,
  date,
  riskCapacity,
  answeredBy: 'client',
})

describe('repeats', () => {
  it('are limited to two a day', () => {
    const today = [1, 2].map(i => assessment(`q${i}`, '2026-11-23', 'C3'))
    expect(repeatCheck(today, '2026-11-23', pack)).toEqual({ kind: 'tooManyToday', limit: 2 })
    expect(repeatCheck(today, '2026-11-24', pack)).toEqual({ kind: 'allowed' })
  })

  it('are limited to eight a year, and open again when the first of them is a year old', () => {
    const year = Array.from({ length: 8 }, (_, i) => assessment(`q${i}`, `2026-0${i + 1}-10`, 'C3'))
    expect(repeatCheck(year, '2026-11-23', pack)).toEqual({ kind: 'tooManyThisYear', limit: 8, againOn: '2027-01-10' })
    expect(repeatCheck(year, '2027-01-10', pack)).toEqual({ kind: 'allowed' })
  })
})

describe('alerts', () => {
  const history = [assessment('old', '2026-01-05', 'C2'), assessment('new', '2026-11-20', 'C4')]

  it('ring for a jump of two levels and for an upgrade just before a purchase that needed it', () => {
    const purchases = [{ date: '2026-11-23', code: 'p', needs: 'C4' } as const]
    expect(questionnaireAlerts(history, purchases, pack)).toEqual([
      { kind: 'levelJump', id: 'new', date: '2026-11-20', from: 'C2', to: 'C4', levels: 2 },
      {
        kind: 'upgradeBeforePurchase',
        id: 'new',
        date: '2026-11-20',
        from: 'C2',
        to: 'C4',
        code: 'p',
        purchasedOn: '2026-11-23',
        days: 3,
      },
    ])
  })

  it('are silent about purchases that the old level allowed, or that came later', () => {
    const purchases = [
      { date: '2026-11-23', code: 'p', needs: 'C2' },
      { date: '2026-11-28', code: 'q', needs: 'C4' },
    ] as const
    expect(questionnaireAlerts(history, purchases, pack).map(a => a.kind)).toEqual(['levelJump'])
  })

  it('name assessments that the advisor filled in', () => {
    const byAdvisor = [{ ...assessment('a', '2026-01-05', 'C2'), answeredBy: 'advisor' } as const]
    expect(questionnaireAlerts(byAdvisor, [], pack)).toEqual([
      { kind: 'answeredByAdvisor', id: 'a', date: '2026-01-05' },
    ])
  })
})
