import { dayNumber } from '../../portfolio/day-number.ts'
import type { FundManager } from '../../../model/fund.ts'

const HAN_NAME = /^[\p{Script=Han}·]{2,8}$/u

/** The people of one cell: `傅鹏博 朱璘` are two, `John Smith` is one. */
export function managerNames(text: string): readonly string[] {
  const listed = text.split(/[、,，;；/]/).flatMap(part => {
    const words = part.trim().split(/\s+/)
    return words.every(word => HAN_NAME.test(word)) ? words : [words.join(' ')]
  })
  return [...new Set(listed.filter(name => name !== ''))]
}

/**
 * Tables list who led a fund by team: a new line begins whenever somebody joins or leaves. The term of a person goes on over
 * lines that follow one another by a day at most, so that a colleague who leaves makes no new manager of who stays.
 */
export function managerTerms(rows: readonly FundManager[]): readonly FundManager[] {
  const terms: FundManager[] = []
  for (const row of rows.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const at = terms.findLastIndex(term => term.name === row.name)
    const last = terms[at]
    if (last === undefined || (last.to !== null && dayNumber(row.from) > dayNumber(last.to) + 1)) terms.push(row)
    else terms[at] = { ...last, to: last.to === null || row.to === null ? null : last.to > row.to ? last.to : row.to }
  }
  return terms
}
