/** One table of a file as it lies there: every cell text, nothing cleaned. */
export interface SheetText {
  readonly file: string
  /** Name of the sheet of a workbook; null for text files. */
  readonly sheet: string | null
  /** For people: `GBK TSV`. */
  readonly format: string
  readonly rows: readonly (readonly string[])[]
}
