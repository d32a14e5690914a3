import { join } from 'node:path'
import { BrowserWindow, type Rectangle } from 'electron'
import { APP_ORIGIN } from './app-scheme.ts'
import { deskText } from './desk-texts.ts'

const devUrl = process.env['ELECTRON_RENDERER_URL']

/** True for pages that we served ourselves. */
export const isOurs = (url: string | undefined): boolean =>
  url !== undefined && (url.startsWith(`${APP_ORIGIN}/`) || (devUrl !== undefined && url.startsWith(devUrl)))

export interface WindowPlace {
  readonly bounds: Rectangle | null
  readonly maximised: boolean
}

const STEP = 28

/** A new window stands beside the one in front, not exactly on it. */
const cascade = (place: WindowPlace): { readonly x?: number; readonly y?: number } => {
  const front = place.bounds === null ? BrowserWindow.getFocusedWindow() : null
  if (front === null) return {}
  const { x, y } = front.getBounds()
  return { x: x + STEP, y: y + STEP }
}

/** A sandboxed window without a frame of its own; it shows our pages and opens nothing else. */
export const openWindow = (folder: string, name: string, path: string, place: WindowPlace): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    ...place.bounds,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    frame: false,
    title: deskText('zh-CN', 'app'),
    ...cascade(place),
    backgroundColor: '#F4F5F7',
    webPreferences: {
      preload: join(folder, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: devUrl !== undefined,
    },
  })
  const { webContents } = window
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  webContents.on('will-navigate', event => event.preventDefault())
  webContents.on('will-attach-webview', event => event.preventDefault())
  window.once('ready-to-show', () => {
    if (place.maximised) window.maximize()
    window.show()
  })
  void window.loadURL(`${devUrl ?? APP_ORIGIN}/?w=${name}#${path}`)
  return window
}
