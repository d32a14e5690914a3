import type { AppErrorCode } from '../../model/app-error.ts'
import type { SheetHead } from '../../model/import/sheet-text.ts'
import type { TablePart } from '../../services/ports/table-files.ts'

export type ToTableThread =
  | { readonly kind: 'heads'; readonly paths: readonly string[] }
  | { readonly kind: 'rows'; readonly place: string }
  /** A part was taken: another one may be sent. */
  | { readonly kind: 'more' }

export type FromTableThread =
  | { readonly kind: 'heads'; readonly heads: readonly SheetHead[] }
  | { readonly kind: 'part'; readonly part: TablePart }
  | { readonly kind: 'end' }
  | {
      readonly kind: 'failed'
      readonly code: AppErrorCode
      readonly message: string
      readonly where: string
      readonly hint: string
    }
