import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PdfFacts {
  readonly pages: number
  readonly text: string
  readonly outline: readonly string[]
  readonly tagged: boolean
  readonly language: string | null
  readonly title: string | undefined
}

/** What a reader sees of a file. */
export const pdfFacts = async (bytes: Uint8Array, password?: string): Promise<PdfFacts> => {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    useSystemFonts: false,
    ...(password === undefined ? {} : { password }),
  })
  const document = await task.promise
  try {
    const texts: string[] = []
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n)
      const { items } = await page.getTextContent()
      texts.push(items.map(item => ('str' in item ? item.str : '')).join(''))
    }
    const { info } = await document.getMetadata()
    const facts = info as { readonly Title?: string; readonly Language?: string | null }
    return {
      pages: document.numPages,
      text: texts.join('\n'),
      outline: (await document.getOutline())?.map(o => o.title) ?? [],
      tagged: (await document.getMarkInfo())?.Marked === true,
      language: facts.Language ?? null,
      title: facts.Title,
    }
  } finally {
    await task.destroy()
  }
}

/** Kind of every font program of a file: `CIDFontType2` with `FontFile2` is an embedded TrueType subset. */
export const fontKinds = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  return document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) return []
    const subtype = object.get(PDFName.of('Subtype'))
    if (subtype !== PDFName.of('Type0')) return subtype === PDFName.of('CIDFontType2') ? [] : [String(subtype)]
    const below = object.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict)
    const file = below.lookup(PDFName.of('FontDescriptor'), PDFDict).get(PDFName.of('FontFile2'))
    return [`${String(below.get(PDFName.of('Subtype')))} ${file === undefined ? 'not embedded' : 'FontFile2'}`]
  })
}
