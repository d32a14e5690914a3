import { randomUUID } from 'node:crypto'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, powerMonitor, session } from 'electron'
import type { FirstAnswers } from '../contract/first-answers.ts'
import { keepAnswers, stampOf, takeAnswers } from './answers-file.ts'
import { setAppMenu } from './app-menu.ts'
import { registerAppScheme, serveApp } from './app-scheme.ts'
import { windowFlags } from './code-flags.ts'
import { openDataFolder } from './data-folder.ts'
import { listenToDesk } from './desk-commands.ts'
import { deskText, inBoth, speak } from './desk-texts.ts'
import { EngineHost } from './engine-host.ts'
import { hostHandlers } from './host-handlers.ts'
import { routesOf, savePlaces } from './places.ts'
import { denyPermissions } from './permissions.ts'
import { keyStore } from './key-vault.ts'
import { restartLimit } from './restart-limit.ts'
import { isOurs, openWindow, type WindowPlace } from './window.ts'

const here = import.meta.dirname
const home = process.env['ADVISOR_HOME'] ?? join(app.getPath('appData'), 'advisor-workstation')
const isUsable = openDataFolder(home)
app.setPath('userData', join(home, 'window'))
// compiled code of the program itself, nothing of the book: the next start need not compile it again
enableCompileCache(join(home, 'window', 'code'))
app.commandLine.appendSwitch('js-flags', windowFlags(home))
// no page comes from the network: what it is spoken with needs no process of its own
app.commandLine.appendSwitch('enable-features', 'NetworkServiceInProcess2')
registerAppScheme()

const resources = app.isPackaged ? join(process.resourcesPath, 'resources') : join(here, '../../resources')
/** For pictures that are compared; an installed program keeps the time of the computer. */
const stoppedClock = app.isPackaged ? '' : (process.env['ADVISOR_CLOCK'] ?? '')
const rendererFolder = join(here, '../renderer')

/** Files that every change of the program writes anew. */
const program = app.isPackaged ? [process.execPath] : [join(here, 'engine.js'), join(rendererFolder, 'index.html')]

/** The engine waits for a first screen that needs nothing of it, but not for one that does not come. */
const ENGINE_LATEST_MS = 1000

const somewhere: WindowPlace = { bounds: null, maximised: false }

/** Without the windows of printed and shown reports. */
const ours = (): readonly BrowserWindow[] =>
  BrowserWindow.getAllWindows().filter(window => isOurs(window.webContents.getURL()))

const start = async (): Promise<void> => {
  let engine: EngineHost | null = null
  let closing = false
  let next: FirstAnswers | null = null
  let answers = await takeAnswers(
    home,
    stampOf(home, resources, program),
    stoppedClock || new Date().toISOString(),
    keyStore,
  )
  const mayRestart = restartLimit(() => performance.now())
  /** On the same way as the word to close, so that it is read first; a window's own message may come too late. */
  const keepRoutes = (windows: readonly BrowserWindow[]): void =>
    engine?.tell({ kind: 'routes', routes: [...routesOf(windows)] })

  const show = (path: string, place: WindowPlace = somewhere, name: string = randomUUID()): void => {
    const window = openWindow(here, name, path, place)
    window.on('close', () => {
      // closed by hand a window is gone; the last one, and all at the end of the program, come back
      const others = ours().filter(each => each !== window)
      if (closing) return
      savePlaces(home, others.length > 0 ? others : [window])
      keepRoutes([window])
    })
  }

  const startEngine = (): EngineHost =>
    new EngineHost({
      entry: join(here, 'engine.js'),
      args: [home, resources, process.env['ADVISOR_DEMO'] ?? '', stoppedClock],
      handlers: hostHandlers(first => (next = first)),
      onExit: () => {
        if (closing) return
        if (!mayRestart()) {
          dialog.showErrorBox(deskText('zh-CN', 'app'), inBoth('engineFails'))
          return app.exit(1)
        }
        engine = startEngine()
        engine.begin()
        for (const window of BrowserWindow.getAllWindows()) window.webContents.reload()
      },
    })

  app.on('second-instance', () => {
    // asked for once more while it ends: it comes back as soon as it has
    if (closing) return app.relaunch()
    const [first] = BrowserWindow.getAllWindows()
    if (first === undefined) return show('/')
    if (first.isMinimized()) first.restore()
    first.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', event => {
    if (closing || engine === null) return
    if (ours().length > 0) {
      savePlaces(home, ours())
      keepRoutes(ours())
    }
    closing = true
    event.preventDefault()
    void engine
      .close()
      .then(() => {
        if (next !== null) return keepAnswers(home, next, stampOf(home, resources, program), keyStore)
      })
      // without them the next start is slower, no more
      .catch(() => undefined)
      .finally(() => app.quit())
  })
  powerMonitor.on('lock-screen', () => engine?.tell({ kind: 'lock', why: 'osLock' }))
  powerMonitor.on('suspend', () => engine?.tell({ kind: 'lock', why: 'suspend' }))
  powerMonitor.on('resume', () => engine?.tell({ kind: 'online' }))

  engine = startEngine()
  const beginEngine = (): void => {
    answers = null
    engine?.begin()
  }
  // the engine takes longest to start: everything else comes while it does, or before it where the last run has answered the first screen
  if (answers === null) beginEngine()
  else setTimeout(beginEngine, ENGINE_LATEST_MS)
  denyPermissions(session.defaultSession)
  serveApp(session.defaultSession, rendererFolder)
  listenToDesk({
    openWindow: path => show(path),
    speak: locale => {
      speak(locale)
      setAppMenu(locale, () => show('/'))
    },
    wantEngine: beginEngine,
    joinEngine: contents => engine?.connect(contents, answers),
  })
  const { loadPlaces } = await import('./load-places.ts')
  for (const place of loadPlaces(home)) show('/', place, place.name)
  // a window tells its language as soon as it knows it
  setAppMenu('zh-CN', () => show('/'))
}

if (isUsable && app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.quit()
