import { ClientPdf } from '../../model/client-pdf.ts'
import type { ReportMail } from '../../services/ports/mailer.ts'

interface Sender {
  readonly name: string
  readonly address: string
}

const build = async (
  mail: ReportMail,
  from: Sender | null,
  headers: Readonly<Record<string, string>>,
): Promise<Buffer> => {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  return new MailComposer({
    ...(from === null ? {} : { from: { name: from.name, address: from.address } }),
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    messageId: mail.messageId,
    date: new Date(mail.date),
    headers,
    attachments: [
      { filename: mail.fileName, content: Buffer.from(ClientPdf.bytesOf(mail.report)), contentType: 'application/pdf' },
    ],
    // nothing of a message is read from a path or an address
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  })
    .compile()
    .build()
}

/** The whole message as it goes over the wire. */
export const composeMail = (mail: ReportMail, from: Sender): Promise<Buffer> => build(mail, from, {})

/** The message as a file; `X-Unsent` makes mail programs open it for sending instead of reading. */
export const composeDraft = (mail: ReportMail, from: Sender | null): Promise<Buffer> =>
  build(mail, from, { 'X-Unsent': '1' })
