import { BrowserWindow } from 'electron'
import type { PaperPrinter, PaperWish } from '../contract/printing.ts'
import { paperOptions } from './paper-options.ts'
import { withPage } from './printing.ts'

export const listPrinters = async (): Promise<PaperPrinter[]> => {
  const [window] = BrowserWindow.getAllWindows()
  const found = (await window?.webContents.getPrintersAsync()) ?? []
  return found.map(({ name, displayName, options }) => ({
    name,
    label: displayName === '' ? name : displayName,
    isDefault: (options as { readonly isDefault?: unknown })['isDefault'] === true,
  }))
}

/** The pages as they stand, vector, on a printer of this computer; false when the dialog was closed. */
export const printOnPaper = (html: string, wish: PaperWish): Promise<boolean> =>
  withPage(
    html,
    window =>
      new Promise((resolve, reject) => {
        window.webContents.print(paperOptions(wish), (isDone, why) => {
          if (isDone) resolve(true)
          else if (/cancel/i.test(why)) resolve(false)
          else reject(new Error(why === '' ? 'the printer did not take the pages' : why))
        })
      }),
  )
