import type { SearchHit } from '../../contract/search.ts'
import type { Romanise } from '../clients/client-rows.ts'
import { reportRow } from '../reports/report-row.ts'
import type { Workspace } from '../workspace/workspace.ts'

interface Candidate extends SearchHit {
  readonly text: string
  readonly weight: number
}

const index = new WeakMap<object, readonly Candidate[]>()

const candidates = (workspace: Workspace, romanise: Romanise): readonly Candidate[] => {
  const book = workspace.book()
  const known = index.get(book)
  if (known !== undefined) return known
  const clients = book.entries.map(({ client, cell, assets }): Candidate => ({
    kind: 'client',
    id: client.id,
    title: client.name,
    detail: cell,
    text: `${client.name} ${romanise(client.name)} ${client.id} ${client.phone?.slice(-4) ?? ''}`.toLowerCase(),
    weight: assets,
  }))
  const products = [...book.products.values()].map((product): Candidate => ({
    kind: product.kind === 'fund' || product.kind === 'etf' ? 'fund' : 'product',
    id: product.code,
    title: product.name,
    detail: `${product.code} ${product.riskGrade ?? '—'}`,
    text: `${product.name} ${romanise(product.name)} ${product.code}`.toLowerCase(),
    weight: product.onShelf ? 1 : 0,
  }))
  const made = [...clients, ...products]
  index.set(book, made)
  return made
}

/** The newest reports are searched; older ones are found in their own list. */
const REPORTS = 500

const reports = (workspace: Workspace, romanise: Romanise): readonly Candidate[] =>
  workspace.store
    .read(tx => tx.reports.all(REPORTS))
    .flatMap(record => reportRow(record) ?? [])
    .map(({ id, subjectName }) => ({
      kind: 'report',
      id,
      title: subjectName,
      detail: id,
      text: `${id} ${subjectName} ${romanise(subjectName)}`.toLowerCase(),
      weight: 0,
    }))

/** Reports by number or subject, and clients, funds and products whose name, pinyin, initials, code or phone tail hold every word; starts of words first. */
export const find = (workspace: Workspace, romanise: Romanise, text: string, limit: number): SearchHit[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  return [...candidates(workspace, romanise), ...reports(workspace, romanise)]
    .filter(candidate => words.every(word => candidate.text.includes(word)))
    .toSorted((a, b) => rank(b, words) - rank(a, words) || b.weight - a.weight || a.id.localeCompare(b.id))
    .slice(0, limit)
    .map(({ kind, id, title, detail }) => ({ kind, id, title, detail }))
}

const rank = (candidate: Candidate, words: readonly string[]): number =>
  words.filter(word => candidate.text.startsWith(word) || candidate.text.includes(` ${word}`)).length * 2 +
  (candidate.kind === 'client' ? 1 : 0)
