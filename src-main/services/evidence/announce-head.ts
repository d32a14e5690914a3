import { headText } from '../../domain/evidence/head-text.ts'
import { ChainAnchor } from '../../model/evidence.ts'
import { EntryId } from '../../model/ids.ts'
import type { Clock } from '../ports/clock.ts'
import type { Signing } from '../ports/signing.ts'
import type { Store } from '../ports/store.ts'
import { recordEntry } from '../sync/record-entry.ts'
import { ANCHOR } from './append-evidence.ts'
import { installKey } from './install-key.ts'

const ANNOUNCED = 'announcedHead'

/**
 * Tells head office, with the next push, how long the chain is and how it ends, signed by this install: whoever cuts the
 * end off here cannot do so there. Nothing is sent while the chain has not grown.
 */
export const announceHead = (store: Store, signing: Signing, clock: Pick<Clock, 'now'>): void => {
  const [anchor, announced] = store.read(tx => [tx.settings.get(ANCHOR), tx.settings.get(ANNOUNCED)])
  const head = ChainAnchor.safeParse(anchor).data
  if (head === undefined || head.count === 0 || ChainAnchor.safeParse(announced).data?.hash === head.hash) return
  const key = installKey(store, signing, clock)
  const at = clock.now()
  const { count, hash } = head
  const signature = signing.sign(key.privateKey, new TextEncoder().encode(headText({ count, hash, at })))
  store.write(tx => {
    recordEntry(tx, {
      id: EntryId.parse(`head-${count}-${hash.slice(0, 16)}`),
      madeAt: at,
      kind: 'evidenceHead',
      clientId: '-',
      count,
      hash,
      signature,
    })
    tx.settings.set(ANNOUNCED, { count, hash })
  })
}
