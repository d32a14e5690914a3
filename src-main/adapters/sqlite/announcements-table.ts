import type { Announcement } from '../../model/announcement.ts'
import type { TableSpec } from './table-spec.ts'

export const announcementsTable = {
  name: 'announcements',
  key: ['id'],
  columns: {
    id: 'text',
    fundId: 'text',
    date: 'text',
    kind: 'text',
    title: 'text',
    text: 'text',
  },
  orderBy: 'id',
} as const satisfies TableSpec<Announcement>
