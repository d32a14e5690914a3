import { expect, it } from 'vitest'
import type { RecentClient } from '../../src-main/contract/windows.ts'
import { recents, remember, takeUp } from '../../src-renderer/state/recents.ts'

const client = (id: string): RecentClient => ({ id, name: id, tier: 5, style: 'wealth' })

// A window that came back on a client's page remembered that one before the kept list was read, and kept it alone.
it('a client opened before the kept list is read stands before it, and the list stays', () => {
  remember(client('C3'))
  takeUp([client('C1'), client('C3'), client('C2')])
  expect(recents.get().map(each => each.id)).toEqual(['C3', 'C1', 'C2'])
  takeUp(Array.from({ length: 9 }, (_, i) => client(`K${i}`)))
  expect(recents.get()).toHaveLength(8)
  expect(recents.get()[0]?.id).toBe('C3')
})
