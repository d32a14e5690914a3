import { expect, it } from 'vitest'
import type { SyncProgress } from '../../../../src-main/contract/sync.ts'
import { ChangeFeed } from '../../../../src-main/services/workspace/change-feed.ts'

const progress = (state: SyncProgress['state'], tierReady: number): SyncProgress => ({
  state,
  startedAt: null,
  finishedAt: null,
  seconds: 0,
  rows: 0,
  rejects: 0,
  pushed: 0,
  streams: [],
  tierReady,
  error: null,
  nextAt: null,
})

it('tells the advisor’s own work at once and the pages of a sync tier by tier', () => {
  const told: string[][] = []
  const feed = new ChangeFeed(tables => told.push([...tables]))
  feed.changed(new Set(['contacts']))
  expect(told).toEqual([['contacts']])
  feed.progressed(progress('running', 6))
  feed.changed(new Set(['clients']))
  feed.changed(new Set(['holdings', 'clients']))
  feed.progressed(progress('running', 6))
  expect(told).toHaveLength(1)
  feed.progressed(progress('running', 5))
  expect(told[1]).toEqual(['clients', 'holdings'])
  feed.changed(new Set(['trades']))
  feed.progressed(progress('done', 5))
  expect(told[2]).toEqual(['trades'])
})
