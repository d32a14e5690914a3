import type { Announcement } from '../../../model/announcement.ts'
import type { ImportPack } from '../../../model/import/import-pack.ts'
import type { BiText } from '../../../model/text.ts'
import type { IsoDate } from '../../../model/units.ts'
import { fingerprint } from '../fingerprint.ts'
import type { MarketLine } from './market-line.ts'

/** What a title says the announcement is about. */
export function kindOfTitle(title: string, { announcements }: ImportPack): Announcement['kind'] {
  return Object.entries(announcements).find(([word]) => title.includes(word))?.[1] ?? 'other'
}

/** One line of a table of announcements; the same title on the same day is the same announcement. */
export function announcementOf(
  code: string,
  line: MarketLine,
  pack: ImportPack,
): Omit<Announcement, 'fundId'> | BiText {
  const date = line.date('announcedOn')
  const title = line.text('title').slice(0, 200)
  const [fault] = line.faults
  if (fault !== undefined || date === null) return fault ?? { zh: '没有公告日期', en: 'no date of the announcement' }
  if (title === '') return { zh: '没有公告标题', en: 'no title of the announcement' }
  return {
    id: `${code}-${date}-${fingerprint(title).slice(0, 16)}`,
    date: date as IsoDate,
    kind: kindOfTitle(title, pack),
    title,
    text: line.text('text').slice(0, 8000),
  }
}
