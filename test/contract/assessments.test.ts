import { describe, expect, it } from 'vitest'
import { Client } from '../../src-main/model/client.ts'
import { AssessmentBody } from '../../src-main/model/assessment.ts'
import { openedBooks } from '../helpers/opened-book.ts'
import { putProducts } from '../helpers/put-products.ts'
import { sampleRow } from '../helpers/sample-rows.ts'

const open = openedBooks()
const person = {
  ...sampleRow('clients', 1),
  id: 'C1',
  name: '陆明远',
  kind: 'person',
  phone: '13800003107',
  riskCapacity: 'C3',
  validUntil: '2026-12-01',
  term: 2,
  variety: 2,
}
const clientId = 'C1'

const book = async (facts: object = {}) => {
  const opened = await open()
  opened.store.write(tx => tx.clients.put(Client.parse({ ...person, ...facts })))
  return opened
}

type Book = Awaited<ReturnType<typeof book>>

const minutesLater = (minutes: number): string =>
  new Date(Date.parse('2026-11-23T02:00:00.000Z') + minutes * 60_000).toISOString()

/** Answers every question, the answer of each chosen by its position from the top (0) to the bottom (1). */
const answerAll = async ({ api, setNow }: Book, id: string, height: number, instead: Record<string, string> = {}) => {
  const asked = await api.assessments.open({})
  if (asked === null) throw new Error('none is open')
  for (const [i, question] of asked.questions.entries()) {
    setNow(minutesLater(1 + i / 2))
    const choice =
      instead[question.id] ?? question.answers[Math.round(height * (question.answers.length - 1))]?.id ?? ''
    await api.assessments.answer({ id, question: question.id, answers: [choice] })
  }
}

/** Middling answers without contradictions: 63 points, C4. */
const middling = { loss: 'c', objective: 'c', choice: 'c', fall: 'c', need: 'c' }

const byClient = async (opened: Book) => {
  const { api } = opened
  const { id } = await api.assessments.begin({ clientId, by: 'client', reason: '' })
  await api.assessments.identify({ id, proof: '3107' })
  return id
}

describe('an assessment answered by the client', () => {
  it('goes from hand-over to the level, the outbox and the evidence, and comes back to the advisor', async () => {
    const opened = await book()
    const { api, store } = opened
    const begun = await api.assessments.begin({ clientId, by: 'client', reason: '' })
    expect(begun).toMatchObject({ stage: 'handOver', withClient: true, identity: 'phone', result: null })
    expect(JSON.stringify(begun.questions)).not.toContain('score')
    const { id } = begun
    await expect(api.assessments.identify({ id, proof: '9999' })).rejects.toMatchObject({
      data: { code: 'invalidInput' },
    })
    await api.assessments.identify({ id, proof: '3107' })
    await expect(api.assessments.submit({ id })).rejects.toThrow('left open')
    await answerAll(opened, id, 0.5, middling)
    const shown = await api.assessments.submit({ id })
    expect(shown).toMatchObject({ stage: 'result', result: { held: [], validUntil: '2027-11-23' } })
    const level = shown.result?.riskCapacity
    const done = await api.assessments.confirm({ id })
    expect(done.stage).toBe('handBack')
    await api.assessments.handBack({ id })
    await api.assessments.takeBack({ id })
    expect(await api.assessments.open({})).toBeNull()

    const client = store.read(tx => tx.clients.byKey(clientId))
    expect(client).toMatchObject({ riskCapacity: level, assessedOn: '2026-11-23', validUntil: '2027-11-23' })
    const waiting = store.read(tx => tx.sync.waiting())
    expect(waiting.map(entry => entry.kind)).toEqual(['questionnaire'])
    const kept = store.read(tx => tx.evidence.ofClient(clientId))
    expect(kept.map(record => record.kind)).toEqual(['assessment', 'assessmentReturned'])
    const body = AssessmentBody.parse(JSON.parse(kept[0]?.body ?? '{}'))
    expect(body).toMatchObject({ answeredBy: 'client', outcome: 'completed', before: { riskCapacity: 'C3' } })
    expect(body.events.map(e => e.step).filter(each => each !== 'answered')).toEqual([
      'begun',
      'notIdentified',
      'identified',
      'submitted',
      'confirmed',
    ])
    expect((await api.suggestions.verify({})).whole).toBe(true)
  })

  it('cannot be given up or written on by the advisor while the client has the device', async () => {
    const opened = await book()
    const { api } = opened
    const id = await byClient(opened)
    await expect(api.assessments.abandon({ id, reason: 'x' })).rejects.toThrow('not possible')
    await expect(api.assessments.advisorWrites({ id, reason: 'x' })).rejects.toThrow('not possible')
    await expect(api.assessments.takeBack({ id })).rejects.toThrow('not possible')
  })

  it('records every wrong name or number, and goes back to the advisor after five', async () => {
    const opened = await book()
    const { api } = opened
    const { id } = await api.assessments.begin({ clientId, by: 'client', reason: '' })
    for (let i = 0; i < 5; i++)
      await expect(api.assessments.identify({ id, proof: `000${i}` })).rejects.toThrow('does not fit')
    expect(await api.assessments.open({})).toMatchObject({ stage: 'paused', withClient: false })
    await expect(api.assessments.identify({ id, proof: '3107' })).rejects.toThrow('not possible')
    await api.assessments.handOver({ id })
    await expect(api.assessments.identify({ id, proof: '0000' })).rejects.toThrow('does not fit')
    expect((await api.assessments.identify({ id, proof: '3107' })).stage).toBe('answering')
    await api.assessments.pause({ id })
    await api.assessments.abandon({ id, reason: '客户改日再做' })
    const [record] = opened.store.read(tx => tx.evidence.ofClient(clientId))
    const { events } = AssessmentBody.parse(JSON.parse(record?.body ?? '{}'))
    expect(events.filter(each => each.step === 'notIdentified')).toHaveLength(6)
  })

  it('shows contradictions before the level; kept ones hold the result back', async () => {
    const opened = await book()
    const { api, store } = opened
    const id = await byClient(opened)
    await answerAll(opened, id, 0.5, { ...middling, loss: 'b', choice: 'd' })
    const review = await api.assessments.submit({ id })
    expect(review).toMatchObject({ stage: 'review', result: null })
    expect(review.contradictions.map(each => [each.id, each.questions])).toEqual([
      ['small-loss-but-wide-choice', ['loss', 'choice']],
    ])
    expect((await api.assessments.change({ id })).stage).toBe('answering')
    await api.assessments.submit({ id })
    const kept = await api.assessments.keep({ id })
    expect(kept.result?.held).toEqual(['contradictionsKept'])
    await api.assessments.confirm({ id })
    expect(store.read(tx => tx.clients.byKey(clientId))).toMatchObject({ riskCapacity: 'C3', validUntil: '2026-12-01' })
    const { history } = await api.assessments.standing({ clientId })
    expect(history[0]).toMatchObject({ held: ['contradictionsKept'], waits: true, review: null })
  })

  it('that rises to a product just refused for its risk waits for head office; one that needs no rise does not', async () => {
    for (const [riskGrade, held] of [
      ['R4', ['purchaseWaiting']],
      ['R3', []],
    ] as const) {
      const opened = await book({ variety: 4, term: 3 })
      const { api, store } = opened
      putProducts(store, [{ ...sampleRow('products', 1), riskGrade, term: 1, variety: 1 }])
      await api.suggestions.check({ clientId, code: 'F00001', initiative: 'advisor' })
      const id = await byClient(opened)
      await answerAll(opened, id, 0.5, middling)
      const shown = await api.assessments.submit({ id })
      expect(shown.result).toMatchObject({ riskCapacity: 'C4', held })
      await api.assessments.confirm({ id })
      expect(store.read(tx => tx.clients.byKey(clientId)?.riskCapacity)).toBe(held.length > 0 ? 'C3' : 'C4')
      const { waiting } = (await api.clients.view({ id: clientId })).risk
      expect(waiting?.why ?? []).toEqual(held)
    }
  })

  it('does not count a jump of two levels upwards before head office has looked at it', async () => {
    const opened = await book({ riskCapacity: 'C1' })
    const { api, store } = opened
    const id = await byClient(opened)
    await answerAll(opened, id, 0.5, middling)
    expect((await api.assessments.submit({ id })).result?.held).toEqual(['levelJump'])
    await api.assessments.confirm({ id })
    expect(store.read(tx => tx.clients.byKey(clientId))?.riskCapacity).toBe('C1')
    expect((await api.assessments.standing({ clientId })).history).toHaveLength(1)
  })

  it('counts what it lowers at once, even when it is held back', async () => {
    const opened = await book({ riskCapacity: 'C5' })
    const { api, store, setNow } = opened
    const { id, questions } = await api.assessments.begin({ clientId, by: 'advisor', reason: '电话代录 REC-7' })
    setNow(minutesLater(9))
    for (const question of questions)
      await api.assessments.answer({ id, question: question.id, answers: [question.answers[0]?.id ?? ''] })
    const review = await api.assessments.submit({ id })
    if (review.stage === 'review') await api.assessments.keep({ id })
    await api.assessments.confirm({ id })
    // no loss can be borne: the lowest category
    expect(store.read(tx => tx.clients.byKey(clientId))).toMatchObject({
      riskCapacity: 'C1min',
      validUntil: '2026-12-01',
    })
  })

  it('answered in haste waits for head office', async () => {
    const opened = await book()
    const { api, setNow } = opened
    const id = await byClient(opened)
    const asked = await api.assessments.open({})
    setNow('2026-11-23T02:00:20.000Z')
    for (const question of asked?.questions ?? [])
      await api.assessments.answer({
        id,
        question: question.id,
        answers: [
          middling[question.id as keyof typeof middling] ??
            question.answers[Math.round((question.answers.length - 1) / 2)]?.id ??
            '',
        ],
      })
    // 16 questions in 20 s, two seconds each are the least
    expect((await api.assessments.submit({ id })).result?.held).toEqual(['answeredQuickly'])
  })
})

describe('an assessment that the advisor writes', () => {
  it('needs a reason, says so for ever, and raises nothing', async () => {
    const opened = await book({ riskCapacity: 'C3' })
    const { api, store } = opened
    await expect(api.assessments.begin({ clientId, by: 'advisor', reason: ' ' })).rejects.toThrow('reason')
    const { id, withClient } = await api.assessments.begin({ clientId, by: 'advisor', reason: '视力不便 REC-7' })
    expect(withClient).toBe(false)
    await answerAll(opened, id, 0.5, middling)
    expect((await api.assessments.submit({ id })).result?.held).toEqual(['answeredByAdvisor'])
    await api.assessments.confirm({ id })
    await api.assessments.takeBack({ id })
    expect(store.read(tx => tx.clients.byKey(clientId))?.riskCapacity).toBe('C3')
    const standing = await api.assessments.standing({ clientId })
    expect(standing.alerts.map(alert => alert.kind)).toEqual(['answeredByAdvisor'])
    expect(standing.history[0]).toMatchObject({ answeredBy: 'advisor', record: { reason: '视力不便 REC-7' } })
  })

  it('taken over from a paused client stays marked, and the client starts again from nothing', async () => {
    const opened = await book()
    const { api } = opened
    const id = await byClient(opened)
    await api.assessments.answer({ id, question: 'loss', answers: ['b'] })
    expect((await api.assessments.pause({ id })).withClient).toBe(false)
    const writing = await api.assessments.advisorWrites({ id, reason: '客户请顾问代录 REC-8' })
    expect(writing).toMatchObject({ by: 'advisor', stage: 'answering', answers: { loss: 'b' } })
    await api.assessments.pause({ id })
    const again = await api.assessments.handOver({ id })
    expect(again).toMatchObject({ by: 'client', stage: 'handOver', answers: {} })
  })
})

describe('limits', () => {
  it('allow one open assessment at a time, two a day, and keep what was given up', async () => {
    const opened = await book()
    const { api } = opened
    const id = await byClient(opened)
    await expect(api.assessments.begin({ clientId, by: 'client', reason: '' })).rejects.toMatchObject({
      data: { code: 'busy', where: 'C1' },
    })
    await api.assessments.pause({ id })
    await api.assessments.abandon({ id, reason: '客户改日再答' })
    expect((await api.assessments.standing({ clientId })).abandoned).toMatchObject([
      { answered: 0, reason: '客户改日再答' },
    ])
    for (let i = 0; i < 2; i++) {
      const next = await byClient(opened)
      await answerAll(opened, next, 0.5, middling)
      await api.assessments.submit({ id: next })
      await api.assessments.confirm({ id: next })
      await api.assessments.handBack({ id: next })
      await api.assessments.takeBack({ id: next })
    }
    expect((await api.assessments.standing({ clientId })).repeat).toEqual({ kind: 'tooManyToday', limit: 2 })
    await expect(byClient(opened)).rejects.toThrow('as often as the rules allow')
  })
})
