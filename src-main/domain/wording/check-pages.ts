import type { BiText } from '../../model/text.ts'
import type { WordingPack } from '../../model/wording-pack.ts'

/** What every page that goes to a client must carry. */
export interface PageMarks {
  readonly advisorName: string
  /** 执业编号. */
  readonly licence: string
  /** As printed. */
  readonly dataDate: string
  readonly packVersion: string
}

export type PageFault =
  | { readonly kind: 'missing'; readonly page: number; readonly mark: keyof PageMarks }
  /** Nobody can sign: the mark itself is empty. */
  | { readonly kind: 'empty'; readonly mark: keyof PageMarks }
  /** The document speaks of performance and nowhere says that it foretells nothing. */
  | { readonly kind: 'noNotice'; readonly advice: BiText }

const marks = ['advisorName', 'licence', 'dataDate', 'packVersion'] as const

/** Line breaks of a printed page fall anywhere, so blanks do not count. */
const squeeze = (text: string): string => text.replaceAll(/\s+/gu, '').toLowerCase()

/**
 * Faults of a client document, page by page (numbered from 1): a mark that is not on the page, and the missing notice
 * on past performance. Sources: provisions on investment advice (name, licence, basis) and on promotion (notice).
 */
export const checkPages = (pages: readonly string[], required: PageMarks, pack: WordingPack): readonly PageFault[] => {
  const faults: PageFault[] = marks.filter(mark => required[mark].trim() === '').map(mark => ({ kind: 'empty', mark }))
  for (const [i, page] of pages.entries()) {
    const text = squeeze(page)
    for (const mark of marks)
      if (!text.includes(squeeze(required[mark]))) faults.push({ kind: 'missing', page: i + 1, mark })
  }
  const all = pages.join('\n')
  const speaks = new RegExp(pack.document.performance, 'iu').test(all)
  const noticed = new RegExp(pack.document.notice, 'iu')
  if (speaks && !noticed.test(all) && !noticed.test(squeeze(all)))
    faults.push({ kind: 'noNotice', advice: pack.document.advice })
  return faults
}
