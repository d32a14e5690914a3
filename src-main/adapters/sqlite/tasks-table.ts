import type { Task } from '../../model/task.ts'
import type { TableSpec } from './table-spec.ts'

export const tasksTable = {
  name: 'tasks',
  key: ['id'],
  columns: {
    id: 'text',
    clientId: 'text',
    kind: 'text',
    title: 'text',
    dueOn: 'text',
    state: 'text',
    changedAt: 'text',
  },
  orderBy: 'clientId, dueOn, id',
} as const satisfies TableSpec<Task>
