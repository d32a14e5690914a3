import { z } from 'zod'
import { ReportFirm } from '../model/report/report-setup.ts'
import { base, none } from './base.ts'

/** `desktop` never starts a browser; `browser` is its program, null finds the office's one. */
export const PrintingChoice = z
  .object({ with: z.enum(['auto', 'desktop']), browser: z.string().max(500).nullable() })
  .readonly()
export type PrintingChoice = z.infer<typeof PrintingChoice>

export const Settings = z
  .object({
    locale: z.enum(['zh-CN', 'en']),
    theme: z.enum(['light', 'dark', 'contrast', 'system']),
    density: z.enum(['compact', 'normal', 'relaxed']),
    /** 涨跌颜色. */
    upColour: z.enum(['red', 'green']),
    lockMinutes: z.int().min(0).max(240),
    overdueMark: z.number().min(0).max(1),
    mismatchMark: z.number().min(0).max(1),
    riskFreeRate: z.number().min(-0.1).max(0.2),
    firm: ReportFirm,
    /** Printed behind the firm's name. */
    branch: z.string().max(100),
    printing: PrintingChoice,
    /** Name of the printer that reports go to; null is the system's own. */
    printer: z.string().max(300).nullable(),
    hoursPerWeek: z.number().min(0).max(80),
    /** Way to head office; null takes what the environment says, or none. */
    proxy: z
      .url({ protocol: /^https?$/ })
      .max(200)
      .nullable(),
  })
  .readonly()
export type Settings = z.infer<typeof Settings>

export const settings = {
  get: base.input(none).output(Settings),
  set: base.input(Settings.unwrap().partial()).output(Settings),
}
