import type { SendCheck } from '../../contract/deliveries.ts'
import { ClientPdf } from '../../model/client-pdf.ts'
import { OPEN_STATES } from '../../model/delivery.ts'
import type { WordingPack } from '../../model/wording-pack.ts'
import { agreed, wayOf, type SendScene } from './send-scene.ts'
import { outgoingFindings } from '../wording/outgoing-findings.ts'

/** What the advisor adds at the moment of sending. */
export interface SendWords {
  readonly subject: string
  readonly text: string
  /** A consent is recorded together with the sending. */
  readonly bringsConsent: boolean
  readonly again: boolean
  /** The words as the program put them together, before anybody changed them. */
  readonly composed: readonly string[]
}

const check = (id: SendCheck['id'], isFine: boolean, detail = ''): SendCheck => ({
  id,
  state: isFine ? 'ok' : 'blocked',
  detail,
})

const fileChecks = ({ proof }: SendScene): readonly SendCheck[] => {
  if (proof === null) return [check('edition', false), check('file', false)]
  const refusals = new Set(ClientPdf.refusals(proof))
  return [
    check('edition', !refusals.has('internalEdition')),
    check('file', !refusals.has('unmarked') && !refusals.has('changed'), proof.sha256.actual.slice(0, 12)),
    check('findings', !refusals.has('findings'), String(proof.openFindings)),
  ]
}

const onceCheck = ({ earlier }: SendScene, again: boolean): SendCheck => {
  const open = earlier.find(each => OPEN_STATES.includes(each.state))
  if (open !== undefined) return check('once', false, open.state)
  const went = earlier.find(each => each.state === 'sent')
  return check('once', went === undefined || again, went?.changedAt ?? '')
}

/** Everything that must be fine before a report goes out, in the order of the screen; `blocked` stops it. */
export const sendChecks = (scene: SendScene, words: SendWords, wording: WordingPack): readonly SendCheck[] => {
  const { channel, client, subject } = scene
  const way = wayOf(channel)
  const isMail = channel === 'mail' || channel === 'draft'
  const said = outgoingFindings([words.subject, words.text], wording, words.composed)
  return [
    ...fileChecks(scene),
    // a report about one client goes to this client and to nobody else
    check('client', client !== null && (subject === null || subject === client.id), client?.name ?? ''),
    ...(way === null ? [] : [check('consent', agreed(scene, way) || words.bringsConsent, way)]),
    ...(isMail ? [check('address', client?.email != null && client.email.includes('@'), client?.email ?? '')] : []),
    ...(channel === 'mail' ? [check('mailServer', scene.mailServer !== null, scene.mailServer?.host ?? '')] : []),
    ...(channel === 'link' ? [check('headOffice', scene.enrolled)] : []),
    ...(isMail ? [check('message', said.length === 0, said.map(each => each.text).join('、'))] : []),
    ...(channel === 'paper' ? [] : [onceCheck(scene, words.again)]),
    ...(client?.doNotDisturb === true ? [{ id: 'doNotDisturb', state: 'notice', detail: '' } satisfies SendCheck] : []),
  ]
}

export const isBlocked = (checks: readonly SendCheck[]): boolean => checks.some(each => each.state === 'blocked')
