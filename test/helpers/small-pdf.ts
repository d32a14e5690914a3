import { PDFDocument } from '@cantoo/pdf-lib'
import { markPdf, type ReportMark } from '../../src-main/model/report-mark.ts'

const ours: ReportMark = { reportId: 'R1', edition: 'client' }

/** A PDF with empty pages of distinct widths (100, 101, …), so that a page can be told by its size. */
export const smallPdf = async (pages: number, mark: ReportMark | null = ours): Promise<Buffer> => {
  const file = await PDFDocument.create()
  for (let i = 0; i < pages; i++) file.addPage([100 + i, 200])
  const bytes = await file.save()
  return Buffer.from(mark === null ? bytes : markPdf(bytes, mark))
}

export const pageWidths = async (bytes: ArrayBuffer): Promise<readonly number[]> =>
  (await PDFDocument.load(bytes)).getPages().map(page => page.getWidth())
