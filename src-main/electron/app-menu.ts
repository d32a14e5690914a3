import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import { deskText, type DeskLocale, type DeskText } from './desk-texts.ts'

const screens = ['today', 'matrix', 'clients', 'funds', 'products', 'reports', 'sync', 'settings'] as const

type Item = MenuItemConstructorOptions

/** What the window in front does; its own keys do the same, so the menu only names them. */
const send = (command: string): void => BrowserWindow.getFocusedWindow()?.webContents.send('desk-command', command)

/** The menu of the program in one language. */
const itemsOf = (locale: DeskLocale, openWindow: () => void): Item[] => {
  const t = (key: DeskText): string => deskText(locale, key)
  const told = (key: DeskText, command: string, accelerator?: string): Item => ({
    label: t(key),
    click: () => send(command),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  })
  const role = (key: DeskText, of: NonNullable<Item['role']>): Item => ({ label: t(key), role: of })
  const line: Item = { type: 'separator' }
  return [
    {
      label: t('file'),
      submenu: [
        { label: t('newWindow'), accelerator: 'CmdOrCtrl+N', registerAccelerator: false, click: openWindow },
        told('import', 'go:/import'),
        told('print', 'print'),
        line,
        role('close', 'close'),
        role('quit', 'quit'),
      ],
    },
    {
      label: t('edit'),
      submenu: [
        role('undo', 'undo'),
        role('redo', 'redo'),
        line,
        role('cut', 'cut'),
        role('copy', 'copy'),
        role('paste', 'paste'),
        role('selectAll', 'selectAll'),
      ],
    },
    {
      label: t('go'),
      submenu: [
        ...screens.map((screen, i) => told(screen, `go:/${screen}`, `CmdOrCtrl+${i + 1}`)),
        line,
        told('back', 'back', 'Alt+Left'),
        told('forward', 'forward', 'Alt+Right'),
      ],
    },
    {
      label: t('view'),
      submenu: [
        told('find', 'find', 'CmdOrCtrl+K'),
        line,
        told('zoomIn', 'zoomIn', 'CmdOrCtrl+='),
        told('zoomOut', 'zoomOut', 'CmdOrCtrl+-'),
        told('zoomReset', 'zoomReset', 'CmdOrCtrl+0'),
        line,
        role('fullScreen', 'togglefullscreen'),
      ],
    },
    {
      label: t('book'),
      submenu: [told('syncNow', 'sync', 'F5'), told('lock', 'lock', 'CmdOrCtrl+L')],
    },
    {
      label: t('help'),
      submenu: [told('helpHere', 'help', 'F1'), told('keys', 'keys', 'Shift+/'), told('tour', 'tour')],
    },
  ]
}

/** Puts the menu up in the language of the window; on a Mac the first menu is the program's own. */
export const setAppMenu = (locale: DeskLocale, openWindow: () => void): void => {
  const own: Item[] = process.platform === 'darwin' ? [{ role: 'appMenu', label: deskText(locale, 'app') }] : []
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...itemsOf(locale, openWindow)]))
}
