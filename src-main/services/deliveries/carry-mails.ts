import { nextAttemptMs } from '../../domain/delivery/next-attempt.ts'
import { AppError } from '../../model/app-error.ts'
import type { Delivery, DeliveryFault } from '../../model/delivery.ts'
import type { MailServer } from '../../model/mail-server.ts'
import { IsoTime } from '../../model/units.ts'
import type { MailOutcome, ReportMail } from '../ports/mailer.ts'
import type { ReadTx, Store } from '../ports/store.ts'
import { readSettings } from '../settings/settings.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { clientPdfOf } from './client-pdf-of.ts'
import type { DeliveryTools } from './delivery-tools.ts'
import { readMailServer } from './mail-settings.ts'
import { markSent } from './settle-delivery.ts'

/** Those of a channel that wait and whose time has come, oldest first. */
export const dueOf = (store: Store, channel: Delivery['channel'], now: string): readonly Delivery[] =>
  store.read(tx =>
    tx.deliveries
      .open()
      .filter(each => each.channel === channel && each.state === 'queued')
      .filter(each => each.nextAt === null || each.nextAt <= now),
  )

export const failed = (delivery: Delivery, kind: DeliveryFault, detail: string, at: string): Delivery => ({
  ...delivery,
  state: 'failed',
  changedAt: IsoTime.parse(at),
  nextAt: null,
  fault: { kind, detail },
})

/** Back into the queue with a growing pause. */
export const later = (delivery: Delivery, kind: DeliveryFault, detail: string, at: string): Delivery => ({
  ...delivery,
  state: 'queued',
  attempts: delivery.attempts + 1,
  changedAt: IsoTime.parse(at),
  nextAt: IsoTime.parse(new Date(Date.parse(at) + nextAttemptMs(delivery.attempts + 1)).toISOString()),
  fault: { kind, detail },
})

/** What may stop a delivery that had been accepted: another file, a consent taken back, a client who left the book. */
export const stillAllowed = (workspace: Workspace, delivery: Delivery, tools: DeliveryTools): Allowed =>
  workspace.store.read(tx => allowedIn(tx, workspace, delivery, tools))

type Allowed = { readonly report: ReturnType<typeof clientPdfOf> } | { readonly fault: DeliveryFault }

const allowedIn = (tx: ReadTx, workspace: Workspace, delivery: Delivery, tools: DeliveryTools): Allowed => {
  const { wording } = workspace.rules
  const client = tx.clients.byKey(delivery.clientId)
  const isMail = delivery.channel === 'mail'
  if (client === null || !(isMail ? client.consentEmail : client.consentShare)) return { fault: 'noConsent' }
  if (isMail && client.email !== delivery.to) return { fault: 'recipient' }
  try {
    const report = clientPdfOf(tx, delivery.reportId, { wording, sha256: tools.sha256 })
    return report.sha256 === delivery.sha256 ? { report } : { fault: 'reportRefused' }
  } catch (error) {
    if (error instanceof AppError) return { fault: 'reportRefused' }
    throw error
  }
}

/** Takes a delivery as this process's own before its first byte leaves; false when it no longer waits, or may not go any more. */
const claim = (workspace: Workspace, id: string, tools: DeliveryTools): boolean =>
  workspace.store.write(tx => {
    const now = tx.deliveries.byId(id)
    const at = tools.clock.now()
    // the server took its time: a consent may have been taken back since
    if (now?.state !== 'queued' || 'fault' in allowedIn(tx, workspace, now, tools)) return false
    tx.deliveries.put({ ...now, state: 'sending', attempts: now.attempts + 1, changedAt: IsoTime.parse(at) })
    return true
  })

const settle = (store: Store, id: string, outcome: MailOutcome, at: string): void =>
  store.write(tx => {
    const now = tx.deliveries.byId(id)
    if (now === null || (now.state !== 'sending' && now.state !== 'queued')) return
    if (outcome.kind === 'sent') markSent(tx, now, at)
    else if (outcome.kind === 'later') tx.deliveries.put(later(now, outcome.fault, outcome.detail, at))
    else if (outcome.kind === 'refused') tx.deliveries.put(failed(now, outcome.fault, outcome.detail, at))
    else
      tx.deliveries.put({
        ...now,
        state: 'unknown',
        changedAt: IsoTime.parse(at),
        fault: { kind: 'interrupted', detail: outcome.detail },
      })
  })

const carry = async (
  workspace: Workspace,
  delivery: Delivery,
  server: MailServer | null,
  tools: DeliveryTools,
): Promise<MailOutcome> => {
  if (server === null) return { kind: 'refused', fault: 'notSetUp', detail: '' }
  const allowed = stillAllowed(workspace, delivery, tools)
  if ('fault' in allowed) return { kind: 'refused', fault: allowed.fault, detail: '' }
  const mail: ReportMail = {
    to: delivery.to ?? '',
    subject: delivery.subject,
    text: delivery.text,
    messageId: delivery.messageId ?? '',
    date: delivery.madeAt,
    fileName: delivery.fileName,
    report: allowed.report,
  }
  return tools.mailer.send({ server, proxy: readSettings(workspace.store).proxy }, mail, () =>
    claim(workspace, delivery.id, tools),
  )
}

/** Sends every mail that is due, one after the other; without a network all of them wait. */
export const carryMails = async (workspace: Workspace, tools: DeliveryTools, signal: AbortSignal): Promise<void> => {
  const { store } = workspace
  const due = dueOf(store, 'mail', tools.clock.now())
  if (due.length === 0) return
  const server = store.read(readMailServer)
  for (const delivery of due) {
    if (signal.aborted) return
    const outcome = await carry(workspace, delivery, server, tools)
    settle(store, delivery.id, outcome, tools.clock.now())
  }
}
