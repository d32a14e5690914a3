import { BrowserWindow, session, type Session } from 'electron'

const files = new Map<string, Uint8Array<ArrayBuffer>>()
let viewing: Session | null = null
let next = 1

/** A session in memory that serves the shown files and reaches no network. */
const openSession = (): Session => {
  if (viewing !== null) return viewing
  const made = session.fromPartition('report-viewing', { cache: false })
  made.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !/^(workstation|chrome-extension|chrome|data|blob):/.test(details.url) }),
  )
  made.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  made.protocol.handle('workstation', request => {
    const pdf = files.get(new URL(request.url).pathname)
    if (pdf === undefined) return new Response(null, { status: 404 })
    return new Response(pdf, { headers: { 'content-type': 'application/pdf' } })
  })
  viewing = made
  return made
}

/** Shows a PDF in Chromium's viewer straight from memory; nothing is written to the disk. */
export const showPdf = async (title: string, pdf: Uint8Array<ArrayBuffer>): Promise<void> => {
  const path = `/${next++}/${encodeURIComponent(title)}.pdf`
  files.set(path, pdf)
  const window = new BrowserWindow({
    width: 1000,
    height: 900,
    title,
    webPreferences: { session: openSession(), sandbox: true, contextIsolation: true, plugins: true, devTools: false },
  })
  // the menu of the program steers its own windows
  window.removeMenu()
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  window.on('closed', () => files.delete(path))
  await window.loadURL(`workstation://pdf${path}`)
}
