import { DraftBatch, type ProductDraft } from '../../contract/products.ts'
import { draftLetter } from '../../domain/recommendation/draft-letter.ts'
import { AppError } from '../../model/app-error.ts'
import { formatMoney } from '../../model/format/money.ts'
import { formatShare } from '../../model/format/share.ts'
import { EntryId } from '../../model/ids.ts'
import type { Product } from '../../model/product.ts'
import type { ProductEvent } from '../../model/product-event.ts'
import { Task } from '../../model/task.ts'
import { IsoTime } from '../../model/units.ts'
import { asAdvisor, readConnection } from '../session/connection.ts'
import { rankForClient } from '../suggestions/client-shelf.ts'
import { productOf, sceneOf } from '../suggestions/suggestion-scene.ts'
import { recordEntry } from '../sync/record-entry.ts'
import { composedFindings } from '../wording/outgoing-findings.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { affected } from './audience.ts'

/** Newest first; old ones are forgotten, their tasks stay. */
const KEY = 'productDrafts'
const KEPT = 20

interface Occasion {
  readonly code: string
  readonly event: ProductEvent
}

interface Made {
  readonly at: string
  readonly id: string
}

type Touched = ReturnType<typeof affected>['clients'][number]

const kept = (workspace: Workspace): readonly DraftBatch[] => {
  const batches = workspace.store.read(tx => tx.settings.get(KEY))
  return (Array.isArray(batches) ? batches : []).flatMap(each => DraftBatch.safeParse(each).data ?? [])
}

export const draftBatches = (workspace: Workspace, code: string): DraftBatch[] =>
  kept(workspace).filter(batch => batch.code === code)

const taskKind = (event: ProductEvent, verdict: Touched['after']): Task['kind'] =>
  event.kind === 'maturity'
    ? 'maturity'
    : event.kind === 'gradeRaised' && verdict !== 'match'
      ? 'suitabilityNotice'
      : 'contact'

const alternativeFor = (workspace: Workspace, product: Product, touched: Touched): ProductDraft['alternative'] => {
  const scene = sceneOf(workspace, touched.clientId)
  const { shelf } = workspace.store.read(tx => rankForClient(tx, scene))
  for (const { code } of shelf.ranked) {
    const other = scene.book.products.get(code)
    if (other !== undefined && code !== product.code && other.assetClass === product.assetClass)
      return { code, name: other.name }
  }
  return null
}

const draftFor = (
  workspace: Workspace,
  { event }: Occasion,
  product: Product,
  touched: Touched,
  taskId: string,
): ProductDraft => {
  const connection = readConnection(workspace.store)
  const advisor = connection === null ? null : asAdvisor(connection)
  const money = (locale: 'zh-CN' | 'en'): string => formatMoney(touched.value, { locale, style: 'list' })
  const { title, letter } = draftLetter(
    {
      event,
      product: product.name,
      code: product.code,
      maturity: product.maturesOn,
      client: touched.name,
      date: workspace.book().dataDate,
      value: { zh: money('zh-CN'), en: money('en') },
      share: formatShare(touched.share),
      verdict: touched.after,
      comparison: touched.comparison,
      advisor: advisor?.name ?? '—',
      licence: advisor?.licence ?? '—',
    },
    workspace.rules.productEventTexts,
  )
  const wants = touched.after === 'mismatch' || event.kind === 'halted' || event.kind === 'maturity'
  return {
    taskId,
    clientId: touched.clientId,
    clientName: touched.name,
    title,
    letter,
    alternative: wants ? alternativeFor(workspace, product, touched) : null,
    findings: composedFindings([letter.zh, letter.en], workspace.rules.wording).length,
  }
}

/** Drafts a letter for each chosen client and puts a task for it into the book and the outbox: all of them or none. */
export const makeDrafts = (
  workspace: Workspace,
  request: Occasion & { readonly clientIds: readonly string[]; readonly batch?: string | null },
  made: Made,
): DraftBatch => {
  const product = productOf(workspace.book(), request.code)
  const { code, event } = request
  const touched = new Map(affected(workspace, code, event).clients.map(each => [each.clientId, each]))
  const drafts = [...new Set(request.clientIds)].map((id, i) => {
    const each = touched.get(id)
    if (each === undefined)
      throw new AppError('invalidInput', 'this client does not hold the product', {
        where: id,
        hint: 'choose among the clients that the event touches',
      })
    return { each, draft: draftFor(workspace, request, product, each, `${made.id}-${i}`) }
  })
  const before = kept(workspace)
  const joined = before.find(each => each.id === request.batch)
  if (request.batch != null && joined === undefined)
    throw new AppError('notFound', 'this batch of drafts was taken back already', { where: request.batch })
  const fresh = drafts.map(d => d.draft)
  const batch: DraftBatch =
    joined === undefined
      ? { id: made.id, code, event, madeAt: made.at, drafts: fresh }
      : { ...joined, drafts: [...joined.drafts, ...fresh] }
  const at = IsoTime.parse(made.at)
  workspace.store.write(tx => {
    for (const { each, draft } of drafts) {
      const kind = taskKind(event, each.after)
      const row = Task.parse({
        id: draft.taskId,
        clientId: each.clientId,
        kind,
        title: draft.title.zh.slice(0, 200),
        dueOn: event.kind === 'maturity' ? product.maturesOn : null,
        state: 'open',
        changedAt: at,
      })
      recordEntry(tx, { id: EntryId.parse(`task-${draft.taskId}`), madeAt: at, kind: 'task', row, base: {} })
    }
    tx.settings.set(KEY, [batch, ...before.filter(each => each !== joined)].slice(0, KEPT))
  })
  return batch
}

export const undoDrafts = (
  workspace: Workspace,
  id: string,
  made: Made,
): { readonly withdrawn: number; readonly cancelled: number } => {
  const before = kept(workspace)
  const batch = before.find(each => each.id === id)
  if (batch === undefined) throw new AppError('notFound', 'this batch of drafts was taken back already', { where: id })
  const at = IsoTime.parse(made.at)
  return workspace.store.write(tx => {
    let withdrawn = 0
    let cancelled = 0
    for (const { taskId } of batch.drafts) {
      if (tx.sync.withdraw(`task-${taskId}`)) {
        tx.tasks.remove(taskId)
        withdrawn += 1
        continue
      }
      const task = tx.tasks.byKey(taskId)
      if (task === null || task.state === 'done') continue
      const entry = EntryId.parse(`task-${taskId}-undo`)
      const row = { ...task, state: 'notRelevant', changedAt: at } as const
      recordEntry(tx, { id: entry, madeAt: at, kind: 'task', row, base: { ...task } })
      cancelled += 1
    }
    tx.settings.set(
      KEY,
      before.filter(each => each.id !== id),
    )
    return { withdrawn, cancelled }
  })
}
