import { z } from 'zod'
import { IsoDate } from './units.ts'

/** What an announcement of a fund is about. */
export const AnnouncementKind = z.enum([
  'report',
  'dividend',
  'split',
  'manager',
  'trading',
  'fee',
  'liquidation',
  'other',
])
export type AnnouncementKind = z.infer<typeof AnnouncementKind>

/** What the company of a fund announced on a day; of the whole fund, not of one share class. Texts are shown as they are, as text. */
export const Announcement = z
  .object({
    id: z.string().min(1).max(80),
    fundId: z.string().min(1).max(40),
    date: IsoDate,
    kind: AnnouncementKind,
    title: z.string().min(1).max(200),
    /** The body, paragraphs apart by line ends; empty where only the title is known. */
    text: z.string().max(8000),
  })
  .readonly()
export type Announcement = z.infer<typeof Announcement>
