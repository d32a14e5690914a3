/** Numbered, applied once, never edited after a release. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}
