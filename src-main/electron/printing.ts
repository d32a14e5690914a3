import { BrowserWindow, session, type Session } from 'electron'

const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
const pages = new Map<string, string>()
let printSession: Session | null = null
let next = 1

/** A session of its own: in memory, no network, serving finished pages once. */
const openSession = (): Session => {
  if (printSession !== null) return printSession
  const made = session.fromPartition('report-printing', { cache: false })
  made.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !/^(workstation|data):/.test(details.url) }))
  made.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  made.protocol.handle('workstation', request => {
    const html = pages.get(new URL(request.url).pathname)
    if (html === undefined) return new Response(null, { status: 404 })
    return new Response(html, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
    })
  })
  printSession = made
  return made
}

/** A finished page in a hidden window without script, as long as `work` needs it. */
export const withPage = async <T>(html: string, work: (window: BrowserWindow) => Promise<T>): Promise<T> => {
  const path = `/${next++}`
  pages.set(path, html)
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: openSession(),
      sandbox: true,
      contextIsolation: true,
      javascript: false,
      devTools: false,
    },
  })
  try {
    await window.loadURL(`workstation://print${path}`)
    return await work(window)
  } finally {
    pages.delete(path)
    window.destroy()
  }
}

/** Prints a finished page to a file; margins and paper size are the page's own CSS. */
export const printHtmlToPdf = (html: string): Promise<Uint8Array<ArrayBuffer>> =>
  withPage(html, async window => {
    const pdf = await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
    return new Uint8Array(pdf)
  })
