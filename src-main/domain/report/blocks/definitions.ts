import type { BiText } from '../../../model/text.ts'
import { el, joined } from '../markup/markup.ts'
import { PT, type Block } from './block.ts'
import { linesOf } from './measure.ts'
import { heading, HEADING_HEIGHT } from './text-blocks.ts'
import type { Writer } from './writer.ts'

type Definition = { readonly name: BiText; readonly formula: BiText }
/** Subscript letters and figures, which the print fonts lack, as plain ones. */
const plain = (formula: string): string =>
  formula.replaceAll(/[\u1D62-\u1D6A\u2080-\u209C]/gu, c => c.normalize('NFKC'))

type Entry = { readonly name: string; readonly formula: string; readonly height: number }

const COLUMN = 85

const columns = (entries: readonly Entry[]): readonly [readonly Entry[], readonly Entry[]] => {
  const half = entries.reduce((s, e) => s + e.height, 0) / 2
  let used = 0
  const left = entries.filter(e => {
    const fits = used + e.height / 2 <= half
    used += e.height
    return fits
  })
  return [left, entries.slice(left.length)]
}

const heightOf = (entries: readonly Entry[]): number => entries.reduce((s, e) => s + e.height, 0)

type Heads = { readonly title: string; readonly small: string; readonly continued: string }

const block = (heads: Heads, entries: readonly Entry[]): Block => {
  const { title, small, continued } = heads
  const [left, right] = columns(entries)
  const column = (list: readonly Entry[]) =>
    el`<dl class="defs">${joined(list.map(e => el`<div><dt>${e.name}</dt> <dd>${e.formula}</dd></div>`))}</dl>`
  return {
    body: el`<section>${heading(title, small)}<div class="side" style="grid-template-columns:85mm 85mm">${column(left)}${column(right)}</div></section>`,
    height: HEADING_HEIGHT + 1 + Math.max(heightOf(left), heightOf(right)),
    split: room => {
      let fit = entries.length
      while (fit > 0) {
        const [a, b] = columns(entries.slice(0, fit))
        if (HEADING_HEIGHT + 1 + Math.max(heightOf(a), heightOf(b)) <= room) break
        fit -= 1
      }
      if (fit < 6 || fit >= entries.length) return null
      return {
        head: block(heads, entries.slice(0, fit)),
        rest: block({ ...heads, small: continued }, entries.slice(fit)),
      }
    },
  }
}

/** 口径: name and formula of every definition the report used. */
export const definitionsBlock = (definitions: Readonly<Record<string, Definition>>, write: Writer): Block => {
  const entries = Object.values(definitions).map((d): Entry => {
    const name = write.text(d.name)
    const formula = plain(write.text(d.formula))
    return { name, formula, height: 10.5 * PT * linesOf(`${name}  ${formula}`, 7.8, COLUMN) + 0.8 }
  })
  return block(
    {
      title: write.say('common.definitions'),
      small: write.say('common.everythingThisReportUses'),
      continued: write.say('common.continued'),
    },
    entries,
  )
}
