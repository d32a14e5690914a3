import { expect, test } from 'vitest'
import { pendingOverlay } from '../../../../src-main/domain/sync/keep-pending.ts'
import type { CheckedChange } from '../../../../src-main/model/checked-change.ts'
import { OutboxEntry } from '../../../../src-main/model/outbox-entry.ts'
import { sampleRow } from '../../../helpers/sample-rows.ts'

const head = { id: 'e1', madeAt: '2026-11-23T08:00:00.000Z' }
const task = sampleRow('tasks', 1)
const edit = OutboxEntry.parse({ ...head, kind: 'task', row: { ...task, state: 'done' }, base: { ...task } })
const put = (row: object): CheckedChange => ({ kind: 'put', key: task.id, seq: 5, row })

test('nothing is laid over streams for which nothing waits', () => {
  expect(pendingOverlay('tasks', [])).toBeNull()
  expect(pendingOverlay('trades', [edit])).toBeNull()
})

test('only the fields that the advisor changed stay his, the others come from head office', () => {
  const overlay = pendingOverlay('tasks', [edit])
  expect(overlay?.(put({ ...task, title: '总部改名', state: 'open' }))).toMatchObject({
    row: { title: '总部改名', state: 'done' },
  })
})

test('the later of two edits of one field counts', () => {
  const later = OutboxEntry.parse({
    ...head,
    id: 'e2',
    kind: 'task',
    row: { ...task, state: 'later' },
    base: { ...task },
  })
  expect(pendingOverlay('tasks', [edit, later])?.(put(task))).toMatchObject({ row: { state: 'later' } })
})

test('a removed tag does not come back, and an edited row is not removed', () => {
  const gone = OutboxEntry.parse({ ...head, kind: 'tagRemoved', clientId: 'C00001', name: '偏好' })
  const overlay = pendingOverlay('tags', [gone])
  expect(overlay?.({ kind: 'put', key: 'C00001|偏好', seq: 1, row: {} })).toBeNull()
  expect(pendingOverlay('tasks', [edit])?.({ kind: 'delete', key: task.id, seq: 9 })).toBeNull()
})

test('a client who moved to another advisor leaves although an edit waits', () => {
  const details = OutboxEntry.parse({
    ...head,
    kind: 'contactDetails',
    clientId: 'C00001',
    fields: { phone: '1' },
    base: { phone: null },
  })
  const leaving: CheckedChange = { kind: 'delete', key: 'C00001', seq: 9 }
  expect(pendingOverlay('clients', [details])?.(leaving)).toEqual(leaving)
})
