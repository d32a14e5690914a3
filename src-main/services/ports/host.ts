/** What only a desktop can do; the CLI has none of it. */
export interface Desktop {
  openPath(path: string): Promise<void>
  chooseSavePath(suggested: string): Promise<string | null>
  chooseFiles(title: string, extensions: readonly string[]): Promise<readonly string[]>
  /** Prints finished HTML in a hidden sandboxed window. */
  printToPdf(html: string): Promise<Uint8Array>
}
