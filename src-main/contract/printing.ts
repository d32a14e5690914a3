import { z } from 'zod'

/** A printer of this computer. */
export const PaperPrinter = z.object({ name: z.string(), label: z.string(), isDefault: z.boolean() }).readonly()
export type PaperPrinter = z.infer<typeof PaperPrinter>

/** How pages go to paper; `printer` null is the system's default one. */
export const PaperWish = z
  .object({
    printer: z.string().max(300).nullable(),
    copies: z.int().min(1).max(99),
    duplex: z.enum(['simplex', 'longEdge', 'shortEdge']),
    grey: z.boolean(),
    /** Shows the system's own dialog first. */
    dialog: z.boolean(),
  })
  .readonly()
export type PaperWish = z.infer<typeof PaperWish>

/** What a dialog of the desktop is for; its words are the desktop's own, in the language of the window. */
export const DialogTitle = z.enum([
  'chooseBackup',
  'chooseBackupFolder',
  'choosePdfFolder',
  'chooseTables',
  'choosePackage',
])
export type DialogTitle = z.infer<typeof DialogTitle>
