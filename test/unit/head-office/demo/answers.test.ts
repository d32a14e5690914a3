import { expect, test } from 'vitest'
import { scoreQuestionnaire } from '../../../../src-main/domain/suitability/score-questionnaire.ts'
import { pack } from '../../../../src-main/head-office/demo/answers.ts'
import { makeDemoWorld } from '../../../../src-main/head-office/demo/world.ts'
import type { Client } from '../../../../src-main/model/client.ts'
import type { Questionnaire } from '../../../../src-main/model/questionnaire.ts'

test('every assessment is what the questionnaire makes of its answers, and the newest is the level of the client', () => {
  const newest = new Map<string, Questionnaire>()
  const clients: Client[] = []
  let contradictions = 0
  for (const { stream, row } of makeDemoWorld({ clients: 600, marketSize: 0.1 }).book('B0001')) {
    if (stream === 'clients') clients.push(row as Client)
    if (stream !== 'questionnaires') continue
    const q = row as Questionnaire
    const result = scoreQuestionnaire(q.answers, pack)
    expect(result).toMatchObject({
      kind: 'scored',
      score: q.score,
      riskCapacity: q.riskCapacity,
      term: q.term,
      variety: q.variety,
    })
    contradictions += result.kind === 'scored' && result.contradictions.length > 0 ? 1 : 0
    newest.set(q.clientId, q)
  }
  for (const c of clients) {
    const q = newest.get(c.id)
    expect([c.riskCapacity, c.assessedOn, c.validUntil, c.term, c.variety]).toEqual(
      q === undefined ? [null, null, null, null, null] : [q.riskCapacity, q.date, q.validUntil, q.term, q.variety],
    )
  }
  expect(contradictions).toBeLessThan(clients.length * 0.02)
})
