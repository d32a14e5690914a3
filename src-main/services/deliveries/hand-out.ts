import type { SendOutcome, SendRequest } from '../../contract/deliveries.ts'
import { ClientPdf } from '../../model/client-pdf.ts'
import type { Delivery } from '../../model/delivery.ts'
import { IsoTime } from '../../model/units.ts'
import type { Desktop } from '../ports/host.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { clientPdfOf } from './client-pdf-of.ts'
import type { DeliveryTools } from './delivery-tools.ts'
import { readMailServer } from './mail-settings.ts'
import { queueDelivery } from './queue-delivery.ts'
import { markSent } from './settle-delivery.ts'

/** A file for another program: what that program does with it nobody here can see, so the advisor is asked. */
const saveFor = async (
  workspace: Workspace,
  delivery: Delivery,
  tools: DeliveryTools,
  desktop: Desktop,
): Promise<string | null> => {
  const { wording } = workspace.rules
  const { report, server } = workspace.store.read(tx => ({
    report: clientPdfOf(tx, delivery.reportId, { wording, sha256: tools.sha256 }),
    server: readMailServer(tx),
  }))
  if (delivery.channel !== 'draft') return desktop.savePdf(delivery.fileName, ClientPdf.bytesOf(report))
  const from = server === null ? null : { name: server.fromName, address: server.fromAddress }
  const draft = await tools.mailer.draft(from, {
    to: delivery.to ?? '',
    subject: delivery.subject,
    text: delivery.text,
    messageId: delivery.messageId ?? '',
    date: delivery.madeAt,
    fileName: delivery.fileName,
    report,
  })
  return desktop.saveFile(delivery.fileName.replace(/\.pdf$/, '.eml'), 'eml', draft)
}

/**
 * Hands a report out by a way that needs no network: a draft or a file is written where the advisor says and then is of
 * unknown fate; paper that was handed over is sent.
 */
export const handOut = async (
  workspace: Workspace,
  request: SendRequest,
  tools: DeliveryTools,
  desktop: () => Desktop,
): Promise<SendOutcome> => {
  const { store } = workspace
  const queued = queueDelivery(workspace, request, tools)
  if (queued.kind === 'refused') return queued
  const at = (): IsoTime => IsoTime.parse(tools.clock.now())
  const { delivery } = queued
  if (request.channel === 'paper')
    return { kind: 'accepted', delivery: store.write(tx => markSent(tx, delivery, at())) }
  const put = (state: Delivery['state'], base: Delivery): Delivery => {
    const next = { ...base, state, changedAt: at() }
    store.write(tx => tx.deliveries.put(next))
    return next
  }
  const busy = put('sending', delivery)
  try {
    const path = await saveFor(workspace, delivery, tools, desktop())
    return { kind: 'accepted', delivery: put(path === null ? 'cancelled' : 'unknown', busy) }
  } catch (error) {
    put('cancelled', busy)
    throw error
  }
}
