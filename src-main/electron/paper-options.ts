import type { WebContentsPrintOptions } from 'electron'
import type { PaperWish } from '../contract/printing.ts'

/**
 * What a printer is told. Electron 41 to 43 reads two of its options under the names that Chromium has for them inside
 * (electron issue 52048): without those every page came out single-sided and without its tinted areas.
 */
export const paperOptions = (
  wish: PaperWish,
): WebContentsPrintOptions & { readonly duplex: PaperWish['duplex']; readonly shouldPrintBackgrounds: true } => ({
  silent: !wish.dialog,
  ...(wish.printer === null ? {} : { deviceName: wish.printer }),
  copies: wish.copies,
  duplexMode: wish.duplex,
  duplex: wish.duplex,
  color: !wish.grey,
  printBackground: true,
  shouldPrintBackgrounds: true,
  margins: { marginType: 'none' },
  pageSize: 'A4',
})
