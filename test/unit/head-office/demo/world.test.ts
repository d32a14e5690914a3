import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { secondDay } from '../../../../src-main/head-office/demo/second-day.ts'
import {
  makeDemoWorld,
  type DemoOptions,
  type WorldChange,
  type WorldRow,
} from '../../../../src-main/head-office/demo/world.ts'
import { streams } from '../../../../src-main/model/stream.ts'

const hashOf = (options: DemoOptions): string => {
  const world = makeDemoWorld(options)
  const hash = createHash('sha256')
  const add = (item: WorldRow | WorldChange): unknown => hash.update(JSON.stringify(item))
  for (const row of world.reference()) add(row)
  for (const a of world.advisors) for (const row of world.book(a.book)) add(row)
  for (const change of secondDay(world)) add(change)
  return hash.digest('hex')
}

const start = (seed: number): string =>
  JSON.stringify([...makeDemoWorld({ seed, clients: 1, marketSize: 0.1 }).book('B0001')])

test('a seed gives the same bytes again, and another seed gives others', () => {
  expect(hashOf({ seed: 5, clients: 60, marketSize: 0.2 })).toBe(hashOf({ seed: 5, clients: 60, marketSize: 0.2 }))
  expect(start(6)).not.toBe(start(5))
}, 120_000)

const check = (r: WorldRow): void => {
  const stream = streams[r.stream]
  const parsed = stream.schema.safeParse(r.row)
  if (!parsed.success) throw new Error(`${r.stream} ${r.key}: ${JSON.stringify(parsed.error.issues)}`)
  const key = (stream.key as (row: unknown) => string)(parsed.data)
  if (key !== r.key) throw new Error(`${r.stream}: ${r.key} is not ${key}`)
}

test('every row of both days fits the schema and the key of its stream', () => {
  const world = makeDemoWorld({ seed: 2, clients: 150 })
  let rows = 0
  for (const r of world.reference()) {
    check(r)
    rows++
  }
  for (const r of world.book('B0001')) {
    check(r)
    expect(r.tier).toBeGreaterThanOrEqual(1)
    rows++
  }
  for (const change of secondDay(world)) if (change.op === 'put') check(change.put)
  expect(rows).toBeGreaterThan(50_000)
}, 120_000)

const of = (clients: number): string => {
  const rows: unknown[] = []
  for (const row of makeDemoWorld({ clients }).book('B0001')) {
    if (row.stream === 'clients' && row.key > 'C0000003') break
    rows.push(row)
  }
  return JSON.stringify(rows)
}

test('a client is the same whoever else is in the book, so that large books can be streamed', () => {
  expect(of(50_000)).toBe(of(10))
}, 60_000)

test('the second day brings prices, news for 1 to 3 % of the clients, a raised grade, a new manager and one client handed over', () => {
  const world = makeDemoWorld({ clients: 3000 })
  const changes = [...secondDay(world)]
  const puts = changes.flatMap(c => (c.op === 'put' ? [c.put] : []))
  const clients = puts.filter(p => p.stream === 'clients').length
  expect(clients / 3000).toBeGreaterThan(0.01)
  expect(clients / 3000).toBeLessThan(0.03)
  expect(changes.filter(c => c.op === 'move')).toMatchObject([{ from: 'B0001', to: 'B0002' }])
  expect(puts.filter(p => p.stream === 'products')).toMatchObject([
    { row: { name: '知微稳进混合A', riskGrade: 'R4', gradedOn: '2026-11-23' } },
  ])
  const funds = puts
    .filter(p => p.stream === 'funds')
    .map(p => p.row as { managers: { from: string; to: string | null }[] })
  expect(funds.length).toBeGreaterThan(0)
  for (const fund of funds) expect(fund.managers.at(-1)).toMatchObject({ from: '2026-11-23', to: null })
  expect(puts.filter(p => p.stream === 'navs').length).toBeGreaterThan(3000)
}, 60_000)
