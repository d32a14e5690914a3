import type { DialogTitle, PaperPrinter, PaperWish } from '../../contract/printing.ts'

/** What only a desktop can do; the command line has none of it. */
export interface Desktop {
  chooseFiles(title: DialogTitle, extensions: readonly string[]): Promise<readonly string[]>
  /** Null when the user thought better of it. */
  chooseFolder(title: DialogTitle): Promise<string | null>
  /** Asks where to, and writes the file there; null when the user thought better of it. */
  savePdf(suggested: string, pdf: Uint8Array): Promise<string | null>
  /** The same for tables; `ending` without its dot. */
  saveFile(suggested: string, ending: string, bytes: Uint8Array): Promise<string | null>
  /** Shows a file from memory in a window of its own. */
  showPdf(title: string, pdf: Uint8Array): Promise<void>
  /** Prints finished HTML in a hidden sandboxed window. */
  printToPdf(html: string): Promise<Uint8Array>
  printers(): Promise<readonly PaperPrinter[]>
  /** Puts a finished page sequence on paper; false when the user thought better of it in the dialog. */
  printOnPaper(html: string, wish: PaperWish): Promise<boolean>
}
