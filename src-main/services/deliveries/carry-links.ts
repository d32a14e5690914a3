import type { Delivery } from '../../model/delivery.ts'
import { IsoTime } from '../../model/units.ts'
import { UpstreamError, type Upstream } from '../ports/upstream.ts'
import { pushOutbox } from '../sync/push-outbox.ts'
import { defaultSyncLimits } from '../sync/sync-deps.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { dueOf, failed, later, stillAllowed } from './carry-mails.ts'
import type { DeliveryTools } from './delivery-tools.ts'
import { markSent } from './settle-delivery.ts'

const refused = (error: unknown, delivery: Delivery, at: string): Delivery => {
  if (!(error instanceof UpstreamError)) throw error
  const code = String(error.details['code'] ?? '')
  if (code === 'NO_CONSENT') return failed(delivery, 'noConsent', code, at)
  if (code === 'TOO_LARGE') return failed(delivery, 'tooLarge', code, at)
  if (error.code === 'unauthorized') return failed(delivery, 'deviceRevoked', code, at)
  if (error.code === 'refused') return failed(delivery, 'refusedByServer', code, at)
  // the book is being closed: it waits as before
  if (error.code === 'cancelled') return delivery
  return later(delivery, error.code === 'unreachable' || error.code === 'timedOut' ? 'offline' : 'busy', '', at)
}

const share = async (
  workspace: Workspace,
  upstream: Upstream,
  delivery: Delivery,
  tools: DeliveryTools,
  signal: AbortSignal,
): Promise<void> => {
  const { store } = workspace
  const { link } = delivery
  if (link === null) return
  const allowed = stillAllowed(workspace, delivery, tools)
  if ('fault' in allowed) {
    store.write(tx => tx.deliveries.put(failed(delivery, allowed.fault, '', tools.clock.now())))
    return
  }
  try {
    const { id, clientId, reportId } = delivery
    const { expiresAt, accessCode } = link
    const made = await upstream.share(
      { id, clientId, reportId, title: titleOf(workspace, reportId), expiresAt, accessCode },
      allowed.report,
      signal,
    )
    store.write(tx => {
      const now = tx.deliveries.byId(id)
      if (now?.link == null) return
      const linked = { ...now, link: { ...now.link, url: made.url, pages: made.pages } }
      if (now.state !== 'cancelled') markSent(tx, linked, tools.clock.now())
      // cancelled while it was on its way: the link that head office has now is taken back in this round
      else tx.deliveries.put({ ...linked, state: 'sent', link: { ...linked.link, withdrawing: true } })
    })
  } catch (error) {
    store.write(tx => tx.deliveries.put(refused(error, delivery, tools.clock.now())))
  }
}

const titleOf = (workspace: Workspace, reportId: string): string => {
  const { kinds } = workspace.rules.delivery
  const kind = workspace.store.read(tx => tx.reports.byId(reportId)?.kind)
  const name = kind === 'fund' || kind === 'comparison' ? kinds[kind] : kinds.account
  return `${name.zh} ${reportId}`
}

const withdraw = async (
  workspace: Workspace,
  upstream: Upstream,
  delivery: Delivery,
  tools: DeliveryTools,
  signal: AbortSignal,
) => {
  const { store } = workspace
  try {
    await upstream.withdrawShare(delivery.id, signal)
  } catch (error) {
    // tried again with the next round; the wish stands in the record
    if (error instanceof UpstreamError && error.code !== 'refused') return
    if (!(error instanceof UpstreamError)) throw error
  }
  store.write(tx => {
    const now = tx.deliveries.byId(delivery.id)
    if (now?.link == null) return
    const at = IsoTime.parse(tools.clock.now())
    tx.deliveries.put({ ...now, state: 'withdrawn', changedAt: at, link: { ...now.link, withdrawing: false } })
  })
}

/** Uploads links that are due and ends those that were withdrawn; consents that wait reach head office before them. */
export const carryLinks = async (
  workspace: Workspace,
  upstream: Upstream,
  tools: DeliveryTools,
  signal: AbortSignal,
): Promise<void> => {
  const { store } = workspace
  const due = dueOf(store, 'link', tools.clock.now())
  if (due.length > 0) {
    const deps = { store, upstream, clock: tools.clock, chance: tools.chance }
    await pushOutbox(deps, { ...defaultSyncLimits, attempts: 1 }, signal).catch(() => 0)
  }
  for (const delivery of due) {
    if (signal.aborted) return
    await share(workspace, upstream, delivery, tools, signal)
  }
  const ending = store.read(tx =>
    tx.deliveries.all().filter(each => each.state === 'sent' && each.link?.withdrawing === true),
  )
  for (const delivery of ending) {
    if (signal.aborted) return
    await withdraw(workspace, upstream, delivery, tools, signal)
  }
}
