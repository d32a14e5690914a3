import { prepareBook } from '../../domain/suitability/judge-book.ts'
import type { JudgedState, RematchNotice } from '../../domain/suitability/rematch.ts'
import { Notice, type NoticeHolding } from '../../model/notice.ts'
import type { Verdict } from '../../model/suitability-verdict.ts'
import type { Book } from '../book/client-entry.ts'
import { comparison } from '../clients/comparison.ts'
import type { WriteTx } from '../ports/store.ts'

export interface NoticeScene {
  readonly book: Book
  readonly state: JudgedState
  readonly notices: readonly RematchNotice[]
  readonly made: { readonly at: string; readonly id: () => string }
}

export const putNotice = (tx: WriteTx, notice: Notice): void =>
  tx.notices.put({
    id: notice.id,
    clientId: notice.clientId,
    madeAt: notice.madeAt,
    state: notice.state,
    body: notice,
  })

const comparisonOf = ({ state }: NoticeScene, clientId: string, code: string, verdict: Verdict) => {
  const client = state.clients.get(clientId)
  const product = state.products.get(code)
  return client === undefined ? { zh: '', en: '' } : comparison(client, product, verdict)
}

const lineOf = (scene: NoticeScene, notice: RematchNotice): NoticeHolding => ({
  code: notice.code,
  name: scene.book.products.get(notice.code)?.name ?? notice.code,
  value: notice.value,
  before: notice.before?.verdict ?? 'undetermined',
  now: notice.now.verdict,
  codes: notice.now.codes,
  comparison: comparisonOf(scene, notice.clientId, notice.code, notice.now),
  causes: notice.causes,
})

/** Keeps of a queued notice what still holds: held, and still no match. */
const stillTrue = (scene: NoticeScene, notice: Notice): readonly NoticeHolding[] => {
  const { book, state } = scene
  const entry = book.byId.get(notice.clientId)
  const client = state.clients.get(notice.clientId)
  if (entry === undefined || client === undefined) return []
  return notice.holdings.flatMap(line => {
    const held = entry.holdings.find(each => each.code === line.code)
    const product = state.products.get(line.code)
    if (held === undefined || product === undefined) return []
    const verdict = prepareBook([client], [product], state.context, state.pack).verdict(0, 0)
    if (verdict.verdict === 'match') return []
    return [
      {
        ...line,
        value: held.value,
        now: verdict.verdict,
        codes: verdict.codes,
        comparison: comparison(client, product, verdict),
      },
    ]
  })
}

/** One notice a client waits at a time: what changes while it waits joins it, and what no longer holds leaves it. */
export const queueNotices = (tx: WriteTx, scene: NoticeScene): void => {
  const { made, state } = scene
  const { at } = made
  const fresh = Map.groupBy(
    scene.notices.filter(each => each.worse),
    each => each.clientId,
  )
  for (const record of tx.notices.inState('queued')) {
    const notice = Notice.safeParse(record.body).data
    if (notice === undefined) continue
    const added = (fresh.get(notice.clientId) ?? []).map(each => lineOf(scene, each))
    fresh.delete(notice.clientId)
    const codes = new Set(added.map(line => line.code))
    const holdings = [...stillTrue(scene, notice).filter(line => !codes.has(line.code)), ...added]
    if (holdings.length > 0) {
      if (JSON.stringify(holdings) !== JSON.stringify(notice.holdings))
        putNotice(tx, { ...notice, date: state.context.date, pack: state.pack.version, holdings })
      continue
    }
    const history = [...notice.history, { state: 'lapsed' as const, at, note: '', evidence: [] }]
    putNotice(tx, { ...notice, state: 'lapsed', history })
  }
  for (const [clientId, own] of fresh)
    putNotice(tx, {
      id: made.id(),
      clientId,
      madeAt: at,
      date: state.context.date,
      pack: state.pack.version,
      holdings: own.map(each => lineOf(scene, each)),
      state: 'queued',
      history: [{ state: 'queued', at, note: '', evidence: [] }],
    })
}
