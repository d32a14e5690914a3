import type { Socket } from 'node:net'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Mailer, MailOutcome, MailRoute } from '../../services/ports/mailer.ts'
import { composeDraft, composeMail } from './compose-mail.ts'
import { mailFault, type SmtpError } from './mail-fault.ts'
import { messageStream } from './message-stream.ts'
import { proxiedSocket } from './proxied-socket.ts'

export interface MailTimes {
  /** To connect, and for each pause of the server. */
  readonly connectMs: number
  readonly pauseMs: number
}

const usual: MailTimes = { connectMs: 15_000, pauseMs: 60_000 }

const authorities = async (own: string | null): Promise<string[]> => {
  const { getCACertificates, rootCertificates } = await import('node:tls')
  // the firm's own authorities are usually installed in the system
  return [...rootCertificates, ...getCACertificates('system'), ...(own === null ? [] : [own])]
}

/** Runs one conversation with the server; the connection is closed whatever happens. Nothing of it is logged. */
const converse = async (
  { server, proxy }: MailRoute,
  times: MailTimes,
  hasLeft: () => boolean,
  talk: (connection: SMTPConnection) => Promise<MailOutcome>,
): Promise<MailOutcome> => {
  // loaded with the first mail: the start of the program has no use for it
  const { default: Connection } = await import('nodemailer/lib/smtp-connection')
  let line: Socket | null = null
  try {
    // without encryption the server is a relay on this computer
    if (proxy !== null && server.security !== 'plain') line = await proxiedSocket(proxy, server, times.connectMs)
  } catch (error) {
    return mailFault(error as SmtpError, false)
  }
  const connection = new Connection({
    ...(line === null ? {} : { connection: line }),
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'plain',
    name: 'workstation',
    connectionTimeout: times.connectMs,
    greetingTimeout: times.connectMs,
    dnsTimeout: times.connectMs,
    socketTimeout: times.pauseMs,
    logger: false,
    tls: { ca: await authorities(server.certificate), minVersion: 'TLSv1.2' },
  })
  // a broken line is told by the event, by the answer to the call, or by both
  const broken = new Promise<MailOutcome>(resolve => {
    connection.on('error', (error: SmtpError) => resolve(mailFault(error, hasLeft())))
  })
  const talked = async (): Promise<MailOutcome> => {
    try {
      await new Promise<void>((resolve, reject) => {
        connection.connect(error => (error ? reject(error) : resolve()))
      })
      const { user, password } = server
      if (user !== null)
        await new Promise<void>((resolve, reject) => {
          connection.login({ user, pass: password ?? '' }, error => (error ? reject(error) : resolve()))
        })
      return await talk(connection)
    } catch (error) {
      return mailFault(error as SmtpError, hasLeft())
    }
  }
  try {
    return await Promise.race([talked(), broken])
  } finally {
    connection.close()
  }
}

/** SMTP by nodemailer: over TLS with checked certificates, or over a relay on this computer. */
export const smtpMailer = (times: MailTimes = usual): Mailer => ({
  async send(route, mail, mayLeave) {
    const { server } = route
    const from = { name: server.fromName, address: server.fromAddress }
    const message = await composeMail(mail, from)
    const { stream, hasLeft, isHeld } = messageStream(message, mayLeave)
    return converse(
      route,
      times,
      hasLeft,
      connection =>
        new Promise<MailOutcome>(resolve => {
          connection.send({ from: from.address, to: mail.to, size: message.length }, stream, error => {
            if (isHeld()) return resolve({ kind: 'later', fault: 'interrupted', detail: '' })
            return resolve(error ? mailFault(error, hasLeft()) : { kind: 'sent' })
          })
        }),
    )
  },
  check: route =>
    converse(
      route,
      times,
      () => false,
      () => Promise.resolve({ kind: 'sent' }),
    ),
  draft: async (from, mail) => composeDraft(mail, from),
})
