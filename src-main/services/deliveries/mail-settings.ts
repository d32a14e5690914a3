import { MailServer } from '../../model/mail-server.ts'
import type { ReadTx, WriteTx } from '../ports/store.ts'

const KEY = 'mailServer'

/** The mail server with its password: it lies in the encrypted book and goes to the mailer only. */
export const readMailServer = (tx: Pick<ReadTx, 'settings'>): MailServer | null => {
  const kept = MailServer.safeParse(tx.settings.get(KEY))
  return kept.success ? kept.data : null
}

export const keepMailServer = (tx: WriteTx, server: MailServer | null): void => {
  if (server === null) tx.settings.unset(KEY)
  else tx.settings.set(KEY, server)
}
