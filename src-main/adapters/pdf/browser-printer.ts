import type { Browser, CDPSession } from 'puppeteer-core'
import type { HtmlPrinter } from '../../services/ports/pdf-printer.ts'
import { slots } from './slots.ts'

type BrowserOptions = {
  readonly executablePath: string
  /** Pages kept open; each prints one report at a time. */
  readonly pages?: number
  /** After this long a page counts as hung and the browser is started again. */
  readonly timeoutMs?: number
}

/** Nothing is fetched, synchronised or updated; names do not even resolve. */
const ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-extensions',
  '--disable-gpu',
  '--no-first-run',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--js-flags=--jitless',
]

const PRINT = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const

type Tab = { readonly session: CDPSession; readonly frameId: string }

const openTab = async (browser: Browser): Promise<Tab> => {
  const page = await browser.newPage()
  await page.setJavaScriptEnabled(false)
  await page.setOfflineMode(true)
  const session = await page.createCDPSession()
  await session.send('Network.enable')
  await session.send('Network.setBlockedURLs', {
    urls: ['http://*', 'https://*', 'ws://*', 'wss://*', 'ftp://*', 'file://*'],
  })
  const { frameTree } = await session.send('Page.getFrameTree')
  return { session, frameId: frameTree.frame.id }
}

class HungError extends Error {}

const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  const timer = Promise.withResolvers<never>()
  const handle = setTimeout(() => timer.reject(new HungError(`no answer of the browser within ${ms} ms`)), ms)
  try {
    return await Promise.race([work, timer.promise])
  } finally {
    clearTimeout(handle)
  }
}

/**
 * Prints with an installed Chrome, Edge or Chromium over a pipe, kept warm between reports. A browser that hangs or dies
 * is started again and the report printed once more; a second failure is thrown.
 */
export const createBrowserPrinter = (options: BrowserOptions): HtmlPrinter & { processId(): number | null } => {
  const timeoutMs = options.timeoutMs ?? 60_000
  const take = slots(options.pages ?? 2)
  let running: Promise<Browser> | null = null
  let idle: Tab[] = []
  let lastProcess: number | null = null
  let isClosed = false

  const start = async (): Promise<Browser> => {
    const root = process.getuid?.() === 0
    // loaded with the first report: the start of the program does not wait for it
    const { launch } = await import('puppeteer-core')
    const browser = await launch({
      executablePath: options.executablePath,
      pipe: true,
      headless: true,
      args: root ? [...ARGUMENTS, '--no-sandbox'] : ARGUMENTS,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
    lastProcess = browser.process()?.pid ?? null
    browser.once('disconnected', () => {
      running = null
      idle = []
    })
    return browser
  }
  const browserNow = (): Promise<Browser> => {
    running ??= start().catch((error: unknown) => {
      running = null
      throw error
    })
    return running
  }
  const stop = async (): Promise<void> => {
    const browser = await running?.catch(() => null)
    running = null
    idle = []
    browser?.process()?.kill('SIGKILL')
  }
  const printOnce = async (html: string): Promise<Uint8Array> => {
    const tab = idle.pop() ?? (await openTab(await browserNow()))
    await tab.session.send('Page.setDocumentContent', { frameId: tab.frameId, html })
    const { data } = await tab.session.send('Page.printToPDF', PRINT)
    await tab.session.send('Page.setDocumentContent', { frameId: tab.frameId, html: '' })
    idle.push(tab)
    return Buffer.from(data, 'base64')
  }

  return {
    kind: 'browser',
    where: options.executablePath,
    processId: () => lastProcess,
    print: async html => {
      const free = await take()
      try {
        return await within(timeoutMs, printOnce(html)).catch(async (error: unknown) => {
          if (isClosed) throw error
          await stop()
          return within(timeoutMs, printOnce(html))
        })
      } finally {
        free()
      }
    },
    close: async () => {
      isClosed = true
      const browser = await running?.catch(() => null)
      running = null
      idle = []
      await browser?.close()
    },
  }
}
