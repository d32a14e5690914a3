import { dayInChina } from '../../domain/portfolio/day-in-china.ts'
import type { SendOutcome, SendRequest } from '../../contract/deliveries.ts'
import { accessCode } from '../../domain/delivery/access-code.ts'
import { dayNumber, isoDate } from '../../domain/portfolio/day-number.ts'
import { Consent } from '../../model/consent.ts'
import type { Delivery } from '../../model/delivery.ts'
import { EntryId } from '../../model/ids.ts'
import { IsoTime } from '../../model/units.ts'
import type { Store, WriteTx } from '../ports/store.ts'
import { recordEntry } from '../sync/record-entry.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { readConnection } from '../session/connection.ts'
import { clientPdfOf } from './client-pdf-of.ts'
import type { DeliveryTools } from './delivery-tools.ts'
import { isBlocked, sendChecks } from './send-checks.ts'
import { sendScene, wayOf } from './send-scene.ts'
import { fileNameOf, sendWords } from './send-words.ts'

/** Keeps a consent and sends it on; called inside the transaction that rests on it. */
export const recordConsent = (tx: WriteTx, consent: Consent): void => {
  tx.consents.add(consent)
  recordEntry(tx, {
    id: EntryId.parse(`consent-${consent.id}`),
    madeAt: consent.at,
    kind: 'consent',
    clientId: consent.clientId,
    row: consent,
  })
}

/**
 * The client took a consent back: from now on nothing goes out by this way, queued deliveries included, and links that
 * are out are ended. How many links.
 */
export const takeBackConsent = (
  store: Store,
  request: {
    readonly clientId: string
    readonly way: Consent['way']
    readonly consent: Pick<Consent, 'on' | 'how' | 'reference'>
  },
  made: { readonly at: string; readonly id: string },
): number =>
  store.write(tx => {
    const { clientId, way } = request
    recordConsent(tx, Consent.parse({ ...request.consent, id: made.id, clientId, way, given: false, at: made.at }))
    if (way !== 'share') return 0
    const out = tx.deliveries.all().filter(each => each.clientId === clientId && each.state === 'sent')
    const links = out.flatMap(each =>
      each.link === null ? [] : [{ ...each, link: { ...each.link, withdrawing: true } }],
    )
    for (const each of links) tx.deliveries.put(each)
    return links.length
  })

const messageIdOf = (id: string, address: string): string => `<${id}@${address.split('@')[1] ?? 'localhost'}>`

/**
 * Judges everything once more and puts the delivery into the queue, in one transaction; what is blocked is answered
 * with its checks and leaves no trace. Nothing goes out here.
 */
export const queueDelivery = (workspace: Workspace, request: SendRequest, tools: DeliveryTools): SendOutcome => {
  const enrolled = readConnection(workspace.store) !== null
  const at = IsoTime.parse(tools.clock.now())
  const id = `d-${tools.chance.id()}`
  const consentId = tools.chance.id()
  return workspace.store.write(tx => {
    const scene = sendScene(tx, workspace, request, { sha256: tools.sha256, enrolled })
    const { channel, client, earlier } = scene
    const { wording } = workspace.rules
    const { subject, text } = sendWords(scene, workspace)
    const words = { ...request, bringsConsent: request.consent !== null, composed: [subject, text] }
    const checks = [...sendChecks(scene, words, wording)]
    if (isBlocked(checks) || client === null) return { kind: 'refused', checks }
    const pdf = clientPdfOf(tx, request.reportId, { wording, sha256: tools.sha256 })
    const way = wayOf(channel)
    const consent =
      request.consent === null || way === null
        ? null
        : Consent.parse({ ...request.consent, id: consentId, clientId: client.id, way, given: true, at })
    if (consent !== null) recordConsent(tx, consent)
    const until = isoDate(dayNumber(dayInChina(at)) + request.days)
    const isMail = channel === 'mail' || channel === 'draft'
    const delivery: Delivery = {
      id,
      reportId: request.reportId,
      clientId: client.id,
      channel,
      state: 'queued',
      madeAt: at,
      changedAt: at,
      sha256: pdf.sha256,
      fileName: fileNameOf(scene),
      to: isMail ? client.email : null,
      subject: isMail ? request.subject : '',
      text: isMail ? request.text : '',
      messageId: isMail ? messageIdOf(id, scene.mailServer?.fromAddress ?? '') : null,
      attempts: 0,
      nextAt: null,
      fault: null,
      consentId: consent?.id ?? scene.consents.find(each => each.way === way && each.given)?.id ?? null,
      wording: wording.version,
      link:
        channel === 'link'
          ? {
              expiresAt: IsoTime.parse(`${until}T16:00:00.000Z`),
              accessCode: accessCode(tools.chance.id()),
              url: null,
              pages: null,
              withdrawing: false,
            }
          : null,
      again: earlier.find(each => each.state === 'sent')?.id ?? null,
    }
    tx.deliveries.put(delivery)
    return { kind: 'accepted', delivery }
  })
}
