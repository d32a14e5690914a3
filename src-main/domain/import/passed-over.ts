import type { ImportPack } from '../../model/import/import-pack.ts'
import { plain } from './clean-text.ts'

type Row = readonly string[]

const isTotal = (row: Row, totals: readonly string[]): boolean =>
  row.slice(0, 3).some(cell => {
    const text = plain(cell).toLowerCase()
    return totals.some(word => text === word || (text.startsWith(word) && /^[\s:(]/.test(text.slice(word.length))))
  })

const sentence = /[。；]/
/** `1、`, `(2)`, `3.` and words behind it: a numbered footnote, no code and no figure. */
const numbered = /^\(?\d{1,2}[、.)]\s*[^\d\s.]/

/** One text alone under a head of several columns (a merged cell says it in each of them), and it reads like a remark. */
const isFootnote = (row: Row, columns: number, words: readonly string[]): boolean => {
  const [text = '', ...others] = new Set(row.map(plain).filter(cell => cell !== ''))
  if (others.length > 0 || columns < 3) return false
  const lower = text.toLowerCase()
  return words.some(word => lower.startsWith(word)) || sentence.test(text) || numbered.test(text)
}

/** Lines of a table that hold no row: totals, footnotes, and the head once more on the next page. */
export const passesOver = (header: Row, pack: ImportPack): ((row: Row) => boolean) => {
  const columns = header.filter(cell => plain(cell) !== '').length
  const head = header.map(plain)
  return row =>
    isTotal(row, pack.totals) ||
    isFootnote(row, columns, pack.remarks) ||
    (row.length === head.length && row.every((cell, at) => plain(cell) === head[at]))
}
