import type { z } from 'zod'
import type { Announcement, AnnouncementKind } from '../../model/announcement.ts'
import type { Fund } from '../../model/fund.ts'
import type { Calendar } from './calendar.ts'
import { epochDay, isoDate } from './days.ts'
import { quarters } from './fund-row.ts'
import { seeds } from './seeds.ts'
import type { WorldRow } from './world-row.ts'

type FundRow = z.input<typeof Fund>
type Kind = Extract<AnnouncementKind, keyof typeof seeds.announcements.texts>

const filled = (text: string, words: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (found, word: string) => words[word] ?? found)

const periods: Readonly<Record<string, string>> = {
  '03-31': '第一季度',
  '06-30': '第二季度',
  '09-30': '第三季度',
  '12-31': '第四季度',
}

/** The first exchange day on or after a day; null when it lies behind the last one. */
const openDay = (calendar: Calendar, day: number, until: number): string | null => {
  const at = calendar.at(day - 1) + 1
  return at > until ? null : isoDate(calendar.days[at] ?? 0)
}

/** What one fund announced lately: its reports, and every event that its row tells. One share class of a fund speaks for all. */
export const announcementsOf = (row: FundRow, calendar: Calendar, until: number): z.input<typeof Announcement>[] => {
  const { texts, windowDays, reportDays, leaves } = seeds.announcements
  const today = isoDate(calendar.days[until] ?? 0)
  const first = isoDate(epochDay(today) - windowDays)
  const fund = row.shareClass === null ? row.name : row.name.slice(0, -row.shareClass.length)
  const out: z.input<typeof Announcement>[] = []
  const add = (kind: Kind, date: string | null, words: Readonly<Record<string, string>>): void => {
    if (date === null || date < first || date > today) return
    const all = { fund, company: row.company, date, ...words }
    const { title, text } = texts[kind]
    const id = `${row.fundId}-${date}-${kind}`
    out.push({ id, fundId: row.fundId, date, kind, title: filled(title, all), text: filled(text, all) })
  }
  const alive = (date: string): boolean => date > row.inceptionOn && (row.closedOn === null || date <= row.closedOn)
  for (const end of quarters(today, 3).filter(alive))
    add('report', openDay(calendar, epochDay(end) + reportDays, until), {
      period: `${end.slice(0, 4)}年${periods[end.slice(5)] ?? ''}`,
    })
  for (const { date, perUnit4 } of row.dividends) add('dividend', date, { perTen: String(perUnit4 / 1000) })
  for (const { date, ratio } of row.splits) add('split', date, { ratio: String(ratio) })
  for (const date of new Set(row.managers.map(m => m.from).filter(from => from > row.inceptionOn))) {
    const names = row.managers.filter(m => m.to === date).map(m => m.name)
    add('manager', date, {
      joins: row.managers.flatMap(m => (m.from === date ? [m.name] : [])).join('、'),
      leaves: names.length === 0 ? '' : filled(leaves, { names: names.join('、') }),
    })
  }
  if (row.purchaseLimit !== null) {
    // it began in the middle of the window: no row says when
    const began = openDay(calendar, epochDay(today) - Math.round(windowDays / 2), until)
    if (began !== null && alive(began))
      add('trading', began, { limit: (row.purchaseLimit / 100).toLocaleString('zh-CN') })
  }
  if (row.closedOn !== null) add('liquidation', row.closedOn, {})
  return out
}

export const announcementRows = (row: FundRow, calendar: Calendar, until: number): WorldRow[] =>
  announcementsOf(row, calendar, until).map(each => ({ stream: 'announcements', key: each.id, tier: 0, row: each }))
