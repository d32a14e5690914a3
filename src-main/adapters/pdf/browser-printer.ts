import type { Browser, CDPSession, Page } from 'puppeteer-core'
import type { HtmlPrinter } from '../../services/ports/pdf-printer.ts'
import { slots } from './slots.ts'
import { ANSWER_MS, within } from './within.ts'

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

const CLOSE_MS = 3000

/** A page keeps something of every report it printed; after so many another takes its place. */
export const PRINTS_OF_A_PAGE = 20
const PRINTS_OF_A_SWEEP = 4

type Tab = { readonly page: Page; readonly session: CDPSession; readonly frameId: string; printed: number }

type Running = { readonly browser: Promise<Browser>; readonly idle: Promise<Tab>[]; readonly kill: () => void }

const openTab = async (browser: Browser): Promise<Tab> => {
  const page = await browser.newPage()
  await page.setJavaScriptEnabled(false)
  await page.setOfflineMode(true)
  const session = await page.createCDPSession()
  await session.send('Network.enable')
  await session.send('Network.setBlockedURLs', {
    urls: ['http://*', 'https://*', 'ws://*', 'wss://*', 'ftp://*', 'file://*'],
  })
  // a page that wants to go elsewhere by itself stays: an address that is only blocked would put the page of an error in its place
  session.on('Fetch.requestPaused', ({ requestId }) => {
    session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }).catch(() => undefined)
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }] })
  const { frameTree } = await session.send('Page.getFrameTree')
  return { page, session, frameId: frameTree.frame.id, printed: 0 }
}

/** A new page in the place of one that printed enough, opened while nobody waits for it. */
const successorOf = ({ page }: Tab, browser: Browser): Promise<Tab> => {
  const next = page.close().then(() => openTab(browser))
  // whoever prints on it is told
  next.catch(() => undefined)
  return next
}

/**
 * Prints with an installed Chrome, Edge or Chromium over a pipe, kept warm between reports. A browser that hangs or dies
 * is started again and the report printed once more; a second failure is thrown.
 */
export const createBrowserPrinter = (options: BrowserOptions): HtmlPrinter & { processId(): number | null } => {
  const timeoutMs = options.timeoutMs ?? ANSWER_MS
  const take = slots(options.pages ?? 2)
  let running: Running | null = null
  let lastProcess: number | null = null
  let isClosed = false

  const start = async (signal: AbortSignal): Promise<Browser> => {
    const root = process.getuid?.() === 0
    // loaded with the first report: the start of the program does not wait for it
    const { launch } = await import('puppeteer-core')
    return launch({
      executablePath: options.executablePath,
      pipe: true,
      headless: true,
      args: root ? [...ARGUMENTS, '--no-sandbox'] : ARGUMENTS,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      signal,
    })
  }
  const forget = (own: Running): void => {
    if (running === own) running = null
  }
  const runningNow = (): Running => {
    if (running !== null) return running
    const end = new AbortController()
    const own: Running = { browser: start(end.signal), idle: [], kill: () => end.abort() }
    running = own
    own.browser.then(
      browser => {
        lastProcess = browser.process()?.pid ?? null
        browser.once('disconnected', () => forget(own))
      },
      () => forget(own),
    )
    return own
  }
  /** Ends that browser and no later one; one that does not even answer its start is ended as well. */
  const end = (own: Running): void => {
    forget(own)
    own.kill()
  }
  const printOn = async ({ browser, idle }: Running, html: string): Promise<Uint8Array> => {
    const tab = await (idle.pop() ?? openTab(await browser))
    await tab.session.send('Page.setDocumentContent', { frameId: tab.frameId, html })
    const { data } = await tab.session.send('Page.printToPDF', PRINT)
    if (++tab.printed < PRINTS_OF_A_PAGE) {
      await tab.session.send('Page.setDocumentContent', { frameId: tab.frameId, html: '' })
      // left to itself the browser keeps up to 300 MB of twenty reports; after each of them the next one would wait for it
      if (tab.printed % PRINTS_OF_A_SWEEP === 0) tab.session.send('HeapProfiler.collectGarbage').catch(() => undefined)
      idle.push(Promise.resolve(tab))
    } else idle.push(successorOf(tab, await browser))
    return Buffer.from(data, 'base64')
  }
  const once = async (html: string): Promise<Uint8Array> => {
    const own = runningNow()
    try {
      return await within(timeoutMs, 'the browser', printOn(own, html))
    } catch (error) {
      end(own)
      throw error
    }
  }

  return {
    kind: 'browser',
    where: options.executablePath,
    processId: () => lastProcess,
    print: async html => {
      const free = await take()
      try {
        return await once(html).catch((error: unknown) => {
          if (isClosed) throw error
          return once(html)
        })
      } finally {
        free()
      }
    },
    close: async () => {
      isClosed = true
      const own = running
      if (own === null) return
      await within(
        CLOSE_MS,
        'the browser',
        own.browser.then(browser => browser.close()),
      ).catch(() => undefined)
      end(own)
    },
  }
}
