/** One table of a file as it lies there: every cell text, nothing cleaned. */
export interface SheetText {
  readonly file: string
  /** Name of the sheet of a workbook; null for text files. */
  readonly sheet: string | null
  /** For people: `GBK TSV`. */
  readonly format: string
  readonly rows: readonly (readonly string[])[]
}

/** The first lines of a table, which say what it is; the rest is read when it is wanted. */
export interface SheetHead extends SheetText {
  /** Names the table to the reader that found it. */
  readonly place: string
}

/** Lines that tell the layout of a table. */
export const headLines = 40
