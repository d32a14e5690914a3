import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../src-main/adapters/system/clock.ts'
import { ed25519 } from '../../src-main/adapters/system/signing.ts'
import { httpUpstream } from '../../src-main/adapters/upstream/http-upstream.ts'
import type { SyncProgress } from '../../src-main/contract/sync.ts'
import { runSchedule } from '../../src-main/services/session/schedule.ts'
import { SyncRunner } from '../../src-main/services/workspace/sync-runner.ts'
import { openedBooks, type OpenedBook } from '../helpers/opened-book.ts'
import { smallOffice, type SmallOffice } from '../helpers/small-office.ts'

const newBook = openedBooks()
let office: SmallOffice
beforeAll(async () => {
  office = await smallOffice()
  await office.addBook('B1', 20)
}, 60_000)
afterAll(() => office.close())

const log = (fault: unknown): void => {
  throw fault
}

type OnStep = (step: SyncProgress, runner: SyncRunner) => void

const enrolled = async (onStep: OnStep, book?: OpenedBook): Promise<SyncRunner> => {
  const { session, workspace } = book ?? (await newBook())
  const code = await office.enrolCode('B1')
  await session.enrol({ url: office.url, code, deviceName: 'desk', passcode: null })
  const runner: SyncRunner = new SyncRunner({
    workspace,
    connect: ({ url, token }) => httpUpstream({ url, token, now: systemClock.now }),
    clock: systemClock,
    chance: { random: () => 0.5, id: () => crypto.randomUUID() },
    signing: ed25519,
    tell: step => onStep(step, runner),
  })
  return runner
}

/** F5 behind a cancelled sync did nothing: it joined the sync that was ending. */
test('who asks while a cancelled sync tidies up gets a new one that comes to its end', async () => {
  const asked: Promise<SyncProgress>[] = []
  const runner = await enrolled((step, the) => {
    if (step.state === 'running' && step.rows > 0 && asked.length === 0) the.cancel()
    if (step.state === 'cancelled' && asked.length === 0) asked.push(the.run(), the.run())
  })
  expect((await runner.run()).state).toBe('cancelled')
  const ends = await Promise.all(asked)
  expect(ends.map(each => each.state)).toEqual(['done', 'done'])
  // both asked for the same one
  expect(ends[0]).toBe(ends[1])
})

test('who asks as soon as a sync is told to stop waits for the next one, and none begins once the book is left', async () => {
  let isLeft = false
  const runner = await enrolled(step => {
    expect(isLeft && step.state === 'running').toBe(false)
  })
  const first = runner.run()
  expect(runner.run()).toBe(first)
  runner.cancel()
  const second = runner.run()
  expect([(await first).state, (await second).state]).toEqual(['cancelled', 'done'])
  const third = runner.run()
  runner.cancel()
  const fourth = expect(runner.run()).rejects.toThrow('the sync was cancelled')
  const end = runner.stop()
  isLeft = true
  await Promise.all([third, fourth, end])
})

/** The schedule took a cancelled sync for a failed one and brought it back within a minute. */
test('who cancels a sync is left alone for the usual time', async () => {
  const book = await newBook()
  const runner = await enrolled((step, the) => {
    if (step.state === 'running' && step.rows > 0) the.cancel()
  }, book)
  const { workspace, courier } = book.session.opened()
  const pauses: number[] = []
  const stop = new AbortController()
  const second = new Promise<void>(resolve => {
    const clock = {
      ...systemClock,
      wait: (ms: number): Promise<void> => {
        // shorter ones are of what a book does when it is opened
        if (ms >= 3000) pauses.push(ms)
        if (pauses.length === 2) stop.abort()
        if (stop.signal.aborted) resolve()
        return Promise.resolve()
      },
    }
    runSchedule(
      { workspace, runner, courier },
      { clock, chance: { random: () => 0.5, id: () => '' }, log },
      stop.signal,
    )
  })
  await second
  expect(pauses).toEqual([3000, 1_800_000])
})
