import { IsoTime } from '../../model/units.ts'
import type { Store } from '../ports/store.ts'

/**
 * Called when a book is opened, before anything is sent: whatever was under way when the program ended. A link goes
 * back into the queue, since head office knows its id and makes one link of it; of anything else nobody here can tell
 * whether it arrived, so the advisor is asked.
 */
export const recoverDeliveries = (store: Store, at: string): number => {
  const stale = store.read(tx => tx.deliveries.open().filter(each => each.state === 'sending'))
  if (stale.length === 0) return 0
  store.write(tx => {
    for (const each of stale)
      tx.deliveries.put({
        ...each,
        state: each.channel === 'link' ? 'queued' : 'unknown',
        changedAt: IsoTime.parse(at),
        fault: each.channel === 'link' ? null : { kind: 'interrupted', detail: '' },
      })
  })
  return stale.length
}
