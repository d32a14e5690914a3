import { afterEach, expect } from 'vitest'
import { newConnection, setKey } from '../../src-main/adapters/sqlite/database.ts'
import type { SendRequest } from '../../src-main/contract/deliveries.ts'
import type { DeliveryChannel } from '../../src-main/model/delivery.ts'
import { IsoDate } from '../../src-main/model/units.ts'
import { putClient, putReport, type KeptReport } from './kept-report.ts'
import { openedBooks, type OpenedBook } from './opened-book.ts'
import { smtpOffice, type SmtpOffice } from './smtp-office.ts'

export const INSIDE = 'AD-20261123-0001'
export const consent = { on: IsoDate.parse('2026-11-23'), how: 'signed', reference: 'F-1' } as const

/** Everything a sender could ask for: a consent brought along, and once more if need be. */
export const request = (channel: DeliveryChannel, change: Partial<SendRequest> = {}): SendRequest => ({
  reportId: INSIDE,
  clientId: null,
  channel,
  subject: '报告',
  text: '见附件。',
  days: 14,
  consent,
  again: true,
  ...change,
})

/** Changes the file behind the program's back; the database guards itself as long as its triggers are there. */
export const edit = ({ path, rawKey }: OpenedBook, ...statements: readonly string[]): void => {
  const db = newConnection(path)
  try {
    db.pragma(`cipher = 'chacha20'`)
    setKey(db, rawKey())
    for (const each of statements) db.exec(each)
  } finally {
    db.close()
  }
}

interface GuardedBooks {
  /** A client who agreed to everything, a mail server that takes everything, and one report. */
  readonly book: (report: KeptReport) => Promise<OpenedBook>
  readonly nothingWent: (opened: OpenedBook) => Promise<void>
  /** What the mail server took. */
  readonly sent: () => readonly string[]
}

export const guardedBooks = (): GuardedBooks => {
  const open = openedBooks()
  let smtp: SmtpOffice | null = null
  afterEach(async () => {
    await smtp?.close()
    smtp = null
  })
  return {
    book: async report => {
      smtp = await smtpOffice()
      const opened = await open()
      putClient(opened.store)
      putReport(opened.store, report)
      await opened.api.mail.set(smtp.server)
      return opened
    },
    nothingWent: async opened => {
      await opened.session.opened().courier.run()
      expect(smtp?.messages).toEqual([])
      expect(opened.store.read(tx => tx.engagements.all())).toEqual([])
      expect(opened.store.read(tx => tx.deliveries.all().filter(each => each.state === 'sent'))).toEqual([])
    },
    sent: () => smtp?.messages ?? [],
  }
}
