import { joined, el, type Markup } from '../markup/markup.ts'
import { PT, type Block, type Chapter } from './block.ts'
import { linesOf } from './measure.ts'
import { PAGE_WIDTH } from './text-blocks.ts'

/** From the top of the body (17.2 mm) to the notes, which end 20.5 mm above the edge. */
const ROOM = 297 - 17.2 - 20.5
const GAP = 5
const NEAR = 2.5
/** Between the last block and the notes. */
const AIR = 3

export type Page = { readonly body: Markup; readonly notes: readonly string[] }

const notesHeight = (notes: readonly string[]): number =>
  notes.length === 0 ? 0 : AIR + linesOf(notes.join(' '), 7.5, PAGE_WIDTH) * 11 * PT

/** A chapter that is split begins with this much at the least, in mm. */
const LEAST = 60

/** A page that begins without a title keeps this under its header. */
const TOP = 3

const gapBefore = (block: Block, first: boolean): number =>
  first ? (block.keep === true ? 0 : TOP) : block.near === true ? NEAR : GAP

const placeOf = (block: Block, first: boolean): string =>
  first ? (block.keep === true ? 'blk' : 'blk top') : block.near === true ? 'blk near' : 'blk'

type Sheet = { blocks: Block[]; used: number; notes: readonly string[] }

const place = (sheet: Sheet, block: Block): void => {
  sheet.used += gapBefore(block, sheet.blocks.length === 0) + block.height
  sheet.blocks.push(block)
}

/** Blocks at the end that must not stand alone at the foot go over with what follows. */
const takeBack = (sheet: Sheet): Block[] => {
  const back: Block[] = []
  while (sheet.blocks.length > 1 && sheet.blocks.at(-1)?.keep === true) {
    const block = sheet.blocks.pop()
    if (block === undefined) break
    sheet.used -= gapBefore(block, false) + block.height
    back.unshift(block)
  }
  return back
}

const layOut = (sheet: Sheet, chapter: Chapter, sheets: Sheet[]): void => {
  const queue = [...chapter.blocks]
  let current = sheet
  const room = () => ROOM - notesHeight(current.notes)
  const turn = (first: readonly Block[]) => {
    current = { blocks: [], used: 0, notes: chapter.notes }
    sheets.push(current)
    for (const block of first) place(current, block)
  }
  for (let block = queue.shift(); block !== undefined; block = queue.shift()) {
    const gap = gapBefore(block, current.blocks.length === 0)
    const left = room() - current.used - gap
    if (block.height <= left) {
      place(current, block)
      continue
    }
    const parts = block.split?.(left) ?? null
    if (parts !== null) {
      // the head stands where the whole would have stood
      place(current, block.near === true ? { ...parts.head, near: true } : parts.head)
      turn([])
      queue.unshift(parts.rest)
    } else if (current.blocks.length === 0) {
      place(current, block)
    } else {
      const back = takeBack(current)
      if (back.length === current.blocks.length && current.used === 0) place(current, block)
      else {
        turn(back)
        queue.unshift(block)
      }
    }
  }
}

const total = (chapter: Pick<Chapter, 'blocks'>): number =>
  chapter.blocks.reduce((sum, b, i) => sum + gapBefore(b, i === 0) + b.height, 0)

/** The one picture of a chapter that may change its height takes what is left of the page, if that makes the chapter fit. */
export const fitted = (chapter: Chapter): Chapter => {
  const at = chapter.blocks.findIndex(b => b.flex !== undefined)
  const block = chapter.blocks[at]
  if (block?.flex === undefined) return chapter
  const { min, max, make } = block.flex
  const left = block.height + ROOM - notesHeight(chapter.notes) - total(chapter)
  const made = make(left < min ? block.height : Math.min(max, left))
  return { ...chapter, blocks: chapter.blocks.with(at, block.near === true ? { ...made, near: true } : made) }
}

/**
 * Pages of A4 from chapters: a chapter opens a page, unless it may join the one before: whole, or with what fits under it.
 * Breaks stand between blocks and between rows of tables only.
 */
export const paginate = (wanted: readonly Chapter[]): readonly Page[] => {
  const sheets: Sheet[] = []
  for (const chapter of wanted.map(fitted)) {
    if (chapter.blocks.length === 0) continue
    const last = sheets.at(-1)
    const notes =
      last === undefined ? chapter.notes : [...last.notes, ...chapter.notes.filter(n => !last.notes.includes(n))]
    if (
      chapter.joins === 'whole' &&
      last !== undefined &&
      last.used + GAP + total(chapter) <= ROOM - notesHeight(notes)
    ) {
      last.notes = notes
      for (const block of chapter.blocks) place(last, block)
      continue
    }
    if (chapter.joins === 'split' && last !== undefined && last.used + GAP + LEAST <= ROOM - notesHeight(notes)) {
      last.notes = notes
      layOut(last, chapter, sheets)
      continue
    }
    const sheet: Sheet = { blocks: [], used: 0, notes: chapter.notes }
    sheets.push(sheet)
    layOut(sheet, chapter, sheets)
  }
  return sheets.map(sheet => ({
    body: joined(sheet.blocks.map((b, i) => el`<div class="${placeOf(b, i === 0)}">${b.body}</div>`)),
    notes: sheet.notes,
  }))
}
