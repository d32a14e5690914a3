import type { Advisor } from '../../contract/session.ts'
import { Enrolment } from '../../model/head-office-status.ts'
import type { Connection } from '../ports/opening.ts'
import type { ReadTx, Store } from '../ports/store.ts'

const KEY = 'connection'

export interface KeptConnection extends Connection {
  readonly demo: boolean
}

/** The enrolment of this device, or null. */
export const readConnection = (store: Store): KeptConnection | null => store.read(connectionOf)

const connectionOf = (tx: ReadTx): KeptConnection | null => {
  const kept = tx.settings.get(KEY)
  const enrolment = Enrolment.safeParse(kept)
  if (!enrolment.success || typeof kept !== 'object' || kept === null) return null
  const { url, demo } = kept as { readonly url?: unknown; readonly demo?: unknown }
  return typeof url === 'string' ? { url, demo: demo === true, ...enrolment.data } : null
}

export const keepConnection = (store: Store, connection: KeptConnection): void =>
  store.write(tx => tx.settings.set(KEY, connection))

/** Branch and firm are settings of the reports: head office names the advisor only. */
export const asAdvisor = ({ book, advisor, licence }: Connection): Advisor => ({
  id: book,
  name: advisor ?? book,
  licence: licence ?? '',
})

/** Who stands for what is written here; empty before the device is enrolled. */
export const authorOf = (tx: ReadTx): Advisor => {
  const connection = connectionOf(tx)
  return connection === null ? { id: '', name: '', licence: '' } : asAdvisor(connection)
}
