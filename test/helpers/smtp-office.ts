import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { MailServer } from '../../src-main/model/mail-server.ts'

export const PASSWORD = 'Geheim-4711-密码'

export interface SmtpOffice {
  readonly server: MailServer
  /** Whole messages in the order they were accepted. */
  readonly messages: readonly string[]
  readonly close: () => Promise<void>
}

export interface SmtpHabits {
  /** Answer to a recipient: null accepts. */
  readonly recipient?: (address: string) => { readonly code: number; readonly text: string } | null
  /** `middle`: the line breaks while the text comes; `end`: after all of it, before the answer. */
  readonly drop?: () => 'no' | 'middle' | 'end'
  readonly answer?: () => { readonly code: number; readonly text: string } | null
  readonly certificate?: { readonly key: string; readonly cert: string }
}

const refusal = ({ code, text }: { readonly code: number; readonly text: string }): Error =>
  Object.assign(new Error(text), { responseCode: code })

const DROP_AFTER = 100_000

/** A real SMTP server on loopback: user `advisor`, over a plain line or with STARTTLS by a certificate. */
export const smtpOffice = async (habits: SmtpHabits = {}, port = 0): Promise<SmtpOffice> => {
  const messages: string[] = []
  const { certificate } = habits
  const options: SMTPServerOptions = {
    authOptional: false,
    logger: false,
    disabledCommands: certificate === undefined ? ['STARTTLS'] : [],
    ...certificate,
    allowInsecureAuth: certificate === undefined,
    onAuth: ({ username, password }, _session, done) =>
      username === 'advisor' && password === PASSWORD
        ? done(null, { user: 'advisor' })
        : done(refusal({ code: 535, text: 'authentication failed' })),
    onRcptTo: ({ address }, _session, done) => {
      const no = habits.recipient?.(address) ?? null
      done(no === null ? null : refusal(no))
    },
    onData: (stream, _session, done) => {
      const drop = habits.drop?.() ?? 'no'
      const parts: Buffer[] = []
      let size = 0
      stream.on('data', (part: Buffer) => {
        parts.push(part)
        size += part.length
        if (drop === 'middle' && size > DROP_AFTER) cut()
      })
      stream.on('end', () => {
        if (drop === 'end') return cut()
        const no = habits.answer?.() ?? null
        if (no !== null) return done(refusal(no))
        messages.push(Buffer.concat(parts).toString('utf8'))
        done(null)
      })
    },
  }
  const smtp = new SMTPServer(options)
  smtp.on('error', () => undefined)
  const sockets = new Set<{ destroy: () => unknown }>()
  smtp.server.on('connection', socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const cut = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  await new Promise<void>(resolve => smtp.listen(port, '127.0.0.1', resolve))
  const { port: bound } = smtp.server.address() as AddressInfo
  return {
    server: MailServer.parse({
      host: 'localhost',
      port: bound,
      security: certificate === undefined ? 'plain' : 'starttls',
      user: 'advisor',
      password: PASSWORD,
      fromName: '周明远',
      fromAddress: 'advisor@firm.example',
      certificate: certificate?.cert ?? null,
    }),
    messages,
    close: () => new Promise<void>(resolve => smtp.close(resolve)),
  }
}

/** A certificate of its own for `localhost`. */
export const ownCertificate = (): { readonly key: string; readonly cert: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-cert-'))
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, '-keyout', key, '-out', cert],
      { stdio: 'ignore' },
    )
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
