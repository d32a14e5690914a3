import type { MailTrial, MailView } from '../../contract/mail.ts'
import { MailServer } from '../../model/mail-server.ts'
import type { Mailer } from '../ports/mailer.ts'
import { readSettings } from '../settings/settings.ts'
import type { ReadTx, Store } from '../ports/store.ts'

const KEY = 'mailServer'

/** The mail server with its password: it lies in the encrypted book and goes to the mailer only. */
export const readMailServer = (tx: Pick<ReadTx, 'settings'>): MailServer | null => {
  const kept = MailServer.safeParse(tx.settings.get(KEY))
  return kept.success ? kept.data : null
}

export const mailView = (store: Store): MailView => {
  const server = store.read(readMailServer)
  if (server === null) return { server: null, hasPassword: false }
  return { server: { ...server, password: null }, hasPassword: server.password !== null }
}

/** What was typed, with the kept password where none was typed for the same account of the same server. */
const completed = (kept: MailServer | null, typed: MailServer): MailServer => {
  const isSame = kept !== null && kept.host === typed.host && kept.user === typed.user
  return typed.password === null && typed.user !== null && isSame ? { ...typed, password: kept.password } : typed
}

export const keepMailServer = (store: Store, typed: MailServer | null): MailView => {
  store.write(tx => {
    if (typed === null) tx.settings.unset(KEY)
    else tx.settings.set(KEY, completed(readMailServer(tx), typed))
  })
  return mailView(store)
}

export const tryMailServer = async (store: Store, typed: MailServer, mailer: Mailer): Promise<MailTrial> => {
  const outcome = await mailer.check({
    server: completed(store.read(readMailServer), typed),
    proxy: readSettings(store).proxy,
  })
  if (outcome.kind === 'sent') return { kind: 'works' }
  const { detail } = outcome
  return { kind: 'fails', fault: outcome.kind === 'unknown' ? 'offline' : outcome.fault, detail }
}
