import { statSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../src-main/adapters/system/clock.ts'
import { ed25519 } from '../../src-main/adapters/system/signing.ts'
import { httpUpstream } from '../../src-main/adapters/upstream/http-upstream.ts'
import type { SyncProgress } from '../../src-main/contract/sync.ts'
import { OutboxEntry } from '../../src-main/model/outbox-entry.ts'
import { recordEntry } from '../../src-main/services/sync/record-entry.ts'
import { SyncRunner } from '../../src-main/services/workspace/sync-runner.ts'
import { syncStatus } from '../../src-main/services/workspace/sync-status.ts'
import { openedBooks } from '../helpers/opened-book.ts'
import { smallOffice, type SmallOffice } from '../helpers/small-office.ts'

const newBook = openedBooks()
let office: SmallOffice
beforeAll(async () => {
  office = await smallOffice()
  await office.addBook('B1', 5)
}, 60_000)
afterAll(() => office.close())

const lost = OutboxEntry.parse({
  id: 'entry-of-a-client-who-left',
  madeAt: '2026-11-23T02:00:00.000Z',
  kind: 'tagRemoved',
  clientId: 'C99999',
  name: '偏好',
})

/** A sync by hand took the time of the next one by itself off the screen, and what head office refused was not counted anywhere. */
test('a sync by hand leaves the plan in sight, and a refused entry is counted', async () => {
  const { session, workspace, store, path } = await newBook()
  const code = await office.enrolCode('B1')
  await session.enrol({ url: office.url, code, deviceName: 'desk', passcode: null })
  const told: SyncProgress[] = []
  const runner = new SyncRunner({
    workspace,
    connect: ({ url, token }) => httpUpstream({ url, token, now: systemClock.now }),
    clock: systemClock,
    chance: { random: () => 0.5, id: () => crypto.randomUUID() },
    signing: ed25519,
    tell: step => told.push(step),
  })
  store.write(tx => recordEntry(tx, lost))
  runner.planned(1_800_000)
  const { nextAt } = runner.progress
  expect(nextAt).not.toBeNull()
  // the answer is what the window shows
  expect(await runner.run()).toMatchObject({ state: 'done', nextAt })
  expect(new Set(told.filter(step => step.state === 'running').map(step => step.nextAt))).toEqual(new Set([null]))
  expect(runner.progress.nextAt).toBe(nextAt)
  // what is over is no plan
  runner.planned(-1)
  expect(runner.progress.nextAt).toBeNull()
  // a book that lies in the log for the most part was told to use 0.0 MB
  store.write(tx => tx.settings.set('filler', 'x'.repeat(400_000)))
  const status = syncStatus({ workspace, runner })
  const [file = 0, log = 0] = ['', '-wal'].map(end => statSync(`${path}${end}`).size)
  expect(log).toBeGreaterThan(400_000)
  expect(status).toMatchObject({ outbox: 0, refused: 1, storageBytes: file + log })
})
