/** The streams a command speaks to; progress and errors go to `stderr`. */
export interface Io {
  readonly stdin: AsyncIterable<string | Uint8Array> & { readonly isTTY?: boolean | undefined }
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
}

export interface Command {
  readonly name: string
  /** One line a form, without the program's name. */
  readonly usage: string
  /** Resolves to the exit code: 0 done, 1 a clear error; throws UsageError for 2. */
  readonly run: (args: readonly string[], io: Io) => Promise<number>
}
