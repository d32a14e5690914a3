import type { Client } from '../../model/client.ts'
import type { ImportPack } from '../../model/import/import-pack.ts'
import type { ProfessionalRules } from '../../model/suitability-pack.ts'
import type { StreamName } from '../../model/stream.ts'
import type { BiText } from '../../model/text.ts'

/** What the book knows already; all look-ups answer null for what is not there, or not unique. */
export interface ImportContext {
  readonly pack: ImportPack
  /** Of the suitability pack in force on the day of the import; null without one. */
  readonly professionals: ProfessionalRules | null
  /** Client whose file this is, for files that name none. */
  readonly givenClient: string | null
  /** By number, also one whose leading zeros were lost. */
  clientId(text: string): string | null
  clientIdByName(name: string): string | null
  client(id: string): Client | null
  hasAccount(id: string): boolean
  hasProduct(code: string): boolean
  codeByName(name: string): string | null
}

export interface ImportedRow {
  readonly stream: StreamName
  readonly key: string
  readonly row: unknown
}

export interface RejectedRow {
  /** Line of the file, the first is 1. */
  readonly line: number
  readonly reason: BiText
  readonly cells: readonly string[]
}

/** What one line of a table becomes. */
export type LineResult =
  | {
      readonly kind: 'rows'
      readonly rows: readonly { readonly stream: StreamName; readonly row: unknown }[]
      /** What is taken otherwise than a reader of the line might think. */
      readonly note?: BiText | null
    }
  | { readonly kind: 'reject'; readonly reason: BiText }
  | { readonly kind: 'skip' }

export const reject = (zh: string, en: string): LineResult => ({ kind: 'reject', reason: { zh, en } })
