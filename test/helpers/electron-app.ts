import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ConsoleMessage, type ElectronApplication, type Page } from 'playwright'
import { projectRoot } from './project-root.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** `npm test` hands the path over; alone it is asked from the set-up. */
export function electronExecutable(): string {
  const given = process.env['ADVISOR_ELECTRON']
  if (given) return given
  const script = join(projectRoot, 'src-main', 'bootstrap', 'electron-binary.mjs')
  return execFileSync(process.execPath, [script, '--print'], { encoding: 'utf8' }).trim()
}

export interface RunningApp extends AsyncDisposable {
  readonly app: ElectronApplication
  readonly window: Page
  /** The data folder; removed when the app closes unless it was given. */
  readonly home: string
  /** Errors and warnings of every window's console, and uncaught errors in them. */
  readonly problems: readonly string[]
  /** What main and engine have written to the terminal. */
  readonly terminal: () => string
  readonly close: () => Promise<void>
}

export interface LaunchOptions {
  readonly home?: string
  /** Point the application at the head office with the demo world and sync when the store is empty; default true. */
  readonly demo?: boolean
  readonly env?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
}

/** Starts the built application in real Electron with a data folder of its own. Needs a display (`npm test` starts one). */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const main = join(projectRoot, 'out', 'main', 'main.js')
  if (!existsSync(main)) throw new Error('the application is not built: run npm run build first')
  const temporary = options.home === undefined ? temporaryFolder() : undefined
  const home = options.home ?? temporary?.path ?? ''
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const root = process.platform === 'linux' && process.getuid?.() === 0
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: [projectRoot, ...(root ? ['--no-sandbox'] : []), '--disable-gpu', ...(options.args ?? [])],
    cwd: projectRoot,
    env: {
      ...Object.fromEntries(inherited),
      ADVISOR_HOME: home,
      ...(options.demo === false ? {} : { ADVISOR_DEMO: '1' }),
      ...options.env,
    },
    timeout: 60_000,
  })
  const problems: string[] = []
  watchConsole(app, problems)
  let terminal = ''
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (terminal += text))
  const close = async (): Promise<void> => {
    await app.close()
    temporary?.[Symbol.dispose]()
  }
  try {
    const window = await app.firstWindow({ timeout: 60_000 })
    return { app, window, home, problems, terminal: () => terminal, close, [Symbol.asyncDispose]: close }
  } catch (error) {
    await close()
    throw new Error(`no window appeared; the terminal says:\n${terminal.slice(-3000)}`, { cause: error })
  }
}

function watchConsole(app: ElectronApplication, problems: string[]): void {
  const watch = (page: Page): void => {
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error' || message.type() === 'warning')
        problems.push(`${message.type()}: ${message.text()}`)
    })
    page.on('pageerror', error => problems.push(`uncaught: ${error.message}`))
  }
  app.windows().forEach(watch)
  app.on('window', watch)
}
