import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { heldAssessments, releaseAssessment } from '../../../src-main/head-office/held-assessments.ts'
import { openedBooks, type OpenedBook } from '../../helpers/opened-book.ts'
import { sampleRow } from '../../helpers/sample-rows.ts'
import { smallOffice, type SmallOffice } from '../../helpers/small-office.ts'

const openBook = openedBooks()
let office: SmallOffice
beforeEach(async () => {
  office = await smallOffice()
  await office.addBook('B1', 2)
})
afterEach(async () => office.close())

const clientId = String(sampleRow('clients', 0).id)

const synced = async ({ session }: OpenedBook): Promise<void> => {
  expect((await session.sync()).state).toBe('done')
}

/** Middling answers without contradictions: C4. */
const middling: Readonly<Record<string, string>> = { loss: 'c', objective: 'c', choice: 'c', fall: 'c', need: 'c' }

/** The advisor writes down the answers, so that the result is held. */
const answered = async (): Promise<OpenedBook> => {
  const opened = await openBook()
  const code = await office.enrolCode('B1')
  await opened.session.enrol({ url: office.url, code, deviceName: 'desk', passcode: null })
  await synced(opened)
  const { assessments } = opened.api
  const { id, questions } = await assessments.begin({ clientId, by: 'advisor', reason: '电话代录 REC-7' })
  for (const question of questions) {
    const middle = question.answers[Math.round(0.5 * (question.answers.length - 1))]?.id ?? ''
    await assessments.answer({ id, question: question.id, answers: [middling[question.id] ?? middle] })
  }
  const { stage } = await assessments.submit({ id })
  if (stage === 'review') await assessments.keep({ id })
  await assessments.confirm({ id })
  await assessments.takeBack({ id })
  return opened
}

const levelOf = ({ store }: OpenedBook) => store.read(tx => tx.clients.byKey(clientId))

describe('a result that is held back', () => {
  it('is listed at head office and counts on the workstation once it is released there', async () => {
    const opened = await answered()
    const before = levelOf(opened)
    const [result] = opened.store.read(tx => tx.questionnaires.ofClient(clientId)).toReversed()
    await synced(opened)
    const held = await heldAssessments(office.db, 'B1')
    expect(held).toEqual([
      expect.objectContaining({
        clientId,
        id: result?.id,
        answeredBy: 'advisor',
        result: result?.riskCapacity,
        level: before?.riskCapacity,
      }),
    ])
    await releaseAssessment(office.db, 'B1', held[0]?.id ?? '')
    await synced(opened)
    expect(levelOf(opened)).toMatchObject({
      riskCapacity: result?.riskCapacity,
      assessedOn: result?.date,
      validUntil: result?.validUntil,
    })
    expect(levelOf(opened)?.riskCapacity).not.toBe(before?.riskCapacity)
    expect(await heldAssessments(office.db, 'B1')).toEqual([])
  })

  it('cannot be released twice, nor one that never waited', async () => {
    const opened = await answered()
    await synced(opened)
    const [held] = await heldAssessments(office.db, 'B1')
    await releaseAssessment(office.db, 'B1', held?.id ?? '')
    await expect(releaseAssessment(office.db, 'B1', held?.id ?? '')).rejects.toThrow('No assessment')
    await expect(releaseAssessment(office.db, 'B1', 'A-0')).rejects.toThrow('--held lists')
  })
})
