import { accessSync, constants, mkdirSync } from 'node:fs'
import { app, dialog } from 'electron'

/** Makes the data folder, or says why it cannot be used and ends the program. */
export const openDataFolder = (home: string): boolean => {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    accessSync(home, constants.R_OK | constants.W_OK)
    return true
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const zh = `数据文件夹无法写入：${home}\n${why}\n换一个文件夹（环境变量 ADVISOR_HOME），或修正它的权限后再启动。`
    const en = `The data folder cannot be written: ${home}\nName another one in ADVISOR_HOME, or correct its permissions, and start again.`
    process.stderr.write(`${en}\n${why}\n`)
    dialog.showErrorBox('投顾工作站', `${zh}\n\n${en}`)
    app.exit(1)
    return false
  }
}
