import type { SendOutcome, SendRequest } from '../contract/deliveries.ts'
import { compareReports } from '../services/deliveries/compare-reports.ts'
import { clientFunnel } from '../services/deliveries/client-funnel.ts'
import { followUp, typeReply } from '../services/deliveries/hear-back.ts'
import { handOut } from '../services/deliveries/hand-out.ts'
import { setMailAddress } from '../services/deliveries/mail-address.ts'
import { prepareSending } from '../services/deliveries/prepare-sending.ts'
import { queueDelivery, takeBackConsent } from '../services/deliveries/queue-delivery.ts'
import { reportDetail } from '../services/deliveries/report-detail.ts'
import { reportLines } from '../services/deliveries/report-lines.ts'
import {
  cancelDelivery,
  retryDelivery,
  settleDelivery,
  withdrawDelivery,
} from '../services/deliveries/settle-delivery.ts'
import type { Implementer } from './context.ts'
import { desktopOf, type ApiDeps } from './deps.ts'

export const deliveriesApi = (os: Implementer['deliveries'], deps: ApiDeps) => {
  const { session, clock, chance } = deps
  const store = () => session.opened().workspace.store
  const made = () => ({ at: clock.now(), id: chance.id() })
  /** The queue is walked in the background: the window need not wait for a mail server. */
  const waking = <T>(result: T): T => {
    void session.opened().courier.run()
    return result
  }
  const send = async (request: SendRequest): Promise<SendOutcome> => {
    const { workspace } = session.opened()
    if (request.channel === 'mail' || request.channel === 'link')
      return waking(queueDelivery(workspace, request, deps.deliveries))
    return handOut(workspace, request, deps.deliveries, () => desktopOf(deps))
  }
  return {
    overview: os.overview.handler(() =>
      store().read(tx => {
        const lines = reportLines(tx)
        return { lines: [...lines], funnel: clientFunnel(lines) }
      }),
    ),
    detail: os.detail.handler(({ input }) => store().read(tx => reportDetail(tx, input.id))),
    compare: os.compare.handler(({ input }) => store().read(tx => compareReports(tx, input))),
    prepare: os.prepare.handler(({ input }) =>
      prepareSending(session.opened().workspace, input, deps.deliveries.sha256),
    ),
    send: os.send.handler(({ input }) => send(input)),
    prepareMany: os.prepareMany.handler(({ input }) => {
      const { workspace } = session.opened()
      return [...new Set(input.reportIds)].map(reportId => {
        const target = { reportId, clientId: null, channel: input.channel }
        const { to, checks } = prepareSending(workspace, target, deps.deliveries.sha256, false)
        return { reportId, to, checks }
      })
    }),
    sendMany: os.sendMany.handler(({ input }) => {
      const { workspace } = session.opened()
      const { channel, days, reportIds } = input
      const outcomes = [...new Set(reportIds)].map(reportId => {
        const target = { reportId, clientId: null, channel }
        const { subject, text } = prepareSending(workspace, target, deps.deliveries.sha256)
        const request = { ...target, subject, text, days, consent: null, again: false }
        return { reportId, outcome: queueDelivery(workspace, request, deps.deliveries) }
      })
      return waking(outcomes)
    }),
    cancel: os.cancel.handler(({ input }) => cancelDelivery(store(), input.id, clock.now())),
    retry: os.retry.handler(({ input }) => waking(retryDelivery(store(), input.id, clock.now()))),
    settle: os.settle.handler(({ input }) => settleDelivery(store(), input.id, input.sent, clock.now())),
    withdraw: os.withdraw.handler(({ input }) => waking(withdrawDelivery(store(), input.id, clock.now()))),
    typeReply: os.typeReply.handler(({ input }) => {
      typeReply(store(), input, session.opened().workspace.rules.delivery, made())
      return {}
    }),
    followUp: os.followUp.handler(({ input }) => {
      followUp(store(), input.reportId, made())
      return {}
    }),
    setEmail: os.setEmail.handler(({ input }) => {
      setMailAddress(store(), input, made())
      return {}
    }),
    withdrawConsent: os.withdrawConsent.handler(({ input }) => {
      if (takeBackConsent(store(), input, made()) > 0) waking(null)
      return {}
    }),
  }
}
