import type { Edition } from '../../contract/reports.ts'
import type { Locale } from '../../model/format/locale.ts'

/** What is to be made: `subject` as in the contract's ReportSubject. */
export interface ReportRequest {
  readonly kind: 'account' | 'fund' | 'comparison' | 'segment'
  readonly subject: string
  readonly edition: Edition
  readonly locale: Locale
  /** Readers must type it to open the file. */
  readonly password?: string | null | undefined
  /** Tells the pages before they are printed. */
  readonly preview?: boolean | undefined
}
