import { z } from 'zod'
import { Locale } from '../format/locale.ts'
import { ReportPack } from '../report-pack.ts'
import { IsoDate } from '../units.ts'
import { ReplyInvite } from './reply-invite.ts'

import { Edition } from '../wording-pack.ts'

/** Firm's look, from the settings. The logo is a picture as data URI; the accent replaces the blue of charts and links. */
export const ReportFirm = z
  .object({
    /** Empty until the firm is named in the settings. */
    name: z.string().max(100),
    logo: z
      .string()
      .regex(/^data:image\/(png|jpeg|svg\+xml);base64,[A-Za-z0-9+/=]+$/)
      .nullable(),
    accent: z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/)
      .nullable(),
    /** One more line above the footer of the last page. */
    notice: z.string().max(400).nullable(),
  })
  .readonly()
export type ReportFirm = z.infer<typeof ReportFirm>

/** What a report needs beyond its model. `versions` are the packs of the footer. */
export const ReportSetup = z
  .object({
    edition: Edition,
    locale: Locale,
    /** Content of resources/print/report.css. */
    css: z.string(),
    /** What it says. */
    pack: ReportPack,
    firm: ReportFirm,
    advisor: z.object({ name: z.string(), licence: z.string(), branch: z.string().nullable() }).readonly(),
    reportId: z.string().min(1).max(64),
    date: IsoDate,
    /** Red for up as in China, or green. */
    redIsUp: z.boolean().default(true),
    /** Printed beside the form of the last page. */
    reply: ReplyInvite.nullable().optional(),
    versions: z.array(z.object({ name: z.string(), version: z.string() }).readonly()).readonly(),
  })
  .readonly()
export type ReportSetup = z.infer<typeof ReportSetup>

/** Finished report: one self-contained page that runs no script and asks for nothing. */
export type FinishedReport = {
  readonly html: string
  readonly title: string
  readonly language: Locale
  readonly pages: number
  /** Plain text of every statement, for the wording check. */
  readonly statements: readonly string[]
  readonly reportId: string
  readonly edition: Edition
  readonly date: string
}
