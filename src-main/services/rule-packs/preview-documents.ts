import type { PackPreview } from '../../contract/rule-packs.ts'
import { judgeSuitability } from '../../domain/suitability/judge-suitability.ts'
import { packChanges } from '../../domain/suitability/pack-changes.ts'
import { prepareBook } from '../../domain/suitability/judge-book.ts'
import type { JudgedState, RematchNotice } from '../../domain/suitability/rematch.ts'
import { Suggestion } from '../../model/suggestion.ts'
import type { Verdict } from '../../model/suitability-verdict.ts'
import { heldProducts } from '../suitability/book-state.ts'
import type { Workspace } from '../workspace/workspace.ts'

const SHOWN = 200
const LISTED = 100_000
const OPEN: ReadonlySet<string> = new Set(['drafted', 'shown', 'accepted'])

const verdictUnder = ({ clients, products, context, pack }: JudgedState, s: Suggestion): Verdict | null => {
  const [client, product] = [clients.get(s.clientId), products.get(s.code)]
  if (client === undefined || product === undefined) return null
  return judgeSuitability(client, product, { ...context, initiative: s.initiative }, pack)
}

const differ = (a: Verdict, b: Verdict): boolean =>
  a.verdict !== b.verdict || a.action !== b.action || a.codes.join() !== b.codes.join()

/** Suggestions that are under way and would be judged otherwise. */
export const suggestionsUnder = (
  workspace: Workspace,
  before: JudgedState,
  after: JudgedState,
): PackPreview['suggestions'] => {
  const open = workspace.store
    .read(tx => tx.suggestions.all(LISTED))
    .flatMap(record => Suggestion.safeParse(record.body).data ?? [])
    .filter(each => OPEN.has(each.state))
  const rows = open.flatMap(each => {
    const [was, is] = [verdictUnder(before, each), verdictUnder(after, each)]
    if (was === null || is === null || !differ(was, is)) return []
    const { id, clientId, code, name, state } = each
    const clientName = workspace.book().byId.get(clientId)?.client.name ?? clientId
    return [{ id, clientId, clientName, code, name, state, before: was.verdict, after: is.verdict }]
  })
  return { open: open.length, affected: rows.length, rows: rows.slice(0, SHOWN) }
}

const cites = (verdict: Verdict): string => verdict.rules.map(rule => `${rule.id} ${rule.mark}`).join()

/** Holdings whose report line would name other rules, or the same ones with another mark. */
const articlesUnder = (workspace: Workspace, before: JudgedState, after: JudgedState): number => {
  const people = new Map(Array.from(before.clients.keys(), (id, i) => [id, i]))
  const things = new Map(Array.from(before.products.keys(), (code, i) => [code, i]))
  const [was, is] = [before, after].map(state =>
    prepareBook([...state.clients.values()], [...state.products.values()], state.context, state.pack),
  )
  return heldProducts(workspace.book()).filter(({ clientId, code }) => {
    const [person, thing] = [people.get(clientId), things.get(code)]
    if (person === undefined || thing === undefined || was === undefined || is === undefined) return false
    return cites(was.verdict(person, thing)) !== cites(is.verdict(person, thing))
  }).length
}

/** What each kind of document would print otherwise; funds and their comparison print no verdict. */
export const templatesUnder = (
  workspace: Workspace,
  before: JudgedState,
  after: JudgedState,
  notices: readonly RematchNotice[],
): PackPreview['templates'] => {
  const changes = packChanges(before.pack, after.pack)
  const texts = changes.filter(({ kind }) => kind === 'requirement' || kind === 'disclaimer').length
  const ruleTexts = changes.filter(({ kind }) => kind === 'rule' || kind === 'mark').length
  const articles = articlesUnder(workspace, before, after)
  const clients = new Set(notices.map(notice => notice.clientId))
  const verdicts = notices.filter(({ before: was, now }) => was?.verdict !== now.verdict)
  const made = workspace.store
    .read(tx => tx.reports.all(LISTED))
    .filter(report => report.clientId !== null && clients.has(report.clientId)).length
  const suggestions = suggestionsUnder(workspace, before, after).affected
  const none = { verdicts: 0, articles: 0, texts: 0, made: 0 }
  return [
    { template: 'account', verdicts: verdicts.length, articles, texts: 0, made },
    { template: 'segment', ...none, verdicts: new Set(verdicts.map(each => each.clientId)).size },
    { template: 'suggestion', ...none, verdicts: suggestions, texts },
    { template: 'evidence', ...none, texts: texts + ruleTexts },
    { template: 'fund', ...none },
    { template: 'comparison', ...none },
  ]
}
