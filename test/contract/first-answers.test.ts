import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FirstAnswers } from '../../src-main/contract/first-answers.ts'
import type { ContractClient } from '../helpers/engine-transports.ts'
import { fakeKeyStore } from '../helpers/fake-key-store.ts'
import { syncedEngine, type SyncedEngine } from '../helpers/synced-engine.ts'

const routes = [
  { name: 'first', route: '/matrix' },
  { name: 'second', route: '/today' },
]

/** A call by its name, as the window makes it. */
const asked = (client: ContractClient, name: string): Promise<unknown> => {
  const [path = '', input = ''] = [name.slice(0, name.indexOf(' ')), name.slice(name.indexOf(' ') + 1)]
  const call = path.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], client)
  return (call as (input: unknown) => Promise<unknown>)(JSON.parse(input))
}

/** How far this run's sync went, and the length of the log beside the file: of the running program, not of the book. */
const ofTheRun = { progress: undefined, storageBytes: undefined }
const lasting = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && 'storageBytes' in answer ? { ...answer, ...ofTheRun } : answer

describe('what is kept for the windows of the next start', () => {
  let synced: SyncedEngine
  let kept: FirstAnswers | null = null

  beforeAll(async () => {
    synced = await syncedEngine(60, null, fakeKeyStore())
    synced.engine.keepRoutes(routes)
    kept = await synced.engine.close(routes)
  }, 60_000)
  afterAll(() => synced.close())

  it('is what the next start would be told, for the matrix with every cell and for today', async () => {
    const { client, engine } = await synced.again()
    const answers = Object.entries(kept?.answers ?? {})
    const cells = answers.filter(([name]) => name.startsWith('matrix.cell '))
    expect(cells).toHaveLength(15)
    for (const [name, answer] of answers) {
      const now = await asked(client, name)
      expect(lasting(JSON.parse(answer)), name).toEqual(lasting(now))
      // nothing that JSON would lose
      expect(JSON.parse(JSON.stringify(now)), name).toEqual(now)
    }
    const names = answers.map(([name]) => name)
    for (const name of [
      'session.state {}',
      'matrix.view {}',
      'today.view {"limit":120}',
      'windows.route {"name":"second"}',
    ])
      expect(names).toContain(name)
    expect(kept).toMatchObject({ demo: false, until: expect.stringMatching(/T16:00:00\.000Z$/) })
    expect(Date.parse(kept?.until ?? '') - Date.now()).toBeLessThanOrEqual(24 * 3_600_000)
    await engine.close()
  }, 60_000)

  it.each([
    ['a window stands on another screen', [...routes, { name: 'third', route: '/clients/C1' }]],
    ['no window comes back', []],
  ])('is nothing when %s', async (_, open) => {
    const { engine } = await synced.again()
    expect(await engine.close(open)).toBeNull()
  })

  it('is nothing when something is written while the program ends: the answers may be of before', async () => {
    const { engine } = await synced.again()
    // in the same process, so that it is on its way and not done when the end begins
    const writing = createRouterClient(engine.router).settings.set({ hoursPerWeek: 31 })
    expect(await engine.close(routes)).toBeNull()
    await writing
    const next = await synced.again()
    expect(await next.client.settings.get({})).toMatchObject({ hoursPerWeek: 31 })
    expect(await next.engine.close(routes)).not.toBeNull()
  })
})

it('a book behind a passcode keeps nothing for the next start', async () => {
  const synced = await syncedEngine(20)
  try {
    expect(await synced.engine.close(routes)).toBeNull()
  } finally {
    await synced.close()
  }
})
