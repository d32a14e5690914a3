import { dayInChina } from '../../domain/portfolio/day-in-china.ts'
import { accessCode } from '../../domain/delivery/access-code.ts'
import { dayNumber, isoDate } from '../../domain/portfolio/day-number.ts'
import { EntryId } from '../../model/ids.ts'
import type { OutboxEntry } from '../../model/outbox-entry.ts'
import type { ReplyInvite } from '../../model/report/reply-invite.ts'
import { IsoDate, IsoTime } from '../../model/units.ts'
import { readConnection } from '../session/connection.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { ReportRequest } from './report-request.ts'

/** Where head office told that clients reach it; kept at every sync. */
export const PUBLIC_URL = 'publicUrl'

export interface ReplyTools {
  readonly qr: (text: string) => ReplyInvite['qr']
  readonly newId: () => string
}

export interface PreparedReply {
  readonly invite: ReplyInvite
  /** Opens the page at head office; goes out with the next sync. */
  readonly entry: OutboxEntry
}

/**
 * The reply page of a client's report, made before head office hears of it, so that link and QR code can be printed
 * without a network. Null for what does not go to one client, and where nobody is known to answer.
 */
export const prepareReply = (
  workspace: Workspace,
  request: ReportRequest,
  reportId: string,
  at: string,
  { qr, newId }: ReplyTools,
): PreparedReply | null => {
  const base = workspace.store.read(tx => tx.settings.get(PUBLIC_URL))
  if (request.kind !== 'account' || request.edition !== 'client') return null
  if (typeof base !== 'string' || readConnection(workspace.store) === null) return null
  const token = newId().replaceAll(/[^\w]/g, '')
  const code = accessCode(newId())
  const url = `${base.replace(/\/$/, '')}/r/${token}`
  const until = IsoDate.parse(isoDate(dayNumber(dayInChina(at)) + workspace.rules.delivery.days.replyPage))
  const kind = workspace.rules.delivery.kinds.account
  return {
    invite: { url, accessCode: code, until, qr: qr(url) },
    entry: {
      id: EntryId.parse(`form-${reportId}-${token.slice(0, 8)}`),
      madeAt: IsoTime.parse(at),
      kind: 'replyForm',
      clientId: request.subject,
      form: {
        token,
        accessCode: code,
        reportId,
        title: `${request.locale === 'en' ? kind.en : kind.zh} ${reportId}`,
        expiresAt: IsoTime.parse(`${until}T16:00:00.000Z`),
      },
    },
  }
}
