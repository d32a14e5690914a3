import type { Markup } from '../markup/markup.ts'

/** Height of one CSS pixel and one point in mm. */
export const PX = 25.4 / 96
export const PT = 25.4 / 72

/**
 * Part of a page that stays whole. `height` in mm without the gap above it. `near` moves it to 2.5 mm under the block before.
 * `keep`: never the last one of a page. `split`: gives the part that fits into `room` mm and the rest.
 */
export type Block = {
  readonly body: Markup
  readonly height: number
  readonly near?: boolean
  readonly keep?: boolean
  /** Made when the height is known, so that its chapter fills one page; in mm. `height` is the wish, `body` is empty until then. */
  readonly flex?: { readonly min: number; readonly max: number; readonly make: (height: number) => Block }
  readonly split?: (room: number) => { readonly head: Block; readonly rest: Block } | null
}

/** Blocks that begin on a new page, with the notes that stand above its footer. */
export type Chapter = {
  readonly blocks: readonly Block[]
  readonly notes: readonly string[]
  /** May follow on the page of the chapter before it: when everything fits, or with what fits there. */
  readonly joins?: 'whole' | 'split'
}
