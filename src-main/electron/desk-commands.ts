import { BrowserWindow, ipcMain, Menu, type WebContents } from 'electron'
import type { DeskLocale } from './desk-texts.ts'
import { isOurs } from './window.ts'

interface Desk {
  readonly openWindow: (path: string) => void
  readonly speak: (locale: DeskLocale) => void
  /** The page begins to load and wants its way to the engine by the time its script runs. */
  readonly joinEngine: (contents: WebContents) => void
  readonly wantEngine: () => void
}

/** Window chrome, and the way to the engine; a message of an unknown sender or shape is dropped. */
export const listenToDesk = ({ openWindow, speak, joinEngine, wantEngine }: Desk): void => {
  ipcMain.on('engine-port', event => {
    if (isOurs(event.senderFrame?.url)) joinEngine(event.sender)
  })
  ipcMain.on('want-engine', event => {
    if (isOurs(event.senderFrame?.url)) wantEngine()
  })
  ipcMain.on('desk', async (event, message: unknown) => {
    if (!isOurs(event.senderFrame?.url)) return
    const { DeskCommand } = await import('./desk-command.ts')
    const window = BrowserWindow.fromWebContents(event.sender)
    const command = DeskCommand.safeParse(message)
    if (window === null || !command.success) return
    switch (command.data.do) {
      case 'minimise':
        return window.minimize()
      case 'toggleMaximise':
        return window.isMaximized() ? window.unmaximize() : window.maximize()
      case 'close':
        return window.close()
      case 'print':
        return event.sender.print({ printBackground: false })
      case 'zoom': {
        const level = command.data.step === 0 ? 0 : event.sender.getZoomLevel() + command.data.step / 2
        return event.sender.setZoomLevel(Math.max(-2, Math.min(3, level)))
      }
      case 'fullScreen':
        return window.setKiosk(command.data.on)
      case 'menu':
        return Menu.getApplicationMenu()?.popup({ window, x: command.data.x, y: command.data.y })
      case 'locale':
        return speak(command.data.locale)
      case 'openWindow':
        return openWindow(command.data.path)
    }
  })
}
