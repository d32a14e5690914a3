import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assessmentsCommand } from '../../../src-main/head-office/assessments-command.ts'
import { openPglite } from '../../../src-main/head-office/pglite-database.ts'
import { decideAssessment, heldAssessments } from '../../../src-main/head-office/held-assessments.ts'
import { answerForClient } from '../../helpers/answer-questionnaire.ts'
import { openedBooks, type OpenedBook } from '../../helpers/opened-book.ts'
import { sampleRow } from '../../helpers/sample-rows.ts'
import { smallOffice, type SmallOffice } from '../../helpers/small-office.ts'
import { listedClients } from '../../helpers/listed-clients.ts'

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

const answered = async (): Promise<OpenedBook> => {
  const opened = await openBook()
  const code = await office.enrolCode('B1')
  await opened.session.enrol({ url: office.url, code, deviceName: 'desk', passcode: null })
  await synced(opened)
  await answerForClient(opened, clientId)
  return opened
}

const levelOf = ({ store }: OpenedBook) => store.read(tx => tx.clients.byKey(clientId))

const decide = (id: string | undefined, decision: 'released' | 'declined', note = '') =>
  decideAssessment(office.db, 'B1', id ?? '', { decision, by: '李合规', note }, new Date('2026-11-24T02:00:00.000Z'))

describe('a result that is held back', () => {
  it('is told at head office and on every screen, and counts once it is released there', async () => {
    const opened = await answered()
    const before = levelOf(opened)
    const [result] = opened.store.read(tx => tx.questionnaires.ofClient(clientId)).toReversed()
    const shown = async () => {
      const { risk } = await opened.api.clients.view({ id: clientId })
      const row = (await listedClients(opened.api)).find(each => each.id === clientId)
      const { history } = await opened.api.assessments.standing({ clientId })
      return { risk, row, line: history[0] }
    }
    expect(await shown()).toMatchObject({
      risk: {
        capacity: before?.riskCapacity,
        waiting: { riskCapacity: result?.riskCapacity, date: result?.date, why: ['answeredByAdvisor'] },
      },
      row: { riskCapacity: before?.riskCapacity, waitingCapacity: result?.riskCapacity },
      line: { held: ['answeredByAdvisor'], waits: true, review: null },
    })
    await synced(opened)
    const held = await heldAssessments(office.db, 'B1')
    expect(held).toEqual([
      expect.objectContaining({
        clientId,
        id: result?.id,
        answeredBy: 'advisor',
        why: ['answeredByAdvisor'],
        result: result?.riskCapacity,
        level: before?.riskCapacity,
      }),
    ])
    await decide(held[0]?.id, 'released')
    await synced(opened)
    expect(levelOf(opened)).toMatchObject({
      riskCapacity: result?.riskCapacity,
      assessedOn: result?.date,
      validUntil: result?.validUntil,
    })
    expect(levelOf(opened)?.riskCapacity).not.toBe(before?.riskCapacity)
    expect(await heldAssessments(office.db, 'B1')).toEqual([])
    expect(await shown()).toMatchObject({
      risk: { capacity: result?.riskCapacity, waiting: null },
      row: { waitingCapacity: null },
      line: { waits: false, review: { decision: 'released', by: '李合规' } },
    })
  })

  it('changes nothing when it is declined; the advisor reads why', async () => {
    const opened = await answered()
    const before = levelOf(opened)
    await synced(opened)
    const [held] = await heldAssessments(office.db, 'B1')
    await decide(held?.id, 'declined', '与客户资料不符')
    await synced(opened)
    expect(levelOf(opened)).toEqual(before)
    expect(await heldAssessments(office.db, 'B1')).toEqual([])
    const { history } = await opened.api.assessments.standing({ clientId })
    expect(history[0]).toMatchObject({
      waits: false,
      review: { decision: 'declined', by: '李合规', note: '与客户资料不符', at: '2026-11-24T02:00:00.000Z' },
    })
    expect((await opened.api.clients.view({ id: clientId })).risk.waiting).toBeNull()
    expect((await opened.api.suggestions.verify({})).whole).toBe(true)
  })

  it('is decided on once, and only while it waits', async () => {
    const opened = await answered()
    await synced(opened)
    const [held] = await heldAssessments(office.db, 'B1')
    await decide(held?.id, 'declined', '资料不符')
    await expect(decide(held?.id, 'released')).rejects.toThrow('No assessment')
    await expect(decide('A-0', 'released')).rejects.toThrow('assessments list')
  })
})

describe('head-office assessments', () => {
  it('lists, releases and refuses from the command line, by the folder of the office', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'advisor-office-'))
    const run = async (...args: readonly string[]) => {
      const main = new URL('../../../src-main/head-office/main.ts', import.meta.url).pathname
      const given = ['assessments', ...args, '--database', folder, '--book', 'B1']
      return promisify(execFile)(process.execPath, [main, ...given]).then(
        ({ stdout }) => ({ code: 0, out: stdout }),
        (error: { code: number; stderr: string }) => ({ code: error.code, out: error.stderr }),
      )
    }
    const own = await smallOffice({ databaseUrl: folder })
    try {
      await own.addBook('B1', 1)
      const opened = await openBook()
      const code = await own.enrolCode('B1')
      await opened.session.enrol({ url: own.url, code, deviceName: 'desk', passcode: null })
      await synced(opened)
      await answerForClient(opened, clientId)
      await synced(opened)
      expect(await run('list')).toEqual({ code: 1, out: expect.stringContaining('in use by process') })
    } finally {
      await own.close()
    }
    const listed = await run('list', '--json')
    const [held] = JSON.parse(listed.out) as { id: string; clientId: string }[]
    expect([listed.code, held?.clientId]).toEqual([0, clientId])
    const id = held?.id ?? ''
    for (const [args, reason] of [
      [['release', id], '--by'],
      [['decline', id, '--by', '李合规'], '--note'],
      [['burn', id], 'which assessment'],
      [['list', id], 'which assessment'],
      [['release', 'A-0', '--by', '李合规'], 'No assessment A-0 waits'],
    ] as const)
      await expect(assessmentsCommand([...args, '--database', folder, '--book', 'B1'])).rejects.toThrow(reason)
    expect(await run('release', id, '--by', '李合规', '--note', 'REC-88')).toEqual({
      code: 0,
      out: expect.stringContaining(`Released ${id}`),
    })
    const after = await openPglite(folder)
    expect(await heldAssessments(after, 'B1')).toEqual([])
    await after.close()
    rmSync(folder, { recursive: true })
  })
})
