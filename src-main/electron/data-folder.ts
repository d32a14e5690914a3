import { accessSync, constants, mkdirSync } from 'node:fs'
import { app, dialog } from 'electron'
import { deskText, inBoth } from './desk-texts.ts'

/** Makes the data folder, or says why it cannot be used and ends the program. */
export const openDataFolder = (home: string): boolean => {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    accessSync(home, constants.R_OK | constants.W_OK)
    return true
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    process.stderr.write(`${deskText('en', 'folderFails', { home, why })}\n`)
    dialog.showErrorBox(deskText('zh-CN', 'app'), inBoth('folderFails', { home, why }))
    app.exit(1)
    return false
  }
}
