import { BrowserWindow, dialog, shell } from 'electron'
import type { HostHandlers } from './host-protocol.ts'
import { keyStoreAvailable, unwrapSecret, wrapSecret } from './key-vault.ts'
import { printHtmlToPdf } from './printing.ts'

const front = (): BrowserWindow | undefined => BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]

export const hostHandlers = (): HostHandlers => ({
  keyStoreAvailable: async () => keyStoreAvailable(),
  keyStoreWrap: async ({ secret }) => wrapSecret(secret),
  keyStoreUnwrap: async ({ wrapped }) => unwrapSecret(wrapped),
  openPath: async ({ path }) => {
    const fault = await shell.openPath(path)
    if (fault !== '') throw new Error(fault)
    return null
  },
  chooseSavePath: async ({ suggested }) => {
    const parent = front()
    const options = { defaultPath: suggested }
    const answer =
      parent === undefined ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(parent, options)
    return answer.canceled ? null : answer.filePath
  },
  chooseFiles: async ({ title, extensions }) => {
    const parent = front()
    const options = {
      title,
      properties: ['openFile' as const, 'multiSelections' as const],
      filters: [{ name: title, extensions: [...extensions] }],
    }
    const answer =
      parent === undefined ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options)
    return answer.canceled ? [] : answer.filePaths
  },
  printToPdf: ({ html }) => printHtmlToPdf(html),
})
