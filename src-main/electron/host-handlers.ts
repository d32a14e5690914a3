import { rename, rm, writeFile } from 'node:fs/promises'
import { BrowserWindow, dialog } from 'electron'
import type { FirstAnswers } from '../contract/first-answers.ts'
import { said } from './desk-texts.ts'
import type { HostHandlers } from './host-protocol.ts'
import { keyStore } from './key-vault.ts'
import { showPdf } from './pdf-window.ts'
import { listPrinters, printOnPaper } from './paper.ts'
import { printHtmlToPdf } from './printing.ts'

const front = (): BrowserWindow | undefined => BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]

const saveAs = async (suggested: string, ending: string, bytes: Uint8Array): Promise<string | null> => {
  const parent = front()
  const options = { defaultPath: suggested, filters: [{ name: ending.toUpperCase(), extensions: [ending] }] }
  const answer =
    parent === undefined ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(parent, options)
  if (answer.canceled) return null
  // whole or not at all: what stood there stays when the disk is full, and nobody reads half a file
  const part = `${answer.filePath}.part`
  try {
    await writeFile(part, bytes, { mode: 0o600 })
    await rename(part, answer.filePath)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  return answer.filePath
}

/** `keep` takes what the windows of the next start ask first. */
export const hostHandlers = (keep: (first: FirstAnswers) => void): HostHandlers => ({
  keyStoreAvailable: () => keyStore.isReal(),
  keyStoreWrap: ({ secret }) => keyStore.wrap(secret),
  keyStoreUnwrap: ({ wrapped }) => keyStore.unwrap(wrapped),
  savePdf: ({ suggested, pdf }) => saveAs(suggested, 'pdf', pdf),
  saveFile: ({ suggested, ending, bytes }) => saveAs(suggested, ending, bytes),
  showPdf: async ({ title, pdf }) => {
    await showPdf(title, pdf)
    return null
  },
  chooseFiles: async ({ title, extensions }) => {
    const parent = front()
    const options = {
      title: said(title),
      properties: ['openFile' as const, 'multiSelections' as const],
      filters: [{ name: said(title), extensions: [...extensions] }],
    }
    const answer =
      parent === undefined ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options)
    return answer.canceled ? [] : answer.filePaths
  },
  chooseFolder: async ({ title }) => {
    const parent = front()
    const options = { title: said(title), properties: ['openDirectory' as const, 'createDirectory' as const] }
    const answer =
      parent === undefined ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options)
    return answer.filePaths[0] ?? null
  },
  keepFirstAnswers: async first => {
    keep(first)
    return null
  },
  printers: () => listPrinters(),
  printOnPaper: ({ html, wish }) => printOnPaper(html, wish),
  printToPdf: ({ html }) => printHtmlToPdf(html),
})
