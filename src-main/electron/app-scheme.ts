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

/** `ERR_FILE_NOT_FOUND` of the network stack. */
const NOT_FOUND = -6

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

/**
 * Serves the built window from its folder and nothing else. The older of Electron's two ways: the newer one speaks in `Request` and
 * `Response`, for which Node loads its HTTP client in the middle of the start and copies each file through this process.
 */
export const serveApp = (session: Session, folder: string): void =>
  void session.protocol.registerFileProtocol('workstation', (request, answer) => {
    const url = new URL(request.url)
    const path = normalize(join(folder, url.pathname === '/' ? 'index.html' : decodeURIComponent(url.pathname)))
    const type = types[extname(path)]
    if (url.host !== 'app' || !path.startsWith(folder + sep) || type === undefined) return answer({ error: NOT_FOUND })
    answer({
      path,
      headers: { 'content-type': type, 'content-security-policy': policy, 'x-content-type-options': 'nosniff' },
    })
  })
