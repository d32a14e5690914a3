/** A ZIP archive in memory; the same files give the same bytes. */
export interface Archive {
  pack(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array>
  /** `fileUnreadable` for what is not there, is no archive, or unpacks to more than it should. */
  open(path: string): Promise<ReadonlyMap<string, Uint8Array>>
}
