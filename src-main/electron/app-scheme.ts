import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol, type Session } from 'electron'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

export const APP_ORIGIN = 'workstation://app'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const registerAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: 'workstation', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])

/** Serves the built window from its folder and nothing else. */
export const serveApp = (session: Session, folder: string): void =>
  session.protocol.handle('workstation', async request => {
    const url = new URL(request.url)
    const file = normalize(join(folder, url.pathname === '/' ? 'index.html' : decodeURIComponent(url.pathname)))
    const type = types[extname(file)]
    if (url.host !== 'app' || !file.startsWith(folder + sep) || type === undefined)
      return new Response(null, { status: 404 })
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: { 'content-type': type, 'content-security-policy': policy, 'x-content-type-options': 'nosniff' },
      })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
