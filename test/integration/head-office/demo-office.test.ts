import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoOffice } from '../../../src-main/head-office/demo-office.ts'
import { spawnDemoHeadOffice, type SpawnedHeadOffice } from '../../../src-main/head-office/spawn.ts'
import { enrolWith, type OfficeClient, type PageOf } from '../../helpers/office-client.ts'

let office: SpawnedHeadOffice
let client: OfficeClient
beforeAll(async () => {
  office = await spawnDemoHeadOffice({ clients: 120, seed: 4, marketSize: 0.1 })
  client = await enrolWith(office.url, office.code)
})
afterAll(() => office.close())

test('whoever asks again gets a new code, and a new office when the old one died', async () => {
  const offices: SpawnedHeadOffice[] = []
  const demo = demoOffice(async () => {
    const made = await spawnDemoHeadOffice({ clients: 10, marketSize: 0.01 })
    offices.push(made)
    return made
  })
  try {
    const [first, second] = [await demo.start(), await demo.start()]
    expect(second.url).toBe(first.url)
    for (const { url, code } of [first, second]) await enrolWith(url, code)
    const pid = offices[0]?.pid ?? 0
    process.kill(pid, 'SIGKILL')
    await expect(offices[0]?.advanceDay()).rejects.toThrow('ended')
    const third = await demo.start()
    expect(offices).toHaveLength(2)
    await enrolWith(third.url, third.code)
  } finally {
    await demo.close()
  }
})

test('the demo office runs in a process of its own and serves its book by tiers', async () => {
  expect(office.pid).not.toBe(process.pid)
  const tiers = await Promise.all([1, 2, 3, 4, 5].map(tier => client.pull('clients', { tier: String(tier) })))
  expect(tiers.reduce((s, t) => s + t.lines.length, 0)).toBe(120)
  for (const [i, { lines }] of tiers.entries())
    for (const line of lines) expect(line).toMatchObject({ op: 'put', row: { bookTier: i + 1 } })
  const { lines } = await client.pull('clients')
  expect(lines.length).toBe(120)
})

test('the second day arrives as an increment: prices, changed clients, and one who is gone with everything', async () => {
  const streams = ['clients', 'holdings', 'trades', 'navs', 'products', 'funds', 'benchmarks'] as const
  const before = new Map<string, PageOf>()
  for (const stream of streams) before.set(stream, await client.pull(stream))
  expect(await office.advanceDay()).toBeGreaterThan(300)
  const news = new Map<string, PageOf>()
  for (const stream of streams)
    news.set(stream, await client.pull(stream, { after: before.get(stream)?.end.cursor ?? '' }))
  const gone = news.get('clients')?.lines.filter(l => l.op === 'delete') ?? []
  expect(gone).toHaveLength(1)
  const [key] = gone.map(l => l.key)
  const deleted = news.get('trades')?.lines.filter(l => l.op === 'delete') ?? []
  expect(deleted.length).toBeGreaterThan(0)
  for (const line of deleted) expect(line.key.startsWith(`${key}-`)).toBe(true)
  const other = await enrolWith(office.url, await office.enrolCode())
  expect((await other.pull('clients')).lines.filter(l => l.op === 'put')).toHaveLength(119)
  expect(news.get('navs')?.lines.length).toBeGreaterThan(300)
  expect(news.get('products')?.lines).toMatchObject([{ row: { riskGrade: 'R4' } }])
})

test('answers are packed as the reader likes them', async () => {
  for (const coding of ['zstd', 'gzip', 'br']) {
    const response = await fetch(`${office.url}/v1/changes/funds?limit=50`, {
      headers: { authorization: `Bearer ${client.token}`, 'accept-encoding': coding },
    })
    expect(response.headers.get('content-encoding')).toBe(coding)
    await response.body?.cancel()
  }
})
