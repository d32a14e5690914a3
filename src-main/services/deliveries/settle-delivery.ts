import { AppError } from '../../model/app-error.ts'
import { OPEN_STATES, type Delivery } from '../../model/delivery.ts'
import { Engagement } from '../../model/engagement.ts'
import { EntryId } from '../../model/ids.ts'
import { IsoTime } from '../../model/units.ts'
import type { Store, WriteTx } from '../ports/store.ts'
import { recordEntry } from '../sync/record-entry.ts'

const sources = { mail: 'mail', draft: 'mail', link: 'link', wecom: 'advisor', paper: 'paper' } as const

/** Marks a delivery as sent and tells head office, in one transaction; an engagement made twice has one id. */
export const markSent = (tx: WriteTx, delivery: Delivery, at: string): Delivery => {
  const time = IsoTime.parse(at)
  const sent: Delivery = { ...delivery, state: 'sent', changedAt: time, fault: null, nextAt: null }
  tx.deliveries.put(sent)
  const row = Engagement.parse({
    id: `sent-${delivery.id}`.slice(0, 64),
    clientId: delivery.clientId,
    reportId: delivery.reportId,
    at: time,
    kind: 'sent',
    pages: null,
    answers: null,
    source: sources[delivery.channel],
  })
  recordEntry(tx, { id: EntryId.parse(`engagement-${row.id}`.slice(0, 64)), madeAt: time, kind: 'engagement', row })
  return sent
}

export const deliveryOf = (tx: WriteTx, id: string): Delivery => {
  const delivery = tx.deliveries.byId(id)
  if (delivery === null) throw new AppError('notFound', 'there is no such delivery', { where: id })
  return delivery
}

const change = (
  store: Store,
  id: string,
  from: readonly Delivery['state'][],
  work: (tx: WriteTx, delivery: Delivery) => Delivery,
): Delivery =>
  store.write(tx => {
    const delivery = deliveryOf(tx, id)
    if (!from.includes(delivery.state))
      throw new AppError('invalidInput', `a delivery that is ${delivery.state} cannot be changed so`, {
        where: id,
        hint: 'open the report anew',
      })
    return work(tx, delivery)
  })

const put = (tx: WriteTx, delivery: Delivery): Delivery => {
  tx.deliveries.put(delivery)
  return delivery
}

/** Takes a waiting delivery out of the queue. */
export const cancelDelivery = (store: Store, id: string, at: string): Delivery =>
  change(store, id, ['queued', 'failed'], (tx, delivery) =>
    put(tx, { ...delivery, state: 'cancelled', changedAt: IsoTime.parse(at), nextAt: null }),
  )

/** Whether the same report went, or is going, to the same client by the same way without this delivery. */
const isOvertaken = (tx: WriteTx, delivery: Delivery): boolean =>
  tx.deliveries
    .ofReport(delivery.reportId)
    .filter(each => each.id !== delivery.id && each.id !== delivery.again)
    .filter(each => each.channel === delivery.channel && each.clientId === delivery.clientId)
    .some(each => OPEN_STATES.includes(each.state) || (each.state === 'sent' && each.changedAt >= delivery.madeAt))

/**
 * Back into the queue, due at once: after a failure, or while it waits for its next attempt. One that another delivery
 * has overtaken stays where it is: the report would go out twice.
 */
export const retryDelivery = (store: Store, id: string, at: string): Delivery =>
  change(store, id, ['queued', 'failed'], (tx, delivery) => {
    if (isOvertaken(tx, delivery))
      throw new AppError('invalidInput', 'this report has gone out by another delivery meanwhile', {
        where: delivery.reportId,
        hint: 'send it again if the client is to have it once more',
      })
    return put(tx, { ...delivery, state: 'queued', changedAt: IsoTime.parse(at), fault: null, nextAt: null })
  })

/** The advisor looked it up: it went out, or it did not. */
export const settleDelivery = (store: Store, id: string, sent: boolean, at: string): Delivery =>
  change(store, id, ['unknown'], (tx, delivery) =>
    sent
      ? markSent(tx, delivery, at)
      : put(tx, { ...delivery, state: 'cancelled', changedAt: IsoTime.parse(at), nextAt: null }),
  )

/** Asks for the end of a link; it is carried out as soon as head office can be reached. */
export const withdrawDelivery = (store: Store, id: string, at: string): Delivery =>
  change(store, id, ['queued', 'sent', 'failed'], (tx, delivery) => {
    if (delivery.link === null)
      throw new AppError('invalidInput', 'only a link can be withdrawn', {
        where: id,
        hint: 'what went by mail or as a file is with the client',
      })
    if (delivery.state !== 'sent')
      return put(tx, { ...delivery, state: 'cancelled', changedAt: IsoTime.parse(at), nextAt: null })
    return put(tx, { ...delivery, link: { ...delivery.link, withdrawing: true } })
  })
