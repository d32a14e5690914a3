import type { Desktop } from '../../src-main/engine.ts'

const refuse = (): Promise<never> => Promise.reject(new Error('not in this test'))

/** A desktop that can do only what the test says. */
export const testDesktop = (can: Partial<Desktop>): Desktop => ({
  chooseFiles: refuse,
  chooseFolder: refuse,
  savePdf: refuse,
  saveFile: refuse,
  showPdf: refuse,
  printToPdf: refuse,
  printers: refuse,
  printOnPaper: refuse,
  ...can,
})
