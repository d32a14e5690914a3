import { z } from 'zod'
import { Enrolment } from '../../model/head-office-status.ts'
import type { Connection } from '../ports/opening.ts'
import type { Store } from '../ports/store.ts'

const KEY = 'connection'
const Kept = z.object({ url: z.string(), demo: z.boolean(), ...Enrolment.unwrap().shape })

export interface KeptConnection extends Connection {
  readonly demo: boolean
}

/** The enrolment of this device, or null. */
export const readConnection = (store: Store): KeptConnection | null => {
  const kept = Kept.safeParse(store.read(tx => tx.settings.get(KEY)))
  return kept.success ? kept.data : null
}

export const keepConnection = (store: Store, connection: KeptConnection): void =>
  store.write(tx => tx.settings.set(KEY, connection))
