import type { PackPreview } from '../../contract/rule-packs.ts'
import { packHash } from '../../domain/evidence/frozen-pack.ts'
import { packChanges } from '../../domain/suitability/pack-changes.ts'
import { packInForce } from '../../domain/suitability/pack-in-force.ts'
import { packReach } from '../../domain/suitability/pack-reach.ts'
import { rematch, type JudgedState, type RematchNotice } from '../../domain/suitability/rematch.ts'
import type { SuitabilityPack } from '../../model/suitability-pack.ts'
import { IsoDate } from '../../model/units.ts'
import type { HashText } from '../ports/hash-text.ts'
import { bookState, heldProducts } from '../suitability/book-state.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { marksOf, suitabilityPack } from './pack-lines.ts'
import { suggestionsUnder, templatesUnder } from './preview-documents.ts'

const SHOWN = 200

const flowsOf = (notices: readonly RematchNotice[]): PackPreview['holdings']['flows'] => {
  const flows = new Map<string, PackPreview['holdings']['flows'][number]>()
  for (const { before, now, value } of notices) {
    const [from, to] = [before?.verdict ?? 'undetermined', now.verdict]
    const key = `${from} ${to}`
    const sum = flows.get(key) ?? { from, to, holdings: 0, value: 0 }
    flows.set(key, { ...sum, holdings: sum.holdings + 1, value: sum.value + value })
  }
  return [...flows.values()].toSorted((a, b) => b.value - a.value)
}

const clientsOf = (notices: readonly RematchNotice[], workspace: Workspace): PackPreview['clients'] => {
  const rows = [...Map.groupBy(notices, notice => notice.clientId)]
    .map(([clientId, own]) => ({
      clientId,
      name: workspace.book().byId.get(clientId)?.client.name ?? clientId,
      holdings: own.length,
      worse: own.filter(each => each.worse).length,
      value: own.reduce((sum, each) => sum + each.value, 0),
    }))
    .toSorted((a, b) => b.worse - a.worse || b.value - a.value)
  return { affected: rows.length, worse: rows.filter(row => row.worse > 0).length, rows: rows.slice(0, SHOWN) }
}

/** The pack that would rule on `date` if `pack` had never come. */
const rulingWithout = (workspace: Workspace, pack: SuitabilityPack, date: string): SuitabilityPack | null =>
  packInForce(
    workspace.rules.suitability.filter(each => each.version !== pack.version),
    date,
  )

/** Where no other pack rules on the day there is nothing to compare with, and nothing is said to change. */
const alone = {
  against: null,
  changes: [],
  clients: { affected: 0, worse: 0, rows: [] },
  holdings: { affected: 0, flows: [] },
  products: { affected: 0, rows: [] },
  suggestions: { open: 0, affected: 0, rows: [] },
  templates: [],
}

/**
 * What changes on the first day a pack rules, today at the earliest: the same book judged by it and by the pack that would
 * rule otherwise. Nothing is written.
 */
export const previewPack = (workspace: Workspace, version: string, hash: HashText): PackPreview => {
  const pack = suitabilityPack(workspace, version)
  const today = workspace.today()
  const date = IsoDate.parse(pack.effectiveOn > today ? pack.effectiveOn : today)
  const against = rulingWithout(workspace, pack, date)
  const head = {
    version,
    name: pack.name,
    effectiveOn: pack.effectiveOn,
    sha256: packHash(pack, hash),
    marks: marksOf(pack),
    date,
  }
  if (against === null) return { ...head, ...alone }
  const book = workspace.book()
  const before: JudgedState = bookState(book, date, against)
  const after: JudgedState = bookState(book, date, pack)
  const notices = rematch(heldProducts(book), before, after)
  const reach = packReach(before, after)
  return {
    ...head,
    against: against.version,
    changes: packChanges(against, pack).map(each => ({ ...each })),
    clients: clientsOf(notices, workspace),
    holdings: { affected: notices.length, flows: flowsOf(notices) },
    products: {
      affected: reach.length,
      rows: reach.slice(0, SHOWN).map(each => {
        const product = book.products.get(each.code)
        return { ...each, name: product?.name ?? each.code, riskGrade: product?.riskGrade ?? null }
      }),
    },
    suggestions: suggestionsUnder(workspace, before, after),
    templates: templatesUnder(workspace, before, after, notices),
  }
}
