import { readdirSync, readFileSync, statSync } from 'node:fs'
import { safe } from '@orpc/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BatchRow, BatchWish } from '../../src-main/contract/batches.ts'
import { syncedEngine, type SyncedEngine } from '../helpers/synced-engine.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { testDesktop } from '../helpers/test-desktop.ts'
import { listedClients } from '../helpers/listed-clients.ts'

const folder = temporaryFolder()
let book: SyncedEngine
let ids: readonly string[]
beforeAll(async () => {
  book = await syncedEngine(45, testDesktop({ chooseFolder: () => Promise.resolve(folder.path) }))
  ids = (await listedClients(book.client)).slice(0, 6).map(client => client.id)
})
afterAll(async () => {
  await book.close()
  folder[Symbol.dispose]()
})

const wish = (subjects: readonly string[], over: Partial<BatchWish> = {}): BatchWish => ({
  source: { by: 'selection', kind: 'account', subjects: [...subjects] },
  edition: 'client',
  locale: 'zh-CN',
  onlyStale: false,
  ...over,
})

const toEnd = async (id: string, client = book.client): Promise<BatchRow> => {
  let last: BatchRow | null = null
  for await (const row of await client.batches.follow({ id })) last = row
  if (last === null) throw new Error('the batch was not told of')
  return last
}

it('makes the reports of a selection and saves them into a folder that only the user may read', async () => {
  const { id } = await book.client.batches.start(wish(ids.slice(0, 2)))
  expect(await toEnd(id)).toMatchObject({ state: 'done', total: 2, made: 2, failed: 0, waiting: 0 })
  expect(await book.client.batches.save({ id })).toEqual({ folder: folder.path, files: 2 })
  const files = readdirSync(folder.path).map(name => `${folder.path}/${name}`)
  expect(files).toHaveLength(2)
  for (const file of files) {
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
    expect(statSync(file).mode & 0o077).toBe(0)
  }
})

it('leaves out whose report is up to date, and refuses when that is everybody', async () => {
  const { id } = await book.client.batches.start(wish(ids.slice(0, 3), { onlyStale: true }))
  expect(await toEnd(id)).toMatchObject({ total: 1, made: 1, skipped: 2 })
  const { error } = await safe(book.client.batches.start(wish(ids.slice(0, 3), { onlyStale: true })))
  expect(error).toMatchObject({ data: { code: 'invalidInput' } })
})

it('goes on past one that fails and logs which and why; the failed one can be tried again', async () => {
  const { id } = await book.client.batches.start(wish(['C-nobody', ids[0] ?? '']))
  expect(await toEnd(id)).toMatchObject({ state: 'done', made: 1, failed: 1 })
  const failed = (await book.client.batches.items({ id })).filter(item => item.state === 'failed')
  expect(failed).toMatchObject([{ subject: 'C-nobody', reportId: null, fault: { code: 'notFound' } }])
  await book.client.batches.retry({ id })
  expect(await toEnd(id)).toMatchObject({ state: 'done', made: 1, failed: 1 })
})

it('pauses, goes on, and is cancelled with what was made kept', async () => {
  const { id } = await book.client.batches.start(wish(ids))
  expect(await book.client.batches.pause({ id })).toMatchObject({ state: 'paused', made: 0, waiting: 6 })
  expect(await book.client.batches.resume({ id })).toMatchObject({ state: 'running' })
  for await (const row of await book.client.batches.follow({ id }))
    if (row.made >= 2) {
      await book.client.batches.cancel({ id })
      break
    }
  const row = (await book.client.batches.list({})).find(each => each.id === id)
  expect(row).toMatchObject({ state: 'cancelled', secondsLeft: null })
  expect((row?.made ?? 0) + (row?.waiting ?? 0)).toBe(6)
  expect(row?.waiting).toBeGreaterThan(0)
})

it('goes on where it stood after the program was closed, and makes nothing twice', async () => {
  const { id } = await book.client.batches.start(wish(ids))
  for await (const row of await book.client.batches.follow({ id })) if (row.made >= 1) break
  await book.engine.close()
  const { client, engine } = await book.again()
  expect(await toEnd(id, client)).toMatchObject({ state: 'done', made: 6, failed: 0, waiting: 0 })
  const items = await client.batches.items({ id })
  expect(items.map(item => item.subject)).toEqual(ids)
  const kept = engine.session.opened().workspace.store.read(tx => tx.reports.all(100))
  for (const { reportId, subject } of items)
    expect(kept.filter(report => report.id === reportId)).toMatchObject([{ clientId: subject }])
  expect(new Set(items.map(item => item.reportId)).size).toBe(6)
})
