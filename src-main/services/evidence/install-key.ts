import type { Clock } from '../ports/clock.ts'
import type { Signing } from '../ports/signing.ts'
import type { Store } from '../ports/store.ts'
import type { InstallKeyRecord } from '../ports/suitability-tables.ts'

/** The key of this install, made at its first use; it never leaves the encrypted book but with a backup of it. */
export const installKey = (store: Store, signing: Signing, clock: Pick<Clock, 'now'>): InstallKeyRecord =>
  store.read(tx => tx.installKey()) ??
  store.write(tx => {
    const key = { madeAt: clock.now(), ...signing.generate() }
    tx.keepInstallKey(key)
    return key
  })
