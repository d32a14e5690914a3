import { PDFDocument } from '@cantoo/pdf-lib'

/** A PDF with empty pages of distinct widths (100, 101, …), so that a page can be told by its size. */
export const smallPdf = async (pages: number): Promise<Buffer> => {
  const file = await PDFDocument.create()
  for (let i = 0; i < pages; i++) file.addPage([100 + i, 200])
  return Buffer.from(await file.save())
}

export const pageWidths = async (bytes: ArrayBuffer): Promise<readonly number[]> =>
  (await PDFDocument.load(bytes)).getPages().map(page => page.getWidth())
