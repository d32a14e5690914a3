import type { Client } from '../../model/client.ts'
import type { ClientPdfProof } from '../../model/client-pdf.ts'
import type { Consent, ConsentWay } from '../../model/consent.ts'
import type { Delivery, DeliveryChannel } from '../../model/delivery.ts'
import type { MailServer } from '../../model/mail-server.ts'
import type { ReportRow } from '../../contract/reports.ts'
import { AppError } from '../../model/app-error.ts'
import type { ReadTx } from '../ports/store.ts'
import { reportRow } from '../reports/report-row.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { proofOf } from './client-pdf-of.ts'
import { readMailServer } from './mail-settings.ts'

export interface SendTarget {
  readonly reportId: string
  readonly clientId: string | null
  readonly channel: DeliveryChannel
}

/** All that decides whether a report may go to a client by one way. */
export interface SendScene {
  readonly channel: DeliveryChannel
  readonly row: ReportRow
  /** Whom the report is about, where it is about one client. */
  readonly subject: string | null
  readonly client: Client | null
  readonly proof: ClientPdfProof | null
  readonly consents: readonly Consent[]
  readonly mailServer: MailServer | null
  readonly enrolled: boolean
  /** Of this report to this client by this way. */
  readonly earlier: readonly Delivery[]
}

const WAYS: Readonly<Record<DeliveryChannel, ConsentWay | null>> = {
  mail: 'email',
  draft: 'email',
  link: 'share',
  wecom: 'wecom',
  paper: null,
}

export const wayOf = (channel: DeliveryChannel): ConsentWay | null => WAYS[channel]

/** Whether the client agreed to a way: head office's fact where it keeps one, else the newest record here. */
export const agreed = ({ client, consents }: Pick<SendScene, 'client' | 'consents'>, way: ConsentWay): boolean => {
  if (client === null) return false
  if (way === 'email') return client.consentEmail
  if (way === 'share') return client.consentShare
  return consents.find(each => each.way === way)?.given === true
}

export const sendScene = (
  tx: ReadTx,
  workspace: Workspace,
  target: SendTarget,
  tools: { readonly sha256: (bytes: Uint8Array) => string; readonly enrolled: boolean },
): SendScene => {
  const record = tx.reports.byId(target.reportId)
  const row = record === null ? null : reportRow(record)
  if (record === null || row === null)
    throw new AppError('notFound', 'there is no such report', { where: target.reportId })
  const subject = record.kind === 'account' ? record.clientId : null
  const clientId = target.clientId ?? subject
  const client = clientId === null ? null : tx.clients.byKey(clientId)
  return {
    channel: target.channel,
    row: { ...row, edition: record.edition === 'client' ? row.edition : 'internal' },
    subject,
    client,
    proof: proofOf(tx, target.reportId, { wording: workspace.rules.wording, sha256: tools.sha256 }),
    consents: client === null ? [] : tx.consents.ofClient(client.id),
    mailServer: readMailServer(tx),
    enrolled: tools.enrolled,
    earlier: tx.deliveries
      .ofReport(target.reportId)
      .filter(each => each.channel === target.channel && each.clientId === client?.id),
  }
}
