import type { ConnectUpstream, DemoOffice } from '../ports/opening.ts'
import type { Store } from '../ports/store.ts'
import { keepConnection, readConnection } from './connection.ts'

interface DemoParts {
  readonly office: DemoOffice
  readonly connect: ConnectUpstream
}

/** Starts the fictional head office where it does not run, and enrols the book there unless it is already. */
export const enrolDemo = async (store: Store, { office, connect }: DemoParts, publicKey: string): Promise<void> => {
  const { url, code } = await office.start()
  if (readConnection(store)?.url === url) return
  const upstream = connect({ url, token: null, proxy: null })
  try {
    const enrolment = await upstream.enrol({ code, deviceName: 'demo', publicKey })
    keepConnection(store, { url, demo: true, ...enrolment })
  } finally {
    await upstream.close()
  }
}
